package nl.datakade.catalog.dataset;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.catalog.DatasetState.Status;
import nl.datakade.contracts.catalog.Visibility;
import org.jspecify.annotations.Nullable;

/** A dataset of which the caller may know no more than that it exists: enough to ask for access. */
@Schema(name = "NamedDataset")
record NamedDatasetView(
        UUID id,
        @Schema(example = "overlastmeldingen") String name,

        @Schema(allowableValues = "NAMED_ONLY", description = "No more of the dataset is shown to you")
        Visibility visibility,

        Status status,
        @Nullable String title,
        @Schema(example = "handhaving") String department,
        @Nullable String departmentName,
        Submission.@Nullable Classified classification,

        @Schema(description = "Its owners, to turn to") List<DatasetView.Holding> roles,

        Links links) {

    @Schema(name = "NamedDatasetLinks", description = "Addresses on this host")
    record Links(String self, String readiness, String requests) {}
}
