package nl.datakade.contracts.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.EventType;
import nl.datakade.contracts.State;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as registered: what policies and quality need of it.
 *
 * @param formerNames names it had before; they keep resolving
 * @param classification null until somebody classified it
 * @param columns what columns mean, in people's words
 * @param retention how long versions are kept; null where the department's rule holds
 * @param rejectLimit share of rows (0 to 1) that may be rejected before a version is held back; null for the default
 */
@EventType(value = "nl.datakade.catalog.dataset-changed.v1", topic = "datakade.catalog.dataset")
public record DatasetState(
        UUID datasetId,
        long revision,
        String name,
        List<String> formerNames,
        String department,
        Status status,
        @Nullable String title,
        @Nullable String description,
        List<String> themes,
        List<String> keywords,
        @Nullable String license,
        @Nullable String frequency,
        @Nullable Classification classification,
        List<RoleHolder> roles,
        @Nullable Double rejectLimit,
        List<ColumnDescription> columns,
        Instant changedAt,
        @Nullable Retention retention)
        implements State {

    public DatasetState {
        columns = columns == null ? List.of() : List.copyOf(columns); // older announcements have none
    }

    /** Without descriptions of columns, and with no rule of its own about how long versions are kept. */
    public DatasetState(
            UUID datasetId,
            long revision,
            String name,
            List<String> formerNames,
            String department,
            Status status,
            @Nullable String title,
            @Nullable String description,
            List<String> themes,
            List<String> keywords,
            @Nullable String license,
            @Nullable String frequency,
            @Nullable Classification classification,
            List<RoleHolder> roles,
            @Nullable Double rejectLimit,
            Instant changedAt) {
        this(
                datasetId,
                revision,
                name,
                formerNames,
                department,
                status,
                title,
                description,
                themes,
                keywords,
                license,
                frequency,
                classification,
                roles,
                rejectLimit,
                List.of(),
                changedAt,
                null);
    }

    /** Table and column by their names in SQL. */
    public record ColumnDescription(String table, String column, String description) {}

    /**
     * How long versions are kept, at most: whichever bound is passed first counts.
     *
     * @param versions so many released versions, the current one included; null for any number
     * @param period ISO 8601, in years, months, weeks or days, counted from the landing; null for ever
     * @param current whether the period holds for the current version too; otherwise that one always stays
     */
    public record Retention(
            @Nullable Integer versions, @Nullable String period, boolean current) {}

    public enum Status {
        DRAFT,
        REGISTERED,
        WITHDRAWN
    }

    @Override
    public String key() {
        return datasetId.toString();
    }

    @Override
    public UUID stream() {
        return datasetId;
    }
}
