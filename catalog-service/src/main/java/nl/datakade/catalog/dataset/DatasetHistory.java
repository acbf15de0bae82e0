package nl.datakade.catalog.dataset;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every change of classification, department and roles; the database lets nobody change or remove an entry. */
@Component
class DatasetHistory {

    enum What {
        CLASSIFICATION,
        ACCOUNTABILITY
    }

    /** One change; before is null at the registration. */
    record Entry(
            What what,
            @Nullable ProposalContent before,
            ProposalContent after,
            String changedBy,
            Instant changedAt,
            @Nullable String reason,
            @Nullable UUID proposal) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    DatasetHistory(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records what differs, in the transaction of the change.
     *
     * @param before null for a new dataset
     * @param reason in the words of whoever changed it; null when none was asked
     */
    void record(
            UUID dataset,
            @Nullable Registration before,
            Registration after,
            String by,
            @Nullable String reason,
            @Nullable UUID proposal) {
        var classified = ProposalContent.classification(after);
        var wasClassified = before == null ? null : ProposalContent.classification(before);
        if (!Objects.equals(wasClassified, classified) && (before != null || after.classification() != null)) {
            add(dataset, What.CLASSIFICATION, wasClassified, classified, by, reason, proposal);
        }
        var accountable = ProposalContent.accountability(after);
        var wasAccountable = before == null ? null : ProposalContent.accountability(before);
        if (!Objects.equals(wasAccountable, accountable)) {
            add(dataset, What.ACCOUNTABILITY, wasAccountable, accountable, by, reason, proposal);
        }
    }

    private void add(
            UUID dataset,
            What what,
            @Nullable ProposalContent before,
            ProposalContent after,
            String by,
            @Nullable String reason,
            @Nullable UUID proposal) {
        jdbc.sql("""
                        insert into dataset_history
                            (dataset_id, what, before, after, changed_by, changed_at, reason, proposal_id)
                        values (:dataset, :what, :before::jsonb, :after::jsonb, :by, :now, :reason, :proposal::uuid)""")
                .param("dataset", dataset)
                .param("what", what.name())
                .param("before", before == null ? null : json.writeValueAsString(before))
                .param("after", json.writeValueAsString(after))
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .param("proposal", proposal)
                .update();
    }

    /** Newest first. */
    Paged<Entry> of(UUID dataset, Page page) {
        var entries = jdbc.sql("""
                        select * from dataset_history where dataset_id = :dataset
                        order by id desc limit :limit offset :offset""")
                .param("dataset", dataset)
                .param("limit", page.pageSize())
                .param("offset", page.offset())
                .query((row, _) -> {
                    var before = row.getString("before");
                    return new Entry(
                            What.valueOf(row.getString("what")),
                            before == null ? null : json.readValue(before, ProposalContent.class),
                            json.readValue(row.getString("after"), ProposalContent.class),
                            row.getString("changed_by"),
                            row.getTimestamp("changed_at").toInstant(),
                            row.getString("reason"),
                            row.getObject("proposal_id", UUID.class));
                })
                .list();
        var total = jdbc.sql("select count(*) from dataset_history where dataset_id = :dataset")
                .param("dataset", dataset)
                .query(Long.class)
                .single();
        return Paged.of(entries, page, total);
    }
}
