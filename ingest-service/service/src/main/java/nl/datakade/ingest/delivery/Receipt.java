package nl.datakade.ingest.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.ingest.reason.Reason;
import org.jspecify.annotations.Nullable;

/** What a sender holds in hand: that these bytes arrived, as which version, and how far they have come. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        UUID deliveryId,
        UUID datasetId,
        @Schema(example = "fietstellingen") String dataset,
        @Schema(example = "mobiliteit") String department,

        @Schema(description = "1, 2, 3… per dataset", example = "3")
        int version,

        Delivery.State state,

        @Schema(description = "Why it failed or is held back, as a code", example = "not-what-it-claims") @Nullable
        String reason,

        @Schema(description = "The same in words, with columns and numbers; only where a delivery is looked up")
        @Nullable
        List<Reason> reasons,

        @Schema(description = "Of the bytes, in hexadecimal")
        String sha256,

        @Schema(description = "Bytes", example = "48213") long size,
        @Schema(example = "text/csv") String mediaType,

        @Schema(description = "As the sender named it", example = "fietstellingen.csv") @Nullable
        String fileName,

        Instant receivedAt,

        @Schema(description = "Empty until the file is read")
        List<Delivery.Table> tables,

        @Schema(description = "The version that it was sent to correct")
        Delivery.@Nullable Correction corrects,

        @Schema(description = "The latest version that was sent to correct this one") @Nullable
        Integer correctedBy,

        @Schema(description = "How it was withdrawn, sent back or removed")
        Delivery.@Nullable Ending ended,

        Links links) {

    /** Where to go on, as absolute paths. */
    public record Links(String self, String receipt, String dataset, String version, String score) {}

    public static Receipt of(Delivery delivery) {
        return of(delivery, null);
    }

    /** @param reasons why it failed or is held back, in words; null where nobody asks */
    static Receipt of(Delivery delivery, @Nullable List<Reason> reasons) {
        var version = "/datasets/" + delivery.dataset() + "/versions/" + delivery.version();
        return new Receipt(
                delivery.id(),
                delivery.datasetId(),
                delivery.dataset(),
                delivery.department(),
                delivery.version(),
                delivery.state(),
                delivery.reason(),
                reasons,
                delivery.sha256(),
                delivery.size(),
                delivery.mediaType(),
                delivery.fileName(),
                delivery.receivedAt(),
                delivery.tables(),
                delivery.corrects(),
                delivery.correctedBy(),
                delivery.ended(),
                new Links(
                        "/ingest/v1/deliveries/" + delivery.id(),
                        "/ingest/v1/deliveries/" + delivery.id() + "/receipt",
                        "/catalog/v1/datasets/" + delivery.dataset(),
                        "/ingest/v1" + version,
                        "/quality/v1" + version + "/score"));
    }
}
