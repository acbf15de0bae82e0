package nl.datakade.catalog.dataset;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Something landed for a dataset that nobody registered: it becomes its department's draft. */
@Component
class LandingDraft {

    private final JdbcClient jdbc;
    private final Datasets datasets;
    private final DatasetNames names;
    private final DatasetAnnouncement announcement;

    LandingDraft(JdbcClient jdbc, Datasets datasets, DatasetNames names, DatasetAnnouncement announcement) {
        this.jdbc = jdbc;
        this.datasets = datasets;
        this.names = names;
        this.announcement = announcement;
    }

    /** Within the transaction of the event. If somebody else has the name, the draft gets a free one and says so. */
    void of(UUID datasetId, String name, String department, Instant at) {
        // the same dataset can turn up on two topics at once
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))")
                .param("id", datasetId.toString())
                .query(rows -> {});
        if (!datasets.existsById(datasetId)) {
            var free = names.claimFree(name, datasetId);
            announcement.store(Dataset.landed(datasetId, free, department, name, at));
        }
    }
}
