package nl.datakade.ingest.version;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whose bytes make no new version when they come in again: those of the latest version that neither failed nor ended. */
@Component
class AcceptedContent {

    private final JdbcClient jdbc;

    AcceptedContent(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After a version of the dataset failed, ended, or was read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recount(UUID dataset) {
        jdbc.sql("""
                        update dataset set (accepted_delivery, accepted_sha256) = (
                            select f.id, f.sha256 from version v join delivery f on f.id = v.delivery_id
                            where v.dataset_id = :dataset
                              and v.state not in ('FAILED', 'WITHDRAWN', 'REJECTED', 'REMOVED')
                            order by v.version desc limit 1)
                        where id = :dataset""").param("dataset", dataset).update();
    }
}
