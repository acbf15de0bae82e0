package nl.datakade.access.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of a dataset may be seen, in one of its revisions. */
public record Policy(long revision, List<TablePolicy> tables) {

    /** Before anybody decided: everything is hidden. */
    static final Policy NONE = new Policy(0, List.of());

    /**
     * One table.
     *
     * @param filter rows that may be seen, as an SQL condition on the table's own columns; {@code asker_departments()}
     *     is the list of the asker's departments
     */
    public record TablePolicy(
            @NotBlank String table,
            @Nullable String filter,
            @NotEmpty List<@Valid ColumnPolicy> columns) {}

    /**
     * One column, bound by its id so that a rename changes nothing.
     *
     * @param name only for people to read
     */
    public record ColumnPolicy(
            @NotNull Integer id,
            @Nullable String name,
            @NotNull Treatment treatment) {}

    /** As an entity tag. */
    String tag() {
        return "\"" + revision + "\"";
    }

    /** The treatment of a column; who decided nothing hid it. */
    public Treatment treatmentOf(String table, int column) {
        return table(table).stream()
                .flatMap(found -> found.columns().stream())
                .filter(found -> found.id() == column)
                .map(ColumnPolicy::treatment)
                .findFirst()
                .orElseGet(Treatment.Hide::new);
    }

    public @Nullable String filterOf(String table) {
        return table(table).map(TablePolicy::filter).orElse(null);
    }

    public boolean showsSomething() {
        return tables.stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> !(column.treatment() instanceof Treatment.Hide));
    }

    private Optional<TablePolicy> table(String name) {
        return tables.stream().filter(table -> table.table().equals(name)).findFirst();
    }
}
