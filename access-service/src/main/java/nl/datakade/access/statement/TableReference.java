package nl.datakade.access.statement;

import org.jspecify.annotations.Nullable;

/**
 * A table as a statement names it, in lower case, for SQL's names are the same in either.
 *
 * @param schema the dataset; null when only one name was written
 */
public record TableReference(
        @Nullable String schema, String name, @Nullable Position position) {

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
