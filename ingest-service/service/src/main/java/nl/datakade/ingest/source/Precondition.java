package nl.datakade.ingest.source;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a change is built upon (RFC 9110, If-Match and If-None-Match); nobody overwrites what they have not seen. */
record Precondition(List<String> match, boolean noneMayExist) {

    private static final String ANY = "*";

    static Precondition of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        var tags = ifMatch == null
                ? List.<String>of()
                : Stream.of(ifMatch.split(",", -1)).map(String::trim).toList();
        return new Precondition(tags, ANY.equals(ifNoneMatch));
    }

    static String tag(Source source) {
        return "\"" + source.revision() + "\"";
    }

    void checkAbsent() {
        if (!match.isEmpty()) {
            throw new SourceProblem.RevisionPassed();
        }
    }

    void check(Source source) {
        if (noneMayExist) {
            throw new SourceProblem.Exists();
        }
        if (match.isEmpty()) {
            throw new SourceProblem.RevisionNotGiven();
        }
        if (!match.contains(ANY) && !match.contains(tag(source))) {
            throw new SourceProblem.RevisionPassed();
        }
    }
}
