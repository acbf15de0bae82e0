package nl.datakade.platform.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Adds to every operation what all have in common: the version header, and the problems that the platform itself
 * answers. Paths become relative to the base path, which the server's address holds together with the version (NLGov
 * API Design Rules, /core/uri-version).
 */
final class OpenApiCompletion implements OpenApiCustomizer {

    private final String version;
    private final String basePath;

    OpenApiCompletion(String version, String basePath) {
        this.version = version;
        this.basePath = basePath;
    }

    @Override
    public void customise(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        var paths = new Paths();
        new TreeMap<>(api.getPaths()).forEach((path, item) -> {
            item.readOperations().forEach(operation -> complete(operation, path));
            paths.addPathItem(path.startsWith(basePath) ? path.substring(basePath.length()) : path, item);
        });
        api.setPaths(paths);
        api.getComponents().addSchemas(OpenApiProblems.SCHEMA, OpenApiProblems.schema());
    }

    private void complete(Operation operation, String path) {
        problem(operation, "400", "The request is not valid; errors names everything that is wrong");
        problem(operation, "401", "No valid token");
        problem(operation, "403", "Not allowed for the caller's roles or departments");
        if (path.contains("{")) {
            problem(operation, "404", "Nothing at this address that the caller may know of");
        }
        problem(operation, "406", "Not available in a media type of Accept");
        if (operation.getRequestBody() != null) {
            problem(operation, "415", "Content-Type is not one that is taken");
        }
        problem(operation, "500", "An error of the service itself");
        operation.getResponses().forEach((status, answer) -> {
            if (status.startsWith("2") || status.startsWith("3")) {
                answer.addHeaderObject("API-Version", versionHeader());
            } else if (answer.getContent() == null || !answer.getContent().containsKey("application/problem+json")) {
                answer.setContent(OpenApiProblems.content());
            }
        });
    }

    private Header versionHeader() {
        return new Header().description("Full version of this API").schema(new StringSchema().example(version));
    }

    private static void problem(Operation operation, String status, String description) {
        operation.getResponses().computeIfAbsent(status, _ -> OpenApiProblems.answer(description));
    }
}
