package nl.datakade.quality.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.datakade.platform.security.Caller;
import nl.datakade.quality.assessment.Assessments;
import nl.datakade.quality.disclosure.Disclosures;
import nl.datakade.quality.profile.ColumnProfile;
import nl.datakade.quality.profile.Profile;
import nl.datakade.quality.profile.TableProfile;
import nl.datakade.quality.profile.TableProfile.CoordinateAgreement;
import nl.datakade.quality.semantic.Bearing;
import nl.datakade.quality.semantic.Detection;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
    private final Disclosures disclosures;
    private final Suppression suppression;

    ProfileController(
            Subjects subjects,
            Assessments assessments,
            Wording wording,
            Disclosures disclosures,
            @Value("${datakade.disclosure-threshold}") long threshold) {
        this.subjects = subjects;
        this.assessments = assessments;
        this.wording = wording;
        this.disclosures = disclosures;
        this.suppression = new Suppression(threshold);
    }

    /**
     * What may be shown of a profile.
     *
     * @param suppressedBelow figures that fewer rows share are left out; null where every figure is shown
     */
    record View(
            String dataset,
            int version,
            LocalDate asOf,
            @Nullable Integer suppressedBelow,
            List<TableView> tables,
            Map<String, String> links) {}

    record TableView(
            String name,
            long rows,
            @Nullable Long duplicateRows,
            List<List<String>> keys,
            boolean aboutPeople,
            @Nullable CoordinateAgreement coordinates,
            List<ColumnView> columns) {}

    /** A column; what is withheld or suppressed is null or empty, and {@code withheld} says so. */
    record ColumnView(
            int id,
            String name,
            String label,
            String type,
            @Nullable Long filled,
            @Nullable Long nulls,
            @Nullable Long placeholders,
            @Nullable Long distinct,
            boolean distinctExact,
            ShownColumn.@Nullable Numbers numbers,
            ColumnProfile.@Nullable Moments moments,
            ShownColumn.@Nullable Texts texts,
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
            @Nullable Double share,
            String evidence) {}

    @GetMapping("/quality/v1/datasets/{name}/versions/{version}/profile")
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "The profile of a version",
            description =
                    "Where there is personal data, or might be, only for the holders of a role in the dataset, the stewards"
                            + " of its department, the privacy officer and the FG. Never holds a personal value. 410 once it has expired, which its score is"
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
        if (subject.isOpen(profile)) {
            var tables =
                    profile.tables().stream().map(table -> whole(table, locale)).toList();
            return view(subject, profile, null, tables);
        }
        var tables = profile.tables().stream()
                .map(table -> suppressed(table, locale))
                .toList();
        disclosures.profile(id, version, caller.subject(), columns(tables));
        return view(subject, profile, (int) suppression.threshold(), tables);
    }

    private static View view(
            Subject subject, Profile profile, @Nullable Integer suppressedBelow, List<TableView> tables) {
        var version = subject.version().version();
        return new View(
                subject.name(), version, profile.asOf(), suppressedBelow, tables, Links.of(subject.name(), version));
    }

    private static List<String> columns(List<TableView> tables) {
        return tables.stream()
                .flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column.name()))
                .limit(Disclosures.MOST_COLUMNS)
                .toList();
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

    private TableView suppressed(TableProfile table, Locale locale) {
        return new TableView(
                table.name(),
                table.rows(),
                suppression.duplicates(table),
                suppression.keys(table),
                table.aboutPeople(),
                suppression.coordinates(table),
                table.columns().stream()
                        .map(column -> column(
                                suppression.of(table, column),
                                column.meanings().stream()
                                        .map(meaning -> suppressed(meaning, column, locale))
                                        .toList()))
                        .toList());
    }

    private TableView whole(TableProfile table, Locale locale) {
        return new TableView(
                table.name(),
                table.rows(),
                table.duplicateRows(),
                table.keys(),
                table.aboutPeople(),
                table.coordinates(),
                table.columns().stream()
                        .map(column -> column(
                                ShownColumn.whole(column),
                                column.meanings().stream()
                                        .map(meaning -> meaning(
                                                meaning,
                                                meaning.share(),
                                                wording.evidence(meaning, column, locale),
                                                locale))
                                        .toList()))
                        .toList());
    }

    /** In how many rows something stands is a figure like any other. */
    private MeaningView suppressed(Detection meaning, ColumnProfile column, Locale locale) {
        var rows = Math.round(meaning.share() * column.filled());
        var threshold = suppression.threshold();
        if (rows < threshold) {
            return meaning(meaning, null, wording.few(threshold, locale), locale);
        }
        if (!suppression.isShown(column.filled() - rows)) {
            return meaning(meaning, null, wording.most(threshold, locale), locale);
        }
        var evidence = meaning.withinText()
                ? wording.within(suppression.multiple(rows), suppression.part(column.filled(), column.rows()), locale)
                : wording.evidence(meaning, locale);
        return meaning(meaning, Suppression.rounded(meaning.share()), evidence, locale);
    }

    private static ColumnView column(ShownColumn shown, List<MeaningView> meanings) {
        var column = shown.column();
        return new ColumnView(
                column.id(),
                column.name(),
                column.label(),
                column.type(),
                shown.filled(),
                shown.nulls(),
                shown.placeholders(),
                shown.distinct(),
                column.distinctExact(),
                shown.numbers(),
                shown.moments(),
                shown.texts(),
                shown.top(),
                shown.histogram(),
                meanings,
                column.personal(),
                shown.withheld());
    }

    private static MeaningView meaning(Detection meaning, @Nullable Double share, String evidence, Locale locale) {
        return new MeaningView(
                meaning.type().code(),
                meaning.type().label(locale),
                meaning.type().bearing(),
                meaning.personal(),
                meaning.withinText(),
                meaning.confidence(),
                share,
                evidence);
    }
}
