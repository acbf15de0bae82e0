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
                            (dataset_id, version, revision, reading, score, dimensions, verdict, reasons, scored_at,
                             no_score, released_by, exceptions)
                        values (:dataset, :version, :revision, :reading, :score, :dimensions::jsonb, :verdict,
                                :reasons, :scoredAt, :noScore, :releasedBy, :exceptions)
                        on conflict (dataset_id, version) do update
                        set revision = excluded.revision, reading = excluded.reading, score = excluded.score,
                            dimensions = excluded.dimensions, verdict = excluded.verdict,
                            reasons = excluded.reasons, scored_at = excluded.scored_at,
                            no_score = excluded.no_score, released_by = excluded.released_by,
                            exceptions = excluded.exceptions
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
                .param(
                        "noScore",
                        scored.noScore() == null ? null : scored.noScore().name())
                .param("releasedBy", scored.releasedByException() ? scored.releasedBy() : null)
                .param("exceptions", scored.exceptions().toArray(String[]::new))
                .update();
        listeners.publishEvent(new VersionChanged(scored.datasetId()));
    }
}
