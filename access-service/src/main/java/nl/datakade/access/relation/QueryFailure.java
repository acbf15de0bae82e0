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
 */
public record QueryFailure(
        Kind kind,
        @Nullable String name,
        List<String> candidates,
        @Nullable Position position,
        @Nullable String words) {

    public enum Kind {
        UNKNOWN_COLUMN,
        INVALID,
        VALUE,
        MEMORY,
        TIME,
        CANCELLED,
        ENGINE
    }

    static QueryFailure of(Kind kind) {
        return new QueryFailure(kind, null, List.of(), null, null);
    }

    static QueryFailure of(EngineError error, String sql) {
        var kind = switch (error.type()) {
            case "Binder", "Catalog", "Parser" ->
                "COLUMN_NOT_FOUND".equals(error.subtype()) ? Kind.UNKNOWN_COLUMN : Kind.INVALID;
            case "Conversion", "Out of Range", "Invalid Input", "Mismatch Type", "Divide by Zero" -> Kind.VALUE;
            case "Out of Memory" -> Kind.MEMORY;
            default -> Kind.ENGINE;
        };
        return new QueryFailure(
                kind, error.name(), error.candidates(), Position.ofByte(sql, error.offset()), error.words());
    }
}
