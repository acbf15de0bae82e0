package nl.datakade.source.pull;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Errors that ArcGIS and CKAN answer with status 200. */
final class PageErrors {

    private static final Set<Integer> TOKEN = Set.of(401, 403, 498, 499);

    private PageErrors() {}

    static void check(JsonNode answer) {
        var error = answer.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            throw PullFailure.lasting(
                    TOKEN.contains(error.path("code").asInt(0)) ? "credentials-refused" : "request-refused");
        }
        if (!answer.path("success").asBoolean(true)) {
            throw PullFailure.lasting("request-refused");
        }
    }
}
