package nl.datakade.contracts.ingest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.EventType;
import nl.datakade.contracts.State;
import org.jspecify.annotations.Nullable;

/**
 * A version of a dataset as it was last read from its raw bytes, or as it ended.
 *
 * @param revision rises with every reading and every change of the outcome
 * @param reading 1 for the first reading of these bytes; 0 for a version that ended before it was read
 * @param reason why there are no tables, as a stable kebab-case code; null when {@link Outcome#READ}
 * @param manifestKey object key of the manifest of the tables; null when there are none
 * @param readAt when it was read, or ended
 * @param corrects the version that it takes the place of, as its sender said
 * @param ended how it ended; null while it may be used
 */
@EventType(value = "nl.datakade.ingest.version-changed.v1", topic = "datakade.ingest.version")
public record VersionState(
        UUID datasetId,
        String dataset,
        String department,
        int version,
        long revision,
        int reading,
        UUID deliveryId,
        String sha256,
        long size,
        String mediaType,
        Outcome outcome,
        @Nullable String reason,
        List<Table> tables,
        List<Finding> findings,
        @Nullable String manifestKey,
        Instant landedAt,
        Instant readAt,
        @Nullable Correction corrects,
        @Nullable Ending ended)
        implements State {

    /** A version that corrects none and has not ended. */
    public VersionState(
            UUID datasetId,
            String dataset,
            String department,
            int version,
            long revision,
            int reading,
            UUID deliveryId,
            String sha256,
            long size,
            String mediaType,
            Outcome outcome,
            @Nullable String reason,
            List<Table> tables,
            List<Finding> findings,
            @Nullable String manifestKey,
            Instant landedAt,
            Instant readAt) {
        this(
                datasetId,
                dataset,
                department,
                version,
                revision,
                reading,
                deliveryId,
                sha256,
                size,
                mediaType,
                outcome,
                reason,
                tables,
                findings,
                manifestKey,
                landedAt,
                readAt,
                null,
                null);
    }

    /** What became of the bytes. Whatever is not {@link #READ} has no tables and may not be used. */
    public enum Outcome {
        READ,
        NOT_TABULAR,
        UNREADABLE,

        /** Taken back: it holds no more. Its bytes are kept. */
        WITHDRAWN,

        /** Sent back to its department, which is to deliver again. Its bytes are kept. */
        REJECTED,

        /** Its bytes are gone, by a rule about how long they are kept; whoever has a copy removes that as well. */
        REMOVED;

        /** Whether it holds no more, for good. */
        public boolean isEnded() {
            return this == WITHDRAWN || this == REJECTED || this == REMOVED;
        }
    }

    /**
     * That a delivery corrects an earlier one.
     *
     * @param version of the same dataset
     * @param reason in the sender's words
     */
    public record Correction(int version, String reason) {}

    /**
     * How a version ended.
     *
     * @param reason in words: why it was withdrawn, what the department is to do, or which rule removed it
     * @param by Keycloak subject; null when a rule did it
     */
    public record Ending(Instant at, @Nullable String by, String reason) {}

    public enum Severity {
        INFO,
        WARNING,
        BLOCKING
    }

    /** A table: {@code rowsIn = rows + rejectedRows}, always. */
    public record Table(
            String name, long rowsIn, long rows, long rejectedRows, List<Column> columns, List<Part> parts) {}

    /**
     * A column.
     *
     * @param id unique within the table, survives renames, equals the Parquet field id
     * @param name in SQL: lower snake case
     * @param label as it stood in the file
     * @param type SQL type: VARCHAR, BIGINT, DOUBLE, DECIMAL(p,s), BOOLEAN, DATE, TIME, TIMESTAMP, TIMESTAMPTZ, BLOB, …
     * @param evidence in plain words, why this type; never a value from the file
     * @param instruction fingerprint of what a steward set about how its values are read, its name left aside; null
     *     where nothing is set. Another one means that the same bytes may give other values
     */
    public record Column(
            int id,
            String name,
            String label,
            String type,
            @Nullable String evidence,
            @Nullable String instruction) {

        /** Read as the bytes say. */
        public Column(int id, String name, String label, String type, @Nullable String evidence) {
            this(id, name, label, type, evidence, null);
        }
    }

    /** A Parquet object with part of a table's rows. */
    public record Part(String key, long rows, long bytes, String sha256) {}

    /**
     * What the reader has to say; the message never quotes a value that could be personal.
     *
     * @param messageNl the same in Dutch
     */
    public record Finding(
            String code,
            Severity severity,
            @Nullable String table,
            @Nullable String column,
            @Nullable Long line,
            String message,
            @Nullable String messageNl) {}

    /** Whether it shows what was observed over some time: rows leave it because they are old, not because they were lost. */
    public boolean ofStream() {
        return tables.stream()
                .flatMap(table -> table.parts().stream())
                .anyMatch(part -> part.key().startsWith("streams/"));
    }

    @Override
    public String key() {
        return datasetId + "/" + version;
    }

    @Override
    public UUID stream() {
        return datasetId;
    }
}
