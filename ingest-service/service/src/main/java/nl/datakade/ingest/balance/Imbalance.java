package nl.datakade.ingest.balance;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Something that does not agree.
 *
 * @param subject the delivery, dataset, reading or object key it is about
 */
record Imbalance(
        Kind kind,

        @Schema(
                description = "The delivery, dataset/version/reading or object key it is about",
                example = "landing/0190f2c4-8c00-7d2b-b222-0a0b0c0d0e0f/0190f2c4-8c00-7d2b-b333-0a0b0c0d0e0f/content")
        String subject) {

    /** What can be out of balance, and who puts it right. */
    enum Kind {
        /** A delivery whose raw bytes are not in storage. Restore them from a backup of the store. */
        OBJECT_MISSING(Remedy.OPERATOR),
        /** A delivery whose raw bytes are longer or shorter than its receipt says, or were changed. */
        OBJECT_DAMAGED(Remedy.OPERATOR),
        /** Raw bytes of which nobody holds a receipt. */
        OBJECT_WITHOUT_DELIVERY(Remedy.REPAIR),
        /** A dataset whose versions are not 1, 2, 3… to its latest. Restore the database. */
        VERSION_GAP(Remedy.OPERATOR),
        /** A delivery that the other services were not told of. */
        DELIVERY_NOT_ANNOUNCED(Remedy.REPAIR),
        /** The other services were told of a delivery that is not here. The database is older than Kafka. */
        ANNOUNCED_WITHOUT_DELIVERY(Remedy.OPERATOR),
        /** What was last read of a version, or its end, that the other services were not told of. */
        VERSION_NOT_ANNOUNCED(Remedy.REPAIR),
        /** A reading whose manifest, tables or rejected rows are not in storage as written: the bytes are read again. */
        TABLES_MISSING(Remedy.REPAIR),
        /** A part of a stream that is not in storage as written. Restore it from a backup of the store. */
        STREAM_PART_MISSING(Remedy.OPERATOR),
        /** Tables of which no reading speaks. */
        TABLES_WITHOUT_READING(Remedy.REPAIR),
        /** A delivery that has waited for a reader for over an hour. It goes on by itself once readers run. */
        READING_OVERDUE(Remedy.WAIT),
        /** A removal that was decided over a day ago. It goes on by itself once storage answers. */
        REMOVAL_OVERDUE(Remedy.WAIT),
        /** Events that wait for Kafka for over five minutes. They go out by themselves once Kafka answers. */
        EVENTS_OVERDUE(Remedy.WAIT);

        final Remedy remedy;

        Kind(Remedy remedy) {
            this.remedy = remedy;
        }
    }

    enum Remedy {
        /** A repair mends it; nothing is lost by it. */
        REPAIR,
        /** Only a person with a backup can mend it. */
        OPERATOR,
        /** Mends itself once what it waits for is back. */
        WAIT
    }

    public Remedy remedy() {
        return kind.remedy;
    }
}
