package nl.datakade.ingest.delivery;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whose bytes make no new version when they come in again: those of the latest version that neither failed nor ended. */
@Component
public class AcceptedContent {

    private final JdbcClient jdbc;

    AcceptedContent(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After a delivery of the dataset failed, ended, or could be read after all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recount(UUID dataset) {
        jdbc.sql("""
                        update dataset set (accepted_delivery, accepted_sha256) = (
                            select id, sha256 from delivery
                            where dataset_id = :dataset and state not in ('FAILED', 'WITHDRAWN', 'REJECTED', 'REMOVED')
                            order by version desc limit 1)
                        where id = :dataset""").param("dataset", dataset).update();
    }
}
