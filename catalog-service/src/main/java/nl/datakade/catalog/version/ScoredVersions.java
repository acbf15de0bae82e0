package nl.datakade.catalog.version;

import java.sql.Timestamp;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.platform.event.Subscriber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what quality says of a version, if it is newer. */
@Component
class ScoredVersions implements Subscriber<ScoreState> {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher listeners;

    ScoredVersions(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher listeners) {
        this.jdbc = jdbc;
        this.json = json;
        this.listeners = listeners;
    }

    @Override
    public void on(ScoreState scored) {
        jdbc.sql("""
                        insert into version_score as present
                            (dataset_id, version, revision, reading, score, dimensions, verdict, reasons, scored_at)
                        values (:dataset, :version, :revision, :reading, :score, :dimensions::jsonb, :verdict,
                                :reasons, :scoredAt)
                        on conflict (dataset_id, version) do update
                        set revision = excluded.revision, reading = excluded.reading, score = excluded.score,
                            dimensions = excluded.dimensions, verdict = excluded.verdict,
                            reasons = excluded.reasons, scored_at = excluded.scored_at
                        where present.revision < excluded.revision""")
                .param("dataset", scored.datasetId())
                .param("version", scored.version())
                .param("revision", scored.revision())
                .param("reading", scored.reading())
                .param("score", scored.score())
                .param("dimensions", json.writeValueAsString(scored.dimensions()))
                .param("verdict", scored.verdict().name())
                .param("reasons", scored.reasons().toArray(String[]::new))
                .param("scoredAt", Timestamp.from(scored.scoredAt()))
                .update();
        listeners.publishEvent(new VersionChanged(scored.datasetId()));
    }
}
