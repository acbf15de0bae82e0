package nl.datakade.platform.web;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;

/** Problem documents (RFC 9457) as the API description shows them. */
final class OpenApiProblems {

    static final String SCHEMA = "Problem";
    private static final String MEDIA_TYPE = "application/problem+json";

    private OpenApiProblems() {}

    static ApiResponse answer(String description) {
        return new ApiResponse().description(description).content(content());
    }

    static Content content() {
        return new Content()
                .addMediaType(
                        MEDIA_TYPE, new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA)));
    }

    static Schema<?> schema() {
        var problem = new ObjectSchema();
        problem.setDescription("Problem document (RFC 9457)");
        problem.addProperty(
                "type",
                new StringSchema()
                        .format("uri-reference")
                        .description("Stable name of the kind of problem")
                        .example("/problems/invalid-input"));
        problem.addProperty("title", new StringSchema().example("The request is not valid"));
        problem.addProperty("status", new IntegerSchema().example(400));
        problem.addProperty("detail", new StringSchema().description("What is the matter"));
        problem.addProperty("remedy", new StringSchema().description("What to do about it"));
        problem.addProperty("instance", new StringSchema().format("uri-reference"));
        problem.addProperty(
                "traceId",
                new StringSchema().description("For the administrator, with an error of the service itself"));
        problem.addProperty(
                "errors",
                new ArraySchema().items(input()).description("With invalid input: everything that is wrong with it"));
        problem.setRequired(List.of("title", "status", "detail"));
        return problem;
    }

    private static Schema<?> input() {
        var input = new ObjectSchema();
        input.addProperty("in", new StringSchema().description("body, query, path, header, file or sql"));
        input.addProperty("name", new StringSchema().description("Field, parameter or header"));
        input.addProperty("expected", new StringSchema().description("What should have stood there"));
        input.addProperty("line", new IntegerSchema().description("In a file or statement, from 1"));
        input.addProperty("column", new IntegerSchema().description("In that line, from 1"));
        input.setRequired(List.of("in", "expected"));
        return input;
    }
}
