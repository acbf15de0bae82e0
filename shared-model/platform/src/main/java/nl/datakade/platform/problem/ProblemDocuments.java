package nl.datakade.platform.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
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
            document.setProperty("errors", worded(problem.errors(), locale));
        }
        return document;
    }

    /** Names everything that is wrong in the input. */
    public ProblemDetail invalid(List<InvalidInput> errors, Locale locale) {
        var document = of(HttpStatus.BAD_REQUEST, "invalid-input", locale);
        document.setProperty("errors", worded(errors, locale));
        return document;
    }

    private List<InvalidInput> worded(List<InvalidInput> errors, Locale locale) {
        return errors.stream()
                .map(error -> new InvalidInput(
                        error.in(), error.name(), worded(error.expected(), locale), error.line(), error.column()))
                .toList();
    }

    /** What was expected may be given as {@code {code}} of a message, or {@code {code:argument}}. */
    private String worded(String expected, Locale locale) {
        if (!expected.startsWith("{") || !expected.endsWith("}")) {
            return expected;
        }
        var parts = expected.substring(1, expected.length() - 1).split(":", 2);
        return messages.getMessage(parts[0], Arrays.copyOfRange(parts, 1, parts.length), locale);
    }

    /** A problem of which no more is known than its status. */
    public ProblemDetail of(HttpStatusCode status, Locale locale) {
        var slug = FrameworkProblem.slug(status);
        return of(status, slug == null ? "internal-error" : slug, locale);
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
