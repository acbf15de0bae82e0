package nl.datakade.ingest.balance;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * How what ingest holds agrees with itself at one moment.
 *
 * @param imbalances the first {@value #MOST}, the most serious kinds first
 */
record Balance(
        Instant checkedAt,
        boolean balanced,
        Counts counts,

        @Schema(description = "How many things do not agree in all")
        long total,

        @Schema(description = "The first 1,000 of them, by kind")
        List<Imbalance> imbalances) {

    static final int MOST = 1_000;

    static Balance of(Instant checkedAt, Counts counts, List<Imbalance> found) {
        return new Balance(
                checkedAt,
                found.isEmpty(),
                counts,
                found.size(),
                found.stream().limit(MOST).toList());
    }

    /**
     * What was counted.
     *
     * @param deliveries with a receipt
     * @param versions given out
     * @param objects raw files in storage that belong to a delivery
     * @param announced deliveries that the other services were told of, or that wait to be told
     * @param removed deliveries whose bytes went by a rule; a tombstone is left of each
     * @param readings of versions
     * @param tableObjects objects of tables, manifests, rejected rows and streams
     * @param hashed raw files of which every byte was read again
     */
    record Counts(
            long deliveries,
            long versions,
            long objects,
            long announced,
            long removed,
            long readings,
            long tableObjects,
            long hashed) {}
}
