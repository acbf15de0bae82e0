package nl.datakade.ingest.stream;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that is fed by observations.
 *
 * @param table its name in SQL
 * @param revision of the columns; 0 when there are none yet
 * @param observations landed, ever
 * @param duplicates told from their ids to have landed before
 * @param deliveryId the last one landed
 */
public record Stream(
        UUID datasetId,
        String table,
        int revision,
        List<StreamColumn> columns,
        long observations,
        long duplicates,
        @Nullable UUID deliveryId,
        @Nullable Integer version,
        @Nullable Instant landedAt) {

    /** There is one as soon as anything landed. */
    UUID lastDelivery() {
        return Objects.requireNonNull(deliveryId, "nothing landed");
    }

    static Stream begun(UUID datasetId, String table) {
        return new Stream(datasetId, table, 0, List.of(), 0, 0, null, null, null);
    }
}
