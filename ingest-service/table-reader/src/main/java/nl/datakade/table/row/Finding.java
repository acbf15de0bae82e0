package nl.datakade.table.row;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should know about how the file was read.
 *
 * @param code stable, in capitals
 * @param table name of the table, when it is about one
 * @param column name of the column, when it is about one
 * @param line the first line of the file it is about
 * @param message in plain words; holds no values from the file beyond a mark or a heading
 * @param arguments what the message tells beside the place: counts, types, names; to say it in another language
 */
public record Finding(
        String code,
        Severity severity,
        @Nullable String table,
        @Nullable String column,
        @Nullable Long line,
        String message,
        List<String> arguments) {

    public Finding {
        arguments = arguments == null ? List.of() : List.copyOf(arguments); // kept documents may be older
    }

    public Finding(
            String code,
            Severity severity,
            @Nullable String table,
            @Nullable String column,
            @Nullable Long line,
            String message) {
        this(code, severity, table, column, line, message, List.of());
    }

    /** How much it matters: good to know, to be looked at, or in the way of use. */
    public enum Severity {
        INFO,
        WARNING,
        BLOCKING
    }

    public static Finding info(String code, @Nullable Long line, String message) {
        return new Finding(code, Severity.INFO, null, null, line, message);
    }

    public static Finding warning(String code, @Nullable Long line, String message) {
        return new Finding(code, Severity.WARNING, null, null, line, message);
    }

    public Finding of(@Nullable String tableName, @Nullable String columnName) {
        return new Finding(code, severity, tableName, columnName, line, message, arguments);
    }

    public Finding with(Object... told) {
        return new Finding(
                code,
                severity,
                table,
                column,
                line,
                message,
                Stream.of(told).map(String::valueOf).toList());
    }
}
