package nl.datakade.access.relation;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the engine said about a statement. Its words are kept only when they were said before any row was read, so
 * that they can speak of names and types alone.
 *
 * @param type such as Binder, Conversion, Out of Memory
 * @param name of the column or function that it is about
 * @param candidates names that do exist
 * @param offset in bytes; -1 when no place is named
 */
record EngineError(
        String type,
        @Nullable String subtype,
        @Nullable String name,
        List<String> candidates,
        long offset,
        @Nullable String words) {

    /** Said by the worker itself, not by the engine. */
    static final String TOO_MANY_ROWS = "Too Many Rows";

    static final String TOO_LARGE = "Too Large";
    static final String SNAPSHOT = "Snapshot";

    private static final int LONGEST_WORDS = 500;
    private static final Set<String> BEFORE_ANY_ROW = Set.of("Binder", "Catalog", "Parser");
    static final EngineError UNKNOWN = new EngineError("Unknown", null, null, List.of(), -1, null);
    private static final JsonMapper JSON = new JsonMapper();

    static EngineError of(String type) {
        return new EngineError(type, null, null, List.of(), -1, null);
    }

    /** Empty when the engine did not speak in the form it was asked for. */
    static Optional<EngineError> of(SQLException failure) {
        var message = String.valueOf(failure.getMessage());
        try {
            var error = JSON.readTree(message.substring(Math.max(0, message.indexOf('{'))));
            var type = error.path("exception_type").asString();
            return Optional.of(new EngineError(
                    type,
                    error.path("error_subtype").asStringOpt().orElse(null),
                    error.path("name").asStringOpt().orElse(null),
                    names(error.path("candidates").asStringOpt().orElse("")),
                    error.path("position").asLong(-1),
                    BEFORE_ANY_ROW.contains(type)
                            ? firstLine(error.path("exception_message").asString())
                            : null));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The same, for a statement that begins so many bytes later. */
    EngineError before(int bytes) {
        return new EngineError(type, subtype, name, candidates, offset - bytes, words);
    }

    private static List<String> names(String candidates) {
        return candidates.isBlank() || candidates.contains("(") ? List.of() : List.of(candidates.split(",\\s*", -1));
    }

    private static String firstLine(String message) {
        var line = message.lines().findFirst().orElse("");
        return line.substring(0, Math.min(line.length(), LONGEST_WORDS));
    }
}
