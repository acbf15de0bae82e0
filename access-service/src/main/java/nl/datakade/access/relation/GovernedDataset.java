package nl.datakade.access.relation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.datakade.access.policy.Treatment;
import nl.datakade.access.statement.SqlNames;
import nl.datakade.contracts.ingest.VersionState;
import org.jspecify.annotations.Nullable;

/**
 * One version of a dataset, as one asker may see it for one purpose.
 *
 * @param schema its name in SQL
 * @param purpose within which pseudonyms of the same value are the same
 * @param departments of the asker, for filters that speak of them
 */
public record GovernedDataset(
        UUID datasetId,
        String schema,
        int version,
        int reading,
        long policyRevision,
        List<Table> tables,
        UUID purpose,
        Set<String> departments) {

    /**
     * One of its tables.
     *
     * @param filter SQL over the table's own columns, already checked; null for all rows
     * @param parts the Parquet objects
     */
    public record Table(
            String name, List<Column> columns, @Nullable String filter, List<VersionState.Part> parts) {}

    /**
     * A column, whether it may be seen or not.
     *
     * @param bsn whether values are citizen service numbers, which have nine digits however they were written
     */
    public record Column(String name, String type, Treatment treatment, boolean bsn) {

        public boolean visible() {
            return !(treatment instanceof Treatment.Hide);
        }
    }

    boolean usesPseudonyms() {
        return tables.stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> column.treatment() instanceof Treatment.Pseudonym);
    }

    /** The engine takes a function's name in any case, so it is looked for in any case. */
    boolean dependsOnAsker() {
        return tables.stream()
                .anyMatch(table ->
                        table.filter() != null && SqlNames.fold(table.filter()).contains(AskerMacro.NAME));
    }
}
