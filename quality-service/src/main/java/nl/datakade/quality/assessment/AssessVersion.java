package nl.datakade.quality.assessment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.contracts.quality.ScoreState.NoScore;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.platform.city.City;
import nl.datakade.platform.event.Outbox;
import nl.datakade.quality.profile.Profile;
import nl.datakade.quality.rule.Breach;
import nl.datakade.quality.rule.Rule;
import nl.datakade.quality.rule.Rules;
import nl.datakade.quality.score.Description;
import nl.datakade.quality.score.Score;
import nl.datakade.quality.score.Scoring;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Judges one version from what is known of it now, and announces the judgement if it is another one. */
@Component
public class AssessVersion {
    private static final int ATTEMPTS = 3;

    private final Versions versions;
    private final Datasets datasets;
    private final Assessments assessments;
    private final Outbox outbox;
    private final City city;
    private final Clock clock;

    AssessVersion(
            Versions versions, Datasets datasets, Assessments assessments, Outbox outbox, City city, Clock clock) {
        this.versions = versions;
        this.datasets = datasets;
        this.assessments = assessments;
        this.outbox = outbox;
        this.city = city;
        this.clock = clock;
    }

    /** What has to be measured first; after a few failures it is judged without, and held back for that. */
    @Transactional(readOnly = true)
    public Optional<VersionState> unmeasured(UUID datasetId, int number, int failedBefore) {
        return versions.find(datasetId, number)
                .filter(version -> version.outcome() == Outcome.READ && failedBefore < ATTEMPTS)
                .filter(version -> !assessments.isLetGo(datasetId, number)
                        || assessments
                                .find(datasetId, number)
                                .filter(known -> known.state().reading() == version.reading())
                                .isEmpty())
                .filter(version -> assessments
                        .profile(datasetId, number, Measuring.content(version))
                        .isEmpty());
    }

    /**
     * Judges on what was measured, now or before.
     *
     * @param measured null when nothing had to be; what is no longer of the version's content is dropped, and the version,
     *     which is due again, is left as it is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void assess(UUID datasetId, int number, int failedBefore, @Nullable Measured measured) {
        var version = versions.find(datasetId, number).orElseThrow();
        if (version.outcome().isEnded()) {
            retire(version);
            return;
        }
        if (assessments.isLetGo(datasetId, number) && judgeAsItStands(version)) {
            return;
        }
        var content = Measuring.content(version);
        var measurable = version.outcome() == Outcome.READ;
        var profile =
                measurable ? assessments.profile(datasetId, number, content).orElse(null) : null;
        if (measurable
                && profile == null
                && measured != null
                && measured.content().equals(content)) {
            profile = measured.profile();
            assessments.keep(datasetId, number, content, profile);
        }
        if (measurable && profile == null && failedBefore < ATTEMPTS) {
            return;
        }
        judge(version, profile, measurable && profile == null);
    }

    /** Judges again on what was measured before, at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    void settle(UUID datasetId, int number) {
        assess(datasetId, number, ATTEMPTS, null);
    }

    private void judge(VersionState version, @Nullable Profile profile, boolean unmeasured) {
        var before = assessments.lock(version.datasetId(), version.version()).orElse(null);
        var dataset = datasets.find(version.datasetId()).orElse(null);
        var previous =
                versions.releasedBefore(version.datasetId(), version.version()).orElse(null);
        var score =
                Scoring.of(version, profile, dataset == null ? null : Description.of(dataset), previous, city.zone());
        var breaches = breaches(version, profile, dataset, previous, profileOf(previous), unmeasured);
        var release = release(version, breaches);
        conclude(version, before, score, breaches, profile == null ? List.of() : columns(profile), release);
    }

    /**
     * Of a version whose profile was let go nothing is found out any more; but somebody may have released it, or the
     * dataset may be classified otherwise. False when it was read anew since.
     */
    private boolean judgeAsItStands(VersionState version) {
        var before = assessments
                .lock(version.datasetId(), version.version())
                .filter(known -> known.state().reading() == version.reading());
        var classification = datasets.find(version.datasetId())
                .map(DatasetState::classification)
                .orElse(null);
        before.ifPresent(known -> {
            var columns = known.state().columns();
            var breaches = Rules.brokenStill(known.breaches(), columns, classification);
            conclude(version, known, known.score(), breaches, columns, release(version, breaches));
        });
        return before.isPresent();
    }

    private void conclude(
            VersionState version,
            @Nullable Assessment before,
            Score score,
            List<Breach> breaches,
            List<ScoreState.Column> columns,
            Assessment.@Nullable Release release) {
        var reasons = blocking(breaches);
        var state = new ScoreState(
                version.datasetId(),
                version.version(),
                version.reading(),
                before == null ? 1 : before.state().revision() + 1,
                score.overall(),
                score.byCode(),
                reasons.isEmpty() || release != null ? Verdict.RELEASED : Verdict.HELD_BACK,
                release == null ? reasons : List.of(),
                columns,
                release == null ? null : release.person(),
                clock.instant(),
                release == null ? ToldBreaches.of(breaches) : List.of(),
                release == null ? ToldBreaches.counts(breaches) : Map.of(),
                score.overall() == null ? noScore(version) : null,
                release == null ? List.of() : reasons);
        var judged = new Assessment(state, score, breaches, release);
        if (before != null && same(before, judged)) {
            return;
        }
        assessments.keep(judged);
        outbox.announce(state);
        if (before == null
                || before.verdict() != judged.verdict()
                || before.state().reading() != state.reading()) {
            versions.requestNext(version.datasetId(), version.version());
        }
        if (before != null && before.verdict() == Verdict.RELEASED && judged.verdict() == Verdict.HELD_BACK) {
            versions.requestReleasedBefore(version.datasetId(), version.version());
        }
    }

    private static NoScore noScore(VersionState version) {
        return switch (version.outcome()) {
            case READ -> NoScore.NOT_MEASURED;
            case NOT_TABULAR -> NoScore.NO_TABLE;
            case UNREADABLE -> NoScore.UNREADABLE;
            case WITHDRAWN, REJECTED, REMOVED -> NoScore.ENDED;
        };
    }

    /** Nothing is kept of a version that ended but that it is held back; the ones after it are compared with another. */
    private void retire(VersionState version) {
        assessments.forgetProfile(version.datasetId(), version.version());
        var before = assessments.lock(version.datasetId(), version.version()).orElse(null);
        if (before == null) {
            return;
        }
        var state = new ScoreState(
                version.datasetId(),
                version.version(),
                version.reading(),
                before.state().revision() + 1,
                null,
                Map.of(),
                Verdict.HELD_BACK,
                List.of(version.outcome().name().toLowerCase(Locale.ROOT)),
                List.of(),
                null,
                clock.instant(),
                List.of(),
                Map.of(),
                NoScore.ENDED,
                List.of());
        var ended = new Assessment(state, Score.none(), List.of(), null);
        if (same(before, ended)) {
            return;
        }
        assessments.keep(ended);
        outbox.announce(state);
        if (before.verdict() == Verdict.RELEASED) {
            versions.requestReleasedBefore(version.datasetId(), version.version());
            versions.requestNext(version.datasetId(), version.version());
        }
    }

    private @Nullable Profile profileOf(@Nullable VersionState version) {
        return version == null
                ? null
                : assessments
                        .profile(version.datasetId(), version.version(), Measuring.content(version))
                        .orElse(null);
    }

    private static List<Breach> breaches(
            VersionState version,
            @Nullable Profile profile,
            @Nullable DatasetState dataset,
            @Nullable VersionState previous,
            @Nullable Profile previousProfile,
            boolean unmeasured) {
        var limit = dataset == null || dataset.rejectLimit() == null ? Rules.REJECT_LIMIT : dataset.rejectLimit();
        var classification = dataset == null ? null : dataset.classification();
        var breaches =
                new ArrayList<>(Rules.broken(version, profile, classification, limit, previous, previousProfile));
        if (unmeasured) {
            breaches.add(new Breach(Rule.NOT_MEASURED, null, null, List.of()));
        }
        return List.copyOf(breaches);
    }

    /** The steward's decision, if all that holds the version back now was there to see when it was taken. */
    private Assessment.@Nullable Release release(VersionState version, List<Breach> breaches) {
        var reasons = blocking(breaches);
        return reasons.isEmpty()
                ? null
                : assessments.releases(version.datasetId(), version.version(), version.reading()).stream()
                        .filter(release -> release.rules().containsAll(reasons))
                        .findFirst()
                        .orElse(null);
    }

    private static List<String> blocking(List<Breach> breaches) {
        return breaches.stream()
                .map(Breach::rule)
                .filter(Rule::blocking)
                .map(Rule::code)
                .distinct()
                .toList();
    }

    /** Each meaning of a column once, found in the whole value or within its text. */
    private static List<ScoreState.Column> columns(Profile profile) {
        var columns = new LinkedHashMap<String, ScoreState.Column>();
        for (var table : profile.tables()) {
            for (var column : table.columns()) {
                Stream.of(column.meanings())
                        .flatMap(List::stream)
                        .forEach(meaning -> columns.putIfAbsent(
                                table.name() + "/" + column.id() + "/" + meaning.type(),
                                new ScoreState.Column(
                                        table.name(),
                                        column.id(),
                                        column.name(),
                                        meaning.type().code(),
                                        meaning.personal(),
                                        meaning.share())));
            }
        }
        return List.copyOf(columns.values());
    }

    private static boolean same(Assessment before, Assessment now) {
        var one = before.state();
        var other = now.state();
        return other.equals(new ScoreState(
                        one.datasetId(),
                        one.version(),
                        one.reading(),
                        other.revision(),
                        one.score(),
                        one.dimensions(),
                        one.verdict(),
                        one.reasons(),
                        one.columns(),
                        one.releasedBy(),
                        other.scoredAt(),
                        one.breaches(),
                        one.breachCounts(),
                        one.noScore(),
                        one.exceptions()))
                && before.score().equals(now.score())
                && before.breaches().equals(now.breaches());
    }
}
