package nl.datakade.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import nl.datakade.platform.city.City;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** What every API of the platform says of itself, and the problems that each of its operations may answer. */
final class OpenApiDescription {

    private static final String PROBLEM = "Problem";

    private OpenApiDescription() {}

    static OpenAPI of(String version, String title, City city) {
        var contact = city.contact();
        return new OpenAPI()
                .info(new Info()
                        .title(title)
                        .version(version)
                        .description(title + " of " + city.name())
                        .contact(new Contact()
                                .name(contact.name())
                                .email(contact.email())
                                .url(contact.url().toString())))
                .servers(List.of(new Server().url(city.baseUri().toString())))
                .components(new Components()
                        .addSchemas(PROBLEM, problem())
                        .addSecuritySchemes(
                                "keycloak",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("keycloak"));
    }

    static OpenApiCustomizer completing() {
        return api -> {
            if (api.getPaths() != null) {
                api.getPaths().values().forEach(path -> path.readOperations().forEach(OpenApiDescription::complete));
            }
        };
    }

    private static void complete(Operation operation) {
        operation.getResponses().forEach((status, answer) -> {
            if (status.startsWith("2") || status.startsWith("3")) {
                answer.addHeaderObject(
                        "API-Version",
                        new Header()
                                .description("Full version of this API")
                                .schema(new StringSchema().example("1.0.0")));
            }
        });
        List.of("400", "401", "403")
                .forEach(status -> operation
                        .getResponses()
                        .computeIfAbsent(
                                status,
                                _ -> new ApiResponse()
                                        .description("Problem")
                                        .content(new Content()
                                                .addMediaType(
                                                        "application/problem+json",
                                                        new MediaType()
                                                                .schema(new Schema<>()
                                                                        .$ref("#/components/schemas/" + PROBLEM))))));
    }

    private static Schema<?> problem() {
        var problem = new ObjectSchema();
        problem.setDescription("Problem document (RFC 9457)");
        problem.addProperty("type", new StringSchema().format("uri-reference"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("remedy", new StringSchema().description("What to do about it"));
        problem.setRequired(List.of("title", "status", "detail"));
        return problem;
    }
}
