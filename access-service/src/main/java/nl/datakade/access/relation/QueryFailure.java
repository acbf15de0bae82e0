package nl.datakade.access.relation;

import java.util.List;
import nl.datakade.access.statement.Position;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no answer, in terms of the statement; never a value of a row.
 *
 * @param name the column or function it is about
 * @param candidates names that do exist
 * @param words the engine's, when it spoke before reading any row
 * @param cause for the operator's log: a class of error, never its message
 */
public record QueryFailure(
        Kind kind,
        @Nullable String name,
        List<String> candidates,
        @Nullable Position position,
        @Nullable String words,
        @Nullable String cause) {

    public enum Kind {
        UNKNOWN_COLUMN,
        INVALID,
        VALUE,
        MEMORY,
        TIME,
        CANCELLED,
        /** The answer has more rows than one answer may have. */
        TOO_MANY_ROWS,
        /** The answer is longer than one answer may be. */
        TOO_LARGE,
        /** Other answers take all the room there is. */
        ROOM,
        /** What may be seen of a dataset cannot be opened; the statement was not looked at. */
        SNAPSHOT,
        ENGINE
    }

    public static QueryFailure cancelled() {
        return of(Kind.CANCELLED);
    }

    static QueryFailure tooManyRows(int most) {
        return new QueryFailure(Kind.TOO_MANY_ROWS, null, List.of(), null, Integer.toString(most), null);
    }

    static QueryFailure of(Kind kind) {
        return new QueryFailure(kind, null, List.of(), null, null, null);
    }

    static QueryFailure ofEngine(String cause) {
        return new QueryFailure(Kind.ENGINE, null, List.of(), null, null, cause);
    }

    static QueryFailure of(EngineError error, String sql) {
        var kind = switch (error.type()) {
            case "Binder", "Catalog", "Parser" ->
                "COLUMN_NOT_FOUND".equals(error.subtype()) ? Kind.UNKNOWN_COLUMN : Kind.INVALID;
            case "Conversion", "Out of Range", "Invalid Input", "Mismatch Type", "Divide by Zero" -> Kind.VALUE;
            case "Out of Memory" -> Kind.MEMORY;
            case EngineError.TOO_LARGE -> Kind.TOO_LARGE;
            case EngineError.SNAPSHOT -> Kind.SNAPSHOT;
            default -> Kind.ENGINE;
        };
        return new QueryFailure(
                kind,
                error.name(),
                error.candidates(),
                Position.ofByte(sql, error.offset()),
                error.words(),
                error.type());
    }
}
