package nl.datakade.ingest.quarantine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.datakade.ingest.delivery.Audience;
import nl.datakade.ingest.delivery.Delivery.State;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions held back or failed, as long as no later one of the dataset was released: then nobody needs them any more. */
@Repository
class Quarantine {

    private static final String FROM = """
            from delivery v join dataset d on d.id = v.dataset_id
            where v.state in ('HELD_BACK', 'FAILED')
              and not exists (select from delivery later
                  where later.dataset_id = v.dataset_id and later.version > v.version and later.state = 'RELEASED')
              and (:everything or d.department = any(:departments) or :subject = any(d.holders))
              and (cast(:dataset as text) is null
                   or v.dataset_id = (select dataset_id from dataset_name where name = :dataset))
              and (cast(:department as text) is null or d.department = :department)
              and (cast(:reason as text) is null or :reason = any(string_to_array(v.reason, ', ')))
            """;

    private final JdbcClient jdbc;

    Quarantine(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which of them are asked for.
     *
     * @param dataset a name that it has or had
     * @param reason a code, one of perhaps several
     */
    record Filter(
            @Nullable String dataset,
            @Nullable String department,
            @Nullable String reason) {}

    /**
     * One of them.
     *
     * @param stewards Keycloak subjects
     * @param owners Keycloak subjects
     */
    record Item(
            UUID deliveryId,
            String dataset,
            String department,
            int version,
            State state,
            List<String> reasons,
            Instant since,
            Instant receivedAt,
            Set<String> stewards,
            Set<String> owners) {}

    /** What has waited longest comes first. */
    Paged<Item> list(Audience audience, Filter filter, Page page) {
        var items = asked("""
                        select v.id, d.name, d.department, v.version, v.state, v.reason, v.received_at,
                            coalesce(v.since, v.received_at) as since, d.stewards, d.owners
                        """ + FROM + "order by since, v.id limit :size offset :skip", audience, filter)
                .param("size", page.pageSize())
                .param("skip", page.offset())
                .query((row, _) -> item(row))
                .list();
        var total = asked("select count(*) " + FROM, audience, filter)
                .query(Long.class)
                .single();
        return Paged.of(items, page, total);
    }

    private JdbcClient.StatementSpec asked(String sql, Audience audience, Filter filter) {
        return jdbc.sql(sql)
                .param("everything", audience.everything())
                .param("departments", audience.departments().toArray(String[]::new))
                .param("subject", audience.subject())
                .param("dataset", filter.dataset())
                .param("department", filter.department())
                .param("reason", filter.reason());
    }

    private static Item item(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("department"),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                reason == null ? List.of() : List.of(reason.split(", ")),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                Set.of((String[]) row.getArray("stewards").getArray()),
                Set.of((String[]) row.getArray("owners").getArray()));
    }
}
