package nl.datakade.ingest.quarantine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.datakade.ingest.dataset.VisibleDatasets;
import nl.datakade.ingest.delivery.Delivery.State;
import nl.datakade.ingest.reason.BreachColumns;
import nl.datakade.ingest.reason.Breaches;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.security.VisibilityCondition;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Versions held back or failed, as long as no later one of the dataset was released: then nobody needs them any more; and
 * versions sent back, as long as their department delivers no other, and for a season at most.
 */
@Repository
class Quarantine {

    private static final String WAITING = """
            with waiting as (
                select f.id, v.version, v.state, f.received_at, v.since, v.breaches,
                    v.breach_counts, jsonb_array_length(v.tables) as tables, v.ended_reason, d.name, d.department, d.stewards, d.owners,
                    d.stream, why.reasons,
                    case when why.reasons && cast(:ours as text[]) then 'OPERATOR'
                         when v.state <> 'HELD_BACK' or why.reasons <@ cast(:ofTheFile as text[]) then 'DEPARTMENT'
                         else 'STEWARD' end as move
                from version v join delivery f on f.id = v.delivery_id join dataset d on d.id = v.dataset_id
                cross join lateral (select case when v.state = 'REJECTED' then array['sent-back']
                    else v.reasons end as reasons) why
                where (v.state in ('HELD_BACK', 'FAILED')
                           and v.version > coalesce((select max(good.version) from version good
                               where good.dataset_id = v.dataset_id and good.state = 'RELEASED'), 0)
                           -- the newest of a stream shows what those before it showed
                           and (not d.stream or not exists (select from version later
                               where later.dataset_id = v.dataset_id and later.version > v.version
                                 and later.state in ('HELD_BACK', 'FAILED')))
                       or v.state = 'REJECTED' and v.ended_at > now() - interval '90 days'
                           and v.version = d.latest_version)
                  and (f.client = :viewer or $VISIBLE
                      and (:viewerSeesAll or d.department = any(:viewerDepartments) or :viewer = any(d.holders)))
                  and (cast(:dataset as text) is null
                       or v.dataset_id = (select dataset_id from dataset_name where name = :dataset))
                  and (cast(:version as int) is null or v.version = :version)
                  and (cast(:department as text) is null or d.department = :department)
                  and (cast(:reason as text) is null or :reason = any(why.reasons))),
            moves as (
                select w.*, case move
                    when 'OPERATOR' then :admin
                    when 'DEPARTMENT' then :sender and department = any(:departments)
                    else :steward and (:subject = any(stewards)
                        or cardinality(stewards) = 0 and department = any(:departments)) end as yours
                from waiting w),
            asked as (
                select * from moves
                where (cast(:move as text) is null or move = :move)
                  and (cast(:yours as boolean) is null or yours = :yours))
            """.replace("$VISIBLE", VisibleDatasets.SQL.visible());

    private final JdbcClient jdbc;
    private final BreachColumns breaches;

    Quarantine(JdbcClient jdbc, BreachColumns breaches) {
        this.jdbc = jdbc;
        this.breaches = breaches;
    }

    /**
     * Which of them are asked for.
     *
     * @param dataset a name that it has or had
     * @param reason a code, one of perhaps several
     * @param yours whether it is the caller's own move, or another's
     */
    record Filter(
            @Nullable String dataset,
            @Nullable Integer version,
            @Nullable String department,
            @Nullable String reason,
            @Nullable Move move,
            @Nullable Boolean yours) {

        static final Filter NONE = new Filter(null, null, null, null, null, null);
    }

    /**
     * One of them.
     *
     * @param tables how many it has
     * @param message to its department, when it was sent back
     * @param stewards Keycloak subjects
     * @param owners Keycloak subjects
     * @param stream whether its dataset is fed by observations
     * @param yours whether it is the caller's move
     */
    record Item(
            UUID deliveryId,
            String dataset,
            String department,
            int version,
            State state,
            List<String> reasons,
            Breaches breaches,
            int tables,
            @Nullable String message,
            Instant since,
            Instant receivedAt,
            Set<String> stewards,
            Set<String> owners,
            boolean stream,
            Move move,
            boolean yours) {}

    /** What waits for the caller comes first, then what has waited longest. */
    Paged<Item> list(Caller caller, Filter filter, Page page) {
        var items = asked(
                        WAITING + "select * from asked order by yours desc, since, id limit :size offset :skip",
                        caller,
                        filter)
                .param("size", page.pageSize())
                .param("skip", page.offset())
                .query((row, _) -> item(row))
                .list();
        var total = asked(WAITING + "select count(*) from asked", caller, filter)
                .query(Long.class)
                .single();
        return Paged.of(items, page, total);
    }

    /** What somebody may narrow the list to: departments by slug, datasets by name. */
    record Facets(List<String> departments, List<String> datasets) {}

    Facets facets(Caller caller) {
        return new Facets(distinct("department", caller), distinct("name", caller));
    }

    private List<String> distinct(String column, Caller caller) {
        return asked(WAITING + "select distinct " + column + " from asked order by 1", caller, Filter.NONE)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Caller caller, Filter filter) {
        return jdbc.sql(sql)
                .param("ours", Move.OURS.toArray(String[]::new))
                .param("ofTheFile", Move.OF_THE_FILE.toArray(String[]::new))
                .params(VisibilityCondition.parameters(caller))
                .param("departments", caller.departments().toArray(String[]::new))
                .param("subject", caller.subject())
                .param("admin", caller.is("admin"))
                .param("sender", caller.is("department"))
                .param("steward", caller.is("steward"))
                .param("dataset", filter.dataset())
                .param("version", filter.version())
                .param("department", filter.department())
                .param("reason", filter.reason())
                .param("move", filter.move() == null ? null : filter.move().name())
                .param("yours", filter.yours());
    }

    private Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("department"),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                List.of((String[]) row.getArray("reasons").getArray()),
                breaches.of(row),
                row.getInt("tables"),
                row.getString("ended_reason"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                Set.of((String[]) row.getArray("stewards").getArray()),
                Set.of((String[]) row.getArray("owners").getArray()),
                row.getBoolean("stream"),
                Move.valueOf(row.getString("move")),
                row.getBoolean("yours"));
    }
}
