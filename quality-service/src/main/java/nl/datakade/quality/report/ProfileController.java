package nl.datakade.quality.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.datakade.platform.security.Caller;
import nl.datakade.quality.assessment.Assessments;
import nl.datakade.quality.profile.ColumnProfile;
import nl.datakade.quality.profile.TableProfile;
import nl.datakade.quality.profile.TableProfile.CoordinateAgreement;
import nl.datakade.quality.semantic.Bearing;
import nl.datakade.quality.semantic.Detection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Profiles", description = "What stands in the tables of a version, in figures")
class ProfileController {
    private final Subjects subjects;
    private final Assessments assessments;
    private final Wording wording;

    ProfileController(Subjects subjects, Assessments assessments, Wording wording) {
        this.subjects = subjects;
        this.assessments = assessments;
        this.wording = wording;
    }

    record View(String dataset, int version, LocalDate asOf, List<TableView> tables, Map<String, String> links) {}

    record TableView(
            String name,
            long rows,
            long duplicateRows,
            List<List<String>> keys,
            boolean aboutPeople,
            @Nullable CoordinateAgreement coordinates,
            List<ColumnView> columns) {}

    /** A column; what is withheld is null or empty, and {@code withheld} says so. */
    record ColumnView(
            int id,
            String name,
            String label,
            String type,
            long filled,
            long nulls,
            long placeholders,
            long distinct,
            boolean distinctExact,
            ColumnProfile.@Nullable Numbers numbers,
            ColumnProfile.@Nullable Moments moments,
            ColumnProfile.@Nullable Texts texts,
            List<ColumnProfile.ValueCount> top,
            List<ColumnProfile.Bin> histogram,
            List<MeaningView> meanings,
            boolean personal,
            ColumnProfile.Withheld withheld) {}

    record MeaningView(
            String code,
            String name,
            Bearing bearing,
            boolean personal,
            boolean withinText,
            double confidence,
            double share,
            String evidence) {}

    @GetMapping("/quality/v1/datasets/{name}/versions/{version}/profile")
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "The profile of a version",
            description =
                    "Where there is personal data, or might be, only for the holders of a role in the dataset, the stewards"
                            + " of its department, the privacy officer and the FG. Never holds a personal value. 410 once it was let go, which its score is"
                            + " not.")
    View profile(@PathVariable String name, @PathVariable int version, Caller caller, Locale locale) {
        var subject = subjects.find(name, version, caller);
        var id = subject.version().datasetId();
        if (assessments.find(id, version).isEmpty()) {
            throw new ReportProblem.NotScoredYet(name, version);
        }
        var profile = assessments.profile(id, version).orElseThrow(() -> none(subject, version));
        if (!subject.profileVisibleTo(caller, profile)) {
            throw new ReportProblem.ProfileRestricted(name);
        }
        return new View(
                subject.name(),
                version,
                profile.asOf(),
                profile.tables().stream().map(table -> table(table, locale)).toList(),
                Links.of(subject.name(), version));
    }

    private ReportProblem none(Subject subject, int version) {
        var id = subject.version().datasetId();
        return assessments.isLetGo(id, version)
                ? new ReportProblem.ProfileLetGo(
                        subject.name(),
                        version,
                        assessments.profileAfter(id, version).orElse(null))
                : new ReportProblem.NoProfile(subject.name(), version);
    }

    private TableView table(TableProfile table, Locale locale) {
        return new TableView(
                table.name(),
                table.rows(),
                table.duplicateRows(),
                table.keys(),
                table.aboutPeople(),
                table.coordinates(),
                table.columns().stream().map(column -> column(column, locale)).toList());
    }

    private ColumnView column(ColumnProfile column, Locale locale) {
        return new ColumnView(
                column.id(),
                column.name(),
                column.label(),
                column.type(),
                column.filled(),
                column.nulls(),
                column.measures().placeholders(),
                column.distinct(),
                column.distinctExact(),
                column.numbers(),
                column.moments(),
                column.texts(),
                column.top(),
                column.histogram(),
                column.meanings().stream()
                        .map(meaning -> meaning(meaning, column, locale))
                        .toList(),
                column.personal(),
                column.withheld());
    }

    private MeaningView meaning(Detection meaning, ColumnProfile column, Locale locale) {
        return new MeaningView(
                meaning.type().code(),
                meaning.type().label(locale),
                meaning.type().bearing(),
                meaning.personal(),
                meaning.withinText(),
                meaning.confidence(),
                meaning.share(),
                wording.evidence(meaning, column, locale));
    }
}
