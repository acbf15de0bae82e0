package nl.datakade.catalog.version;

import java.sql.Timestamp;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.event.Subscriber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what ingest says of a version, if it is newer. */
@Component
class ReadVersions implements Subscriber<VersionState> {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher listeners;

    ReadVersions(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher listeners) {
        this.jdbc = jdbc;
        this.json = json;
        this.listeners = listeners;
    }

    @Override
    public void on(VersionState read) {
        jdbc.sql("""
                        insert into dataset_version as present
                            (dataset_id, version, revision, reading, delivery_id, sha256, size, media_type,
                             outcome, reason, tables, findings, landed_at, read_at, corrects, correction_reason,
                             ended_at, ended_reason)
                        values (:dataset, :version, :revision, :reading, :delivery, :sha256, :size, :mediaType,
                                :outcome, :reason, :tables::jsonb, :findings::jsonb, :landedAt, :readAt,
                                :corrects, :correctionReason, :endedAt, :endedReason)
                        on conflict (dataset_id, version) do update
                        set revision = excluded.revision, reading = excluded.reading,
                            delivery_id = excluded.delivery_id, sha256 = excluded.sha256, size = excluded.size,
                            media_type = excluded.media_type, outcome = excluded.outcome, reason = excluded.reason,
                            tables = excluded.tables, findings = excluded.findings,
                            landed_at = excluded.landed_at, read_at = excluded.read_at,
                            corrects = excluded.corrects, correction_reason = excluded.correction_reason,
                            ended_at = excluded.ended_at, ended_reason = excluded.ended_reason
                        where present.revision < excluded.revision""")
                .param("dataset", read.datasetId())
                .param("version", read.version())
                .param("revision", read.revision())
                .param("reading", read.reading())
                .param("delivery", read.deliveryId())
                .param("sha256", read.sha256())
                .param("size", read.size())
                .param("mediaType", read.mediaType())
                .param("outcome", read.outcome().name())
                .param("reason", read.reason())
                .param("tables", json.writeValueAsString(read.tables()))
                .param("findings", json.writeValueAsString(read.findings()))
                .param("landedAt", Timestamp.from(read.landedAt()))
                .param("readAt", Timestamp.from(read.readAt()))
                .param(
                        "corrects",
                        read.corrects() == null ? null : read.corrects().version())
                .param(
                        "correctionReason",
                        read.corrects() == null ? null : read.corrects().reason())
                .param(
                        "endedAt",
                        read.ended() == null
                                ? null
                                : Timestamp.from(read.ended().at()))
                .param("endedReason", read.ended() == null ? null : read.ended().reason())
                .update();
        listeners.publishEvent(new VersionChanged(read.datasetId()));
    }
}
