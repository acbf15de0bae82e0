package nl.datakade.access.statement;

import java.util.Set;

/**
 * Which columns a statement may touch: never too few. A name counts for every table that has it, and forms that reach
 * columns without naming them count for all.
 *
 * @param names folded as {@link SqlNames} does
 */
public record ColumnUse(Set<String> names, boolean all) {

    public boolean touches(String column) {
        return all || names.contains(SqlNames.fold(column));
    }
}
