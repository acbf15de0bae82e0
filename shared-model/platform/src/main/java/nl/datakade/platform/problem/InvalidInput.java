package nl.datakade.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong in a request.
 *
 * @param in where: body, query, path, header, file or sql
 * @param name the field, parameter or header
 * @param expected what should have stood there, in words, or the code of a message as {@code {code}} or {@code {code:argument}}
 * @param line in a file or statement, from 1
 * @param column in that line, from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvalidInput(
        String in,
        @Nullable String name,
        String expected,
        @Nullable Integer line,
        @Nullable Integer column) {

    public static InvalidInput body(String field, String expected) {
        return new InvalidInput("body", field, expected, null, null);
    }

    public static InvalidInput query(String parameter, String expected) {
        return new InvalidInput("query", parameter, expected, null, null);
    }
}
