package nl.datakade.catalog.dataset;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.catalog.DatasetState.Status;
import org.jspecify.annotations.Nullable;

/** A dataset as it is shown: what was said of it, and what the platform knows of it. */
@Schema(name = "Dataset")
record DatasetView(
        UUID id,
        @Schema(example = "fietstellingen") String name,

        @Schema(description = "Names it had before; they lead here")
        List<String> formerNames,

        Status status,
        @Nullable String title,
        @Nullable String description,
        @Schema(example = "mobiliteit") String department,
        @Schema(example = "Mobiliteit") @Nullable String departmentName,
        List<String> themes,
        List<String> keywords,
        Submission.@Nullable Classified classification,
        List<Holding> roles,
        @Nullable String license,
        @Nullable String frequency,
        Submission.@Nullable Period temporal,
        @Nullable String spatial,
        List<Submission.ColumnText> columns,
        @Nullable Double rejectLimit,
        Submission.@Nullable Kept retention,

        @Schema(description = "What it lacks to be registered")
        List<Lack> missing,

        @Schema(description = "What the steward should know")
        List<Remark> findings,

        @Schema(description = "The last version that was released") @Nullable
        Integer currentVersion,

        @Schema(description = "The last version that landed") @Nullable
        Integer latestVersion,

        @Schema(description = "Score of the current version, 0 to 100", example = "87.5") @Nullable
        Double score,

        @Schema(description = "Keycloak subject") @Nullable String classifiedBy,
        @Nullable Instant classifiedAt,
        Instant createdAt,
        Instant updatedAt,

        @Schema(description = "What waits until others have decided")
        List<Waiting> proposals,

        Links links) {

    @Schema(name = "DatasetWaitingProposal")
    record Waiting(
            UUID id,
            Proposal.Kind kind,

            @Schema(example = "/catalog/v1/datasets/bomen/proposals/0193b3b2-7e6c-7000-8000-000000000000")
            String self) {}

    @Schema(name = "DatasetRoleHolder")
    record Holding(
            @Schema(example = "DATA_OWNER") String role,
            @Schema(description = "Keycloak subject") String person,

            @Schema(description = "Left out when unknown") @Nullable
            String name) {}

    @Schema(name = "DatasetLack")
    record Lack(
            @Schema(example = "owner") String code,
            @Schema(example = "roles") String field,
            String message,

            @Schema(example = "the steward of the department")
            String whoseMove) {}

    @Schema(name = "DatasetRemark")
    record Remark(@Schema(example = "name-taken") String code, String message) {}

    @Schema(name = "DatasetLinks", description = "Addresses on this host")
    record Links(
            @Schema(example = "/catalog/v1/datasets/fietstellingen")
            String self,

            @Schema(example = "/catalog/v1/datasets/fietstellingen/versions")
            String versions,

            @Schema(example = "/quality/v1/datasets/fietstellingen/versions/3/score") @Nullable
            String score,

            @Schema(example = "/access/v1/datasets/fietstellingen/readiness")
            String readiness) {}
}
