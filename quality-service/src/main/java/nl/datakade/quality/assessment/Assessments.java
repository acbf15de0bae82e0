package nl.datakade.quality.assessment;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.quality.profile.Profile;
import nl.datakade.quality.rule.Breach;
import nl.datakade.quality.score.Score;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Profiles, judgements and decisions, as they are kept. */
@Component
public class Assessments {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Assessments(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    private record Detail(Score score, List<Breach> breaches) {}

    public Optional<Assessment> find(UUID datasetId, int version) {
        return find(datasetId, version, "");
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<Assessment> lock(UUID datasetId, int version) {
        return find(datasetId, version, " for update");
    }

    private Optional<Assessment> find(UUID datasetId, int version, String lock) {
        return jdbc.sql("select announced, detail from assessment where dataset_id = :dataset and version = :version"
                        + lock)
                .param("dataset", datasetId)
                .param("version", version)
                .query((row, _) -> assessment(row))
                .optional();
    }

    /** The newest first. */
    public List<ScoreState> history(UUID datasetId, int pageSize, long offset) {
        return jdbc.sql("""
                        select announced from assessment where dataset_id = :dataset
                        order by version desc limit :size offset :offset""")
                .param("dataset", datasetId)
                .param("size", pageSize)
                .param("offset", offset)
                .query((row, _) -> json.readValue(row.getString(1), ScoreState.class))
                .list();
    }

    public long count(UUID datasetId) {
        return jdbc.sql("select count(*) from assessment where dataset_id = :dataset")
                .param("dataset", datasetId)
                .query(Long.class)
                .single();
    }

    public Optional<Profile> profile(UUID datasetId, int version) {
        return jdbc.sql("""
                        select profile from profile
                        where dataset_id = :dataset and version = :version and profile is not null""")
                .param("dataset", datasetId)
                .param("version", version)
                .query((row, _) -> json.readValue(row.getString(1), Profile.class))
                .optional();
    }

    /** The profile of exactly this content, so that data that was read again is measured again. */
    Optional<Profile> profile(UUID datasetId, int version, String content) {
        return jdbc.sql("""
                        select profile from profile
                        where dataset_id = :dataset and version = :version and content = :content and profile is not null""")
                .param("dataset", datasetId)
                .param("version", version)
                .param("content", content)
                .query((row, _) -> json.readValue(row.getString(1), Profile.class))
                .optional();
    }

    /** Whether it was measured, and what was found is kept no longer. */
    public boolean isLetGo(UUID datasetId, int version) {
        return jdbc.sql("""
                        select exists (select from profile
                            where dataset_id = :dataset and version = :version and profile is null)""")
                .param("dataset", datasetId)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /** The first version after this one whose profile is kept. */
    public Optional<Integer> profileAfter(UUID datasetId, int version) {
        return jdbc.sql("""
                        select version from profile
                        where dataset_id = :dataset and version > :version and profile is not null
                        order by version limit 1""")
                .param("dataset", datasetId)
                .param("version", version)
                .query((row, _) -> row.getInt("version"))
                .optional();
    }

    void keep(UUID datasetId, int version, String content, Profile profile) {
        jdbc.sql("""
                        insert into profile (dataset_id, version, content, profile, measured_at)
                        values (:dataset, :version, :content, cast(:profile as jsonb), :now)
                        on conflict (dataset_id, version) do update
                        set content = excluded.content, profile = excluded.profile, measured_at = excluded.measured_at,
                            let_go_at = null""")
                .param("dataset", datasetId)
                .param("version", version)
                .param("content", content)
                .param("profile", json.writeValueAsString(profile))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void forgetProfile(UUID datasetId, int version) {
        jdbc.sql("delete from profile where dataset_id = :dataset and version = :version")
                .param("dataset", datasetId)
                .param("version", version)
                .update();
    }

    void keep(Assessment assessment) {
        var state = assessment.state();
        jdbc.sql("""
                        insert into assessment
                            (dataset_id, version, reading, revision, score, verdict, detail, announced, scored_at)
                        values (:dataset, :version, :reading, :revision, :score, :verdict, cast(:detail as jsonb),
                            cast(:announced as jsonb), :now)
                        on conflict (dataset_id, version) do update
                        set reading = excluded.reading, revision = excluded.revision, score = excluded.score,
                            verdict = excluded.verdict, detail = excluded.detail, announced = excluded.announced,
                            scored_at = excluded.scored_at""")
                .param("dataset", state.datasetId())
                .param("version", state.version())
                .param("reading", state.reading())
                .param("revision", state.revision())
                .param("score", state.score())
                .param("verdict", state.verdict().name())
                .param("detail", json.writeValueAsString(new Detail(assessment.score(), assessment.breaches())))
                .param("announced", json.writeValueAsString(state))
                .param("now", Timestamp.from(state.scoredAt()))
                .update();
        keepFindings(assessment);
    }

    private void keepFindings(Assessment assessment) {
        var state = assessment.state();
        jdbc.sql("delete from finding where dataset_id = :dataset and version = :version")
                .param("dataset", state.datasetId())
                .param("version", state.version())
                .update();
        for (var position = 0; position < assessment.breaches().size(); position++) {
            var breach = assessment.breaches().get(position);
            jdbc.sql("""
                            insert into finding (dataset_id, version, position, rule, blocking, court, table_name,
                                column_name, arguments, since)
                            values (:dataset, :version, :position, :rule, :blocking, :court, :table, :column, :arguments,
                                :since)""")
                    .param("dataset", state.datasetId())
                    .param("version", state.version())
                    .param("position", position)
                    .param("rule", breach.rule().name())
                    .param("blocking", breach.rule().blocking())
                    .param("court", breach.rule().court().name())
                    .param("table", breach.table())
                    .param("column", breach.column())
                    .param("arguments", breach.arguments().toArray(String[]::new))
                    .param("since", Timestamp.from(state.scoredAt()))
                    .update();
        }
    }

    /** Records for good who released a reading of a version, and why. */
    void record(UUID datasetId, int version, int reading, String person, String reason, List<String> rules) {
        jdbc.sql("""
                        insert into release_decision (id, dataset_id, version, reading, person, reason, rules, decided_at)
                        values (:id, :dataset, :version, :reading, :person, :reason, :rules, :now)""")
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("dataset", datasetId)
                .param("version", version)
                .param("reading", reading)
                .param("person", person)
                .param("reason", reason)
                .param("rules", rules.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The decisions about a reading, the latest first. */
    List<Assessment.Release> releases(UUID datasetId, int version, int reading) {
        return jdbc.sql("""
                        select id, person, reason, rules, decided_at from release_decision
                        where dataset_id = :dataset and version = :version and reading = :reading order by id desc""")
                .param("dataset", datasetId)
                .param("version", version)
                .param("reading", reading)
                .query((row, _) -> new Assessment.Release(
                        row.getObject("id", UUID.class),
                        row.getString("person"),
                        row.getString("reason"),
                        strings(row.getArray("rules")),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    private Assessment assessment(ResultSet row) throws SQLException {
        var state = json.readValue(row.getString("announced"), ScoreState.class);
        var detail = json.readValue(row.getString("detail"), Detail.class);
        return new Assessment(state, detail.score(), detail.breaches(), release(state));
    }

    private Assessment.@Nullable Release release(ScoreState state) {
        return state.releasedBy() == null
                ? null
                : releases(state.datasetId(), state.version(), state.reading()).getFirst();
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
