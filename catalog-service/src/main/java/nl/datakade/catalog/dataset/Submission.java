package nl.datakade.catalog.dataset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of a dataset, as it was sent. What only the service sets may come along, as in a document that was
 * fetched, changed and sent back, and is passed over.
 */
@Schema(name = "DatasetSubmission", description = "What is said of a dataset; what is left out is empty")
@JsonIgnoreProperties({
    "missing",
    "findings",
    "departmentName",
    "formerNames",
    "currentVersion",
    "latestVersion",
    "score",
    "classifiedBy",
    "classifiedAt",
    "createdAt",
    "updatedAt",
    "proposals",
    "links"
})
record Submission(
        @Schema(example = "Fietstellingen", maxLength = 200) @Nullable
        String title,

        @Schema(example = "Aantallen fietsers per telpunt per uur.", maxLength = 10_000) @Nullable
        String description,

        @Schema(example = "mobiliteit", description = "Slug; when left out it stays what it was") @Nullable
        String department,

        @Schema(example = "[\"TRAN\"]", description = "EU data themes, by code or IRI") @Nullable
        List<String> themes,

        @Schema(example = "[\"fiets\",\"verkeer\"]") @Nullable
        List<String> keywords,

        @Nullable Classified classification,

        @Schema(description = "Who fills which role") @Nullable
        List<RoleHolding> roles,

        @Schema(example = "CC0", description = "Licence, by code or address") @Nullable
        String license,

        @Schema(example = "DAILY", description = "EU frequency, by code or IRI") @Nullable
        String frequency,

        @Nullable Period temporal,

        @Schema(
                example = "https://vocabs.cbs.nl/geo/id/gemeente/GM0000",
                description = "Address of the area it covers, such as a CBS neighbourhood")
        @Nullable
        String spatial,

        @Nullable List<ColumnText> columns,

        @Schema(example = "0.01", minimum = "0", maximum = "1", description = "Share of rows that may be rejected")
        @Nullable
        Double rejectLimit,

        @Nullable Kept retention,

        @Schema(description = "As fetched, if at all", accessMode = Schema.AccessMode.READ_ONLY) @Nullable
        String id,

        @Schema(description = "As fetched, if at all; PATCH renames", example = "fietstellingen") @Nullable
        String name,

        @Schema(
                description = "As fetched, if at all; it follows from the rest",
                accessMode = Schema.AccessMode.READ_ONLY)
        @Nullable
        String status) {

    @Schema(
            name = "DatasetRetention",
            description =
                    "How long versions are kept, at most; whichever bound is passed first counts. When it is left out"
                            + " the department's rule holds")
    record Kept(
            @Schema(
                    example = "12",
                    minimum = "1",
                    maximum = "10000",
                    description = "So many released versions, the current one included")
            @Nullable
            Integer versions,

            @Schema(example = "P5Y", description = "From the landing: ISO 8601 in years, months, weeks or days")
            @Nullable
            String period,

            @Schema(description = "Whether the period holds for the current version too; otherwise that one stays")
            @Nullable
            Boolean current) {}

    @Schema(name = "DatasetClassification", description = "The two axes on which a dataset is classified")
    record Classified(
            @Schema(implementation = Confidentiality.class, example = "INTERNAL") @Nullable
            String confidentiality,

            @Schema(implementation = PersonalData.class, example = "NONE") @Nullable
            String personalData,

            @Schema(
                    example = "5.1 2e",
                    description = "Why it is not public: a ground of the Woo, with or without words, or words")
            @Nullable
            String reason) {}

    @Schema(name = "DatasetRole")
    @JsonIgnoreProperties("name")
    record RoleHolding(
            @Schema(implementation = Role.class, example = "DATA_OWNER") @Nullable
            String role,

            @Schema(example = "3f0a9a64-5b0e-4f6e-9d0b-6f6f3a1c2d3e", description = "Keycloak subject") @Nullable
            String person) {}

    @Schema(name = "DatasetPeriod", description = "The time it covers; an open end is left out")
    record Period(@Nullable LocalDate from, @Nullable LocalDate until) {}

    @Schema(name = "DatasetColumn", description = "What a column means")
    record ColumnText(
            @Schema(example = "tellingen") @Nullable String table,
            @Schema(example = "aantal") @Nullable String column,

            @Schema(example = "Aantal fietsers in dat uur") @Nullable
            String description) {}

    static Submission of(Registration said) {
        return new Submission(
                said.title(),
                said.description(),
                said.department(),
                said.themes(),
                said.keywords(),
                classified(said),
                said.roles().stream()
                        .sorted(Holder.ORDER)
                        .map(holder -> new RoleHolding(holder.role().name(), holder.person()))
                        .toList(),
                said.license(),
                said.frequency(),
                said.from() == null && said.until() == null ? null : new Period(said.from(), said.until()),
                said.spatial(),
                columns(said),
                said.rejectLimit(),
                kept(said),
                null,
                null,
                null);
    }

    static @Nullable Classified classified(Registration said) {
        var classification = said.classification();
        return classification == null
                ? null
                : new Classified(
                        classification.confidentiality().name(),
                        classification.personalData().name(),
                        said.classificationReason());
    }

    static @Nullable Kept kept(Registration said) {
        var retention = said.retention();
        return retention == null ? null : new Kept(retention.versions(), retention.period(), retention.current());
    }

    static List<ColumnText> columns(Registration said) {
        return said.columns().stream()
                .map(column -> new ColumnText(column.table(), column.column(), column.description()))
                .toList();
    }
}
