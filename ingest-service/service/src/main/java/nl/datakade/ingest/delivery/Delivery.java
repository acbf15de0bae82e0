package nl.datakade.ingest.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.ingest.reason.Breaches;
import org.jspecify.annotations.Nullable;

/**
 * A file that a department handed over, complete and verified in object storage.
 *
 * @param dataset present name of its dataset
 * @param department slug
 * @param client Keycloak subject of the sender
 * @param sha256 lower-case hexadecimal
 * @param reasons why it failed or is held back, as kebab-case codes
 * @param correctedBy the latest version that was sent to correct this one
 * @param breaches what is behind the reason, when quality told
 */
public record Delivery(
        UUID id,
        UUID datasetId,
        String dataset,
        String department,
        int version,
        String client,
        String objectKey,
        long size,
        String sha256,
        String mediaType,
        @Nullable String fileName,
        State state,
        List<String> reasons,
        List<Table> tables,
        Instant receivedAt,
        @Nullable Correction corrects,
        @Nullable Integer correctedBy,
        @Nullable Ending ended,
        Breaches breaches) {

    /** One that has just come in, and has no number yet. */
    public static Delivery landed(
            UUID id,
            UUID datasetId,
            String dataset,
            String department,
            String client,
            String objectKey,
            long size,
            String sha256,
            String mediaType,
            @Nullable String fileName,
            Instant receivedAt,
            @Nullable Correction corrects) {
        return new Delivery(
                id,
                datasetId,
                dataset,
                department,
                0,
                client,
                objectKey,
                size,
                sha256,
                mediaType,
                fileName,
                State.LANDED,
                List.of(),
                List.of(),
                receivedAt,
                corrects,
                null,
                null,
                Breaches.NONE);
    }

    /** The same, under the number that it was given. */
    public Delivery as(int given) {
        return new Delivery(
                id,
                datasetId,
                dataset,
                department,
                given,
                client,
                objectKey,
                size,
                sha256,
                mediaType,
                fileName,
                state,
                reasons,
                tables,
                receivedAt,
                corrects,
                correctedBy,
                ended,
                breaches);
    }

    /** Why it failed or is held back, with ", " between the codes; null when there is no reason. */
    public @Nullable String reason() {
        return reasons.isEmpty() ? null : String.join(", ", reasons);
    }

    /** How far it came: read into tables, then what quality says of them; and how it ended, if it did. */
    public enum State {
        LANDED,
        READING,
        READ,
        RELEASED,
        HELD_BACK,
        FAILED,

        /** Taken back: it holds no more. */
        WITHDRAWN,

        /** Sent back to its department. */
        REJECTED,

        /** Its bytes are gone, by a rule about how long they are kept. */
        REMOVED;

        public boolean isEnded() {
            return this == WITHDRAWN || this == REJECTED || this == REMOVED;
        }
    }

    /**
     * That it was sent to correct an earlier version of its dataset.
     *
     * @param reason in the sender's words
     */
    public record Correction(
            @Schema(example = "3") int version,
            @Schema(example = "Telpunt F07 telde dubbel") String reason) {}

    /**
     * How it ended.
     *
     * @param by Keycloak subject; null when a rule did it
     * @param reason in words
     */
    @Schema(name = "VersionEnding")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ending(
            Instant at,

            @Schema(description = "Keycloak subject; left out when a rule did it") @Nullable
            String by,

            @Schema(
                    description = "Why it was withdrawn, what its department is to do, or by which rule it went",
                    example = "Kolom snelheid ontbreekt; graag de volledige export")
            String reason) {}

    /** What was read, in short. */
    public record Table(String name, long rows, long rejectedRows, int columns) {}
}
