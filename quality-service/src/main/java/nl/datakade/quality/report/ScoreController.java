package nl.datakade.quality.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.contracts.quality.ScoreState.NoScore;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import nl.datakade.quality.assessment.Assessment;
import nl.datakade.quality.assessment.Assessments;
import nl.datakade.quality.rule.Breach;
import nl.datakade.quality.rule.Court;
import nl.datakade.quality.score.Measurement;
import nl.datakade.quality.score.Score;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Scores", description = "How good each version is, and whether it may be used")
class ScoreController {
    private final Subjects subjects;
    private final Assessments assessments;
    private final Wording wording;
    private final Suppression suppression;

    ScoreController(
            Subjects subjects,
            Assessments assessments,
            Wording wording,
            @Value("${datakade.disclosure-threshold}") long threshold) {
        this.subjects = subjects;
        this.assessments = assessments;
        this.wording = wording;
        this.suppression = new Suppression(threshold);
    }

    /**
     * A version's score.
     *
     * @param score 0 to 100; null when nothing could be measured
     * @param noScore why there is no score; null when there is one
     * @param noScoreText the same in words
     * @param releasedByException whether a steward released it although it breaks rules
     * @param exceptions those rules
     * @param release who let it pass in spite of the findings, and why
     */
    record View(
            String dataset,
            String datasetId,
            int version,
            int reading,
            @Nullable Double score,
            @Nullable NoScore noScore,
            @Nullable String noScoreText,
            Verdict verdict,
            boolean releasedByException,
            List<String> exceptions,
            Instant scoredAt,
            List<DimensionView> dimensions,
            List<FindingView> findings,
            List<ColumnView> columns,
            @Nullable ReleaseView release,
            Map<String, String> links) {}

    /** A dimension; the score is null when it could not be measured. */
    record DimensionView(
            String code,
            String name,
            String meaning,
            int weight,
            @Nullable Double score,
            boolean measured,
            List<MetricView> metrics) {}

    /**
     * What was measured: {@code score = 100 × part / whole}.
     *
     * @param score of rows that are not public a whole number, and null where it would say of a few rows how they are
     * @param part null of data that is not public, where it counts rows; as is {@code whole}
     */
    record MetricView(
            String code,
            String name,
            String formula,
            int weight,
            @Nullable Double score,
            boolean measured,
            @Nullable Double part,
            @Nullable Double whole) {}

    /** What somebody should look at. */
    record FindingView(
            String code,
            boolean blocking,
            @Nullable String table,
            @Nullable String column,
            String title,
            String remedy,
            Court court,
            String courtName) {}

    /**
     * What a column was recognised as.
     *
     * @param share part of the filled values that fit; null of data that is not public, where it would say in how few rows
     */
    record ColumnView(
            String table,
            int columnId,
            String name,
            String semanticType,
            boolean personal,
            @Nullable Double share) {

        static ColumnView of(ScoreState.Column column, boolean open) {
            return new ColumnView(
                    column.table(),
                    column.columnId(),
                    column.name(),
                    column.semanticType(),
                    column.personal(),
                    open ? (Double) column.share() : null);
        }
    }

    record ReleaseView(String person, String reason, List<String> rules, Instant decidedAt) {}

    /** One line of a dataset's history. */
    record Line(
            int version,
            int reading,
            @Nullable Double score,
            @Nullable NoScore noScore,
            Map<String, Double> dimensions,
            Verdict verdict,
            boolean releasedByException,
            List<String> exceptions,
            List<String> reasons,
            Instant scoredAt,
            Map<String, String> links) {}

    @GetMapping("/quality/v1/datasets/{name}/versions/{version}/score")
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "The score of a version, by dimension and metric, with its verdict and findings")
    View score(@PathVariable String name, @PathVariable int version, Caller caller, Locale locale) {
        var subject = subjects.find(name, version, caller);
        var assessment = assessments
                .find(subject.version().datasetId(), version)
                .orElseThrow(() -> new ReportProblem.NotScoredYet(name, version));
        return view(subject, assessment, locale);
    }

    @GetMapping("/quality/v1/datasets/{name}/scores")
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "The scores of all versions of a dataset, the newest first")
    Paged<Line> history(@PathVariable String name, @Valid @ParameterObject Page page, Caller caller) {
        var id = subjects.id(name, caller);
        var current = subjects.nameOf(id, name);
        var states = assessments.history(id, page.pageSize(), page.offset());
        return Paged.of(states.stream().map(state -> line(current, state)).toList(), page, assessments.count(id));
    }

    private static Line line(String name, ScoreState state) {
        return new Line(
                state.version(),
                state.reading(),
                state.score(),
                state.noScore(),
                state.dimensions(),
                state.verdict(),
                state.releasedByException(),
                state.exceptions(),
                state.reasons(),
                state.scoredAt(),
                Links.of(name, state.version()));
    }

    private View view(Subject subject, Assessment assessment, Locale locale) {
        var state = assessment.state();
        var release = assessment.release();
        return new View(
                subject.name(),
                state.datasetId().toString(),
                state.version(),
                state.reading(),
                state.score(),
                state.noScore(),
                state.noScore() == null ? null : wording.name(state.noScore(), locale),
                state.verdict(),
                state.releasedByException(),
                state.exceptions(),
                state.scoredAt(),
                assessment.score().dimensions().stream()
                        .map(dimension -> dimension(dimension, subject.isClassifiedOpen(), locale))
                        .toList(),
                assessment.breaches().stream()
                        .map(breach -> finding(breach, locale))
                        .toList(),
                state.columns().stream()
                        .map(column -> ColumnView.of(column, subject.isClassifiedOpen()))
                        .toList(),
                release == null
                        ? null
                        : new ReleaseView(release.person(), release.reason(), release.rules(), release.decidedAt()),
                Links.of(subject.name(), state.version()));
    }

    private DimensionView dimension(Score.InDimension measured, boolean open, Locale locale) {
        var dimension = measured.dimension();
        return new DimensionView(
                dimension.code(),
                wording.name(dimension, locale),
                wording.meaning(dimension, locale),
                dimension.weight(),
                measured.score(),
                measured.score() != null,
                measured.measurements().stream()
                        .map(measurement -> metric(measurement, open, locale))
                        .toList());
    }

    private MetricView metric(Measurement measurement, boolean open, Locale locale) {
        var metric = measurement.metric();
        var exact = open || !metric.isOfRows();
        return new MetricView(
                metric.code(),
                wording.name(metric, locale),
                wording.formula(metric, locale),
                metric.weight(),
                exact ? measurement.score() : suppression.score(measurement),
                measurement.measured(),
                exact ? (Double) measurement.part() : null,
                exact ? (Double) measurement.whole() : null);
    }

    private FindingView finding(Breach breach, Locale locale) {
        var rule = breach.rule();
        return new FindingView(
                rule.code(),
                rule.blocking(),
                breach.table(),
                breach.column(),
                wording.title(breach, locale),
                wording.remedy(rule, locale),
                rule.court(),
                wording.name(rule.court(), locale));
    }
}
