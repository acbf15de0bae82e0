package nl.datakade.catalog.dataset;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a change is built upon (RFC 9110, If-Match and If-None-Match); nobody overwrites what they have not seen. */
record Precondition(List<String> match, boolean noneMayExist) {

    private static final String ANY = "*";

    static Precondition of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        var tags = ifMatch == null
                ? List.<String>of()
                : Stream.of(ifMatch.split(",")).map(String::trim).toList();
        return new Precondition(tags, ANY.equals(ifNoneMatch));
    }

    static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /** For a dataset that does not exist yet. */
    void checkAbsent() {
        if (!match.isEmpty()) {
            throw new DatasetProblem.RevisionPassed();
        }
    }

    void check(Dataset dataset) {
        if (noneMayExist) {
            throw new DatasetProblem.Exists(dataset.name());
        }
        if (match.isEmpty()) {
            throw new DatasetProblem.RevisionNotGiven();
        }
        if (!match.contains(ANY) && !match.contains(tag(dataset.revision()))) {
            throw new DatasetProblem.RevisionPassed();
        }
    }
}
