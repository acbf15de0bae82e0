package nl.datakade.access.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.datakade.access.statement.SqlNames;
import nl.datakade.contracts.ingest.VersionState;
import org.jspecify.annotations.Nullable;

/**
 * What of a dataset may be seen, in one of its revisions.
 *
 * @param approved the columns of which two persons decided the treatment
 */
public record Policy(long revision, List<TablePolicy> tables, List<Approved> approved) {

    /** Before anybody decided: everything is hidden. */
    static final Policy NONE = new Policy(0, List.of(), List.of());

    /**
     * A column of which two persons decided the treatment.
     *
     * @param meanings for which it was a personal column then; when another is recognised later, that was not decided
     */
    record Approved(String table, int column, Set<String> meanings) {

        boolean covers(String otherTable, int otherColumn, Set<String> meaningsNow) {
            return isOf(otherTable, otherColumn) && meanings.containsAll(meaningsNow);
        }

        boolean isOf(String otherTable, int otherColumn) {
            return table.equals(otherTable) && column == otherColumn;
        }
    }

    /**
     * One table.
     *
     * @param filter rows that may be seen, as an SQL condition on the table's own columns; {@code asker_departments()}
     *     is the list of the asker's departments
     * @param filterColumns which columns those of the filter are, by the names that they had when it was decided; null
     *     without a filter, and in policies from before this was kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TablePolicy(
            @NotBlank String table,
            @Nullable String filter,
            @NotEmpty List<@Valid ColumnPolicy> columns,

            @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
            Map<String, FilterColumn> filterColumns) {

        /**
         * Whether its filter can be applied to this version of the table. A steward may give columns other names, or have
         * their values read otherwise; a filter reads names and values, so that one person would decide which rows may be seen.
         */
        boolean standsFor(VersionState.Table version) {
            return filterColumns == null
                    || filterColumns.entrySet().stream()
                            .allMatch(bound -> version.columns().stream()
                                    .anyMatch(column -> bound.getValue().isStill(column)
                                            && SqlNames.same(column.name(), bound.getKey())));
        }
    }

    /**
     * A column of a filter.
     *
     * @param instruction fingerprint of the read instruction that its values came by; null where there was none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FilterColumn(int id, @Nullable String instruction) {

        static FilterColumn of(VersionState.Column column) {
            return new FilterColumn(column.id(), column.instruction());
        }

        boolean isStill(VersionState.Column column) {
            return equals(of(column));
        }
    }

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

    /**
     * What holds of it now, for this version: of a personal column no more than the baseline, unless two persons decided
     * about what it is known to hold now.
     */
    public Policy limitedBy(Baseline baseline, VersionState version) {
        return new Policy(
                revision,
                ofVersion(
                        version,
                        (table, column) -> baseline.limit(
                                treatmentOf(table, column.id()),
                                approved.stream()
                                        .anyMatch(found ->
                                                found.covers(table, column.id(), baseline.meanings(table, column))),
                                table,
                                column),
                        this::filterOf),
                approved);
    }

    /** What is left of it for somebody to whom something else was approved: of each column and row what both let be seen. */
    public Policy within(List<TablePolicy> others, VersionState version) {
        var other = new Policy(
                revision,
                others.stream().filter(table -> standsFor(table, version)).toList(),
                List.of());
        return new Policy(
                revision,
                ofVersion(
                        version,
                        (table, column) -> Strictness.stricter(
                                treatmentOf(table, column.id()), other.treatmentOf(table, column.id())),
                        table -> both(filterOf(table), other.filterOf(table))),
                approved);
    }

    private static boolean standsFor(TablePolicy policy, VersionState version) {
        return version.tables().stream()
                .filter(found -> found.name().equals(policy.table()))
                .allMatch(policy::standsFor);
    }

    private List<TablePolicy> ofVersion(
            VersionState version,
            BiFunction<String, VersionState.Column, Treatment> treatment,
            Function<String, @Nullable String> filter) {
        return version.tables().stream()
                .filter(found -> table(found.name())
                        .filter(policy -> policy.standsFor(found))
                        .isPresent())
                .map(found -> new TablePolicy(
                        found.name(),
                        filter.apply(found.name()),
                        found.columns().stream()
                                .map(column -> new ColumnPolicy(
                                        column.id(), column.name(), treatment.apply(found.name(), column)))
                                .toList(),
                        table(found.name()).map(TablePolicy::filterColumns).orElse(null)))
                .toList();
    }

    /** Each ends on a line of its own, as it may end in a comment. */
    private static @Nullable String both(@Nullable String one, @Nullable String other) {
        if (one == null || other == null || one.equals(other)) {
            return one == null ? other : one;
        }
        return "(" + one + "\n) and (" + other + "\n)";
    }

    boolean mentions(String table) {
        return table(table).isPresent();
    }

    public @Nullable String filterOf(String table) {
        return table(table).map(TablePolicy::filter).orElse(null);
    }

    @Nullable
    Map<String, FilterColumn> filterColumnsOf(String table) {
        return table(table).map(TablePolicy::filterColumns).orElse(null);
    }

    public boolean showsSomething() {
        return tables.stream().anyMatch(table -> showsSomethingOf(table.table()));
    }

    boolean showsSomethingOf(String table) {
        return table(table).stream()
                .flatMap(found -> found.columns().stream())
                .anyMatch(column -> !(column.treatment() instanceof Treatment.Hide));
    }

    private Optional<TablePolicy> table(String name) {
        return tables.stream().filter(table -> table.table().equals(name)).findFirst();
    }
}
