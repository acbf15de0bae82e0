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
        return document;
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
