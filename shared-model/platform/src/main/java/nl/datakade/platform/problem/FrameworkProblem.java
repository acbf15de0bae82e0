package nl.datakade.platform.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** The problems that the web framework finds by itself. */
final class FrameworkProblem {

    private FrameworkProblem() {}

    static @Nullable String slug(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "bad-request";
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            default -> null;
        };
    }
}
