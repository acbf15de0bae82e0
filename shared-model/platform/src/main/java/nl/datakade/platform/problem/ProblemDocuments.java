package nl.datakade.platform.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Words problems in the caller's language. */
public final class ProblemDocuments {

    private final MessageSource messages;

    ProblemDocuments(MessageSource messages) {
        this.messages = messages;
    }

    ProblemDetail of(Problem problem, Locale locale) {
        var document =
                of(problem.status(), problem.slug(), locale, problem.arguments().toArray());
        problem.members().forEach(document::setProperty);
        if (problem.errors() != null) {
            document.setProperty(
                    "errors",
                    problem.errors().stream()
                            .map(error -> worded(error, locale))
                            .toList());
        }
        return document;
    }

    /** What was expected may be given as {@code {code}} of a message. */
    private InvalidInput worded(InvalidInput error, Locale locale) {
        var expected = error.expected();
        if (!expected.startsWith("{") || !expected.endsWith("}")) {
            return error;
        }
        var words = messages.getMessage(expected.substring(1, expected.length() - 1), null, locale);
        return new InvalidInput(error.in(), error.name(), words, error.line(), error.column());
    }

    /** A problem whose words stand in the messages under its slug. */
    public ProblemDetail of(HttpStatusCode status, String slug, Locale locale, Object... arguments) {
        var prefix = "problem." + slug;
        var detail = messages.getMessage(prefix + ".detail", arguments, locale);
        var document = ProblemDetail.forStatusAndDetail(status, detail);
        document.setType(URI.create("/problems/" + slug));
        document.setTitle(messages.getMessage(prefix + ".title", arguments, locale));
        var remedy = messages.getMessage(prefix + ".remedy", arguments, null, locale);
        if (remedy != null) {
            document.setProperty("remedy", remedy);
        }
        return document;
    }
}
