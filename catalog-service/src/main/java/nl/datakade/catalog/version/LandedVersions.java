package nl.datakade.catalog.version;

import java.sql.Timestamp;
import nl.datakade.contracts.ingest.DeliveryLanded;
import nl.datakade.platform.event.Subscriber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A version is seen from the moment that it landed. */
@Component
class LandedVersions implements Subscriber<DeliveryLanded> {

    private final JdbcClient jdbc;

    LandedVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void on(DeliveryLanded landed) {
        jdbc.sql("""
                        insert into dataset_version
                            (dataset_id, version, revision, reading, delivery_id, sha256, size, media_type,
                             tables, findings, landed_at)
                        values (:dataset, :version, 0, 0, :delivery, :sha256, :size, :mediaType,
                                '[]', '[]', :landedAt)
                        on conflict (dataset_id, version) do nothing""")
                .param("dataset", landed.datasetId())
                .param("version", landed.version())
                .param("delivery", landed.deliveryId())
                .param("sha256", landed.sha256())
                .param("size", landed.size())
                .param("mediaType", landed.mediaType())
                .param("landedAt", Timestamp.from(landed.landedAt()))
                .update();
    }
}
