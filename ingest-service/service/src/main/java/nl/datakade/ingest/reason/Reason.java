package nl.datakade.ingest.reason;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a version is held back or failed. Names and counts, never a value from the file. */
@Schema(name = "VersionReason")
public record Reason(
        @Schema(example = "column-lost") String code,

        @Schema(
                description = "In the language of who asks",
                example = "Column snelheid of the previous version is gone.")
        String text,

        @Schema(description = "Where, a hundred at most; empty when it is about the whole file, or not told")
        List<Place> places,

        @Schema(
                description =
                        "For too-many-rejects rejectedRows, rowsIn and limitPercent; for nearly-all-rows-gone rows and"
                                + " rowsBefore; for no-rows rowsIn",
                example = "{\"rejectedRows\": 12, \"rowsIn\": 400, \"limitPercent\": 1}")
        Map<String, BigDecimal> figures) {

    /** A table, or a column of it, by their names in SQL. */
    @Schema(name = "VersionReasonPlace")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            @Schema(description = "Left out when the column should be in any of them", example = "tellingen") @Nullable
            String table,

            @Schema(description = "Left out when it is about the whole table", example = "snelheid") @Nullable
            String column,

            @Schema(description = "Its type in the previous version, when that changed", example = "BIGINT") @Nullable
            String typeBefore,

            @Schema(description = "Its type now, when that changed", example = "VARCHAR") @Nullable
            String type) {}
}
