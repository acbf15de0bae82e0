package nl.datakade.ingest.delivery;

import java.sql.Timestamp;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.platform.event.Subscriber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Shows at a delivery what quality says of its last reading; one that could not be read stays failed. */
@Component
class ScoreIntake implements Subscriber<ScoreState> {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ScoreIntake(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void on(ScoreState score) {
        jdbc.sql("""
                        update delivery set state = :state, reason = :reason, score_revision = :revision,
                            breaches = cast(:breaches as jsonb), breach_counts = cast(:counts as jsonb),
                            since = case when state = :state and reason is not distinct from :reason then since else :at end
                        where dataset_id = :dataset and version = :version and score_revision < :revision
                          and state in ('READ', 'RELEASED', 'HELD_BACK')
                          and not exists (select 1 from reading newer
                              where newer.dataset_id = :dataset and newer.version = :version
                                and newer.reading > :reading)""")
                .param("state", score.verdict().name())
                .param("reason", reason(score))
                .param("breaches", json.writeValueAsString(score.breaches()))
                .param("counts", json.writeValueAsString(score.breachCounts()))
                .param("revision", score.revision())
                .param("at", Timestamp.from(score.scoredAt()))
                .param("dataset", score.datasetId())
                .param("version", score.version())
                .param("reading", score.reading())
                .update();
    }

    private static @Nullable String reason(ScoreState score) {
        return score.reasons().isEmpty() ? null : String.join(", ", score.reasons());
    }
}
