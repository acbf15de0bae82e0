package nl.datakade.ingest.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.ingest.dataset.VisibleDatasets;
import nl.datakade.ingest.delivery.Delivery.State;
import nl.datakade.ingest.reason.BreachColumns;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.security.VisibilityCondition;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The deliveries with what became of them, for reading; what changes that stands in {@code version}. */
@Repository
public class Deliveries {

    private static final String FROM = """
            from delivery f join version v on v.delivery_id = f.id join dataset d on d.id = f.dataset_id
            """;

    private static final String SELECT = """
            select f.*, v.state, v.reasons, v.tables, v.ended_at, v.ended_by, v.ended_reason, v.breaches,
                v.breach_counts, d.name as dataset, (
                    select max(later.version) from delivery later
                    where later.dataset_id = f.dataset_id and later.corrects = f.version) as corrected_by
            """ + FROM;

    /** Whoever sent one, its department, and the participants of its dataset. */
    private static final String VISIBLE = "(f.client = :viewer or " + VisibleDatasets.SQL.visible() + """
             and (:viewerSeesAll or f.department = any(:viewerDepartments) or d.department = any(:viewerDepartments)
                  or :viewer = any(d.holders)))
            """;

    private static final String WANTED = """
              and (cast(:dataset as text) is null
                   or f.dataset_id = (select dataset_id from dataset_name where name = :dataset))
              and (cast(:department as text) is null or f.department = :department)
              and (cast(:state as text) is null or v.state = :state)
              and (cast(:from as timestamptz) is null or f.received_at >= :from)
              and (cast(:until as timestamptz) is null or f.received_at < :until)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BreachColumns breaches;

    Deliveries(JdbcClient jdbc, JsonMapper json, BreachColumns breaches) {
        this.jdbc = jdbc;
        this.json = json;
        this.breaches = breaches;
    }

    public Optional<Delivery> find(UUID id) {
        return jdbc.sql(SELECT + "where f.id = :id")
                .param("id", id)
                .query(this::delivery)
                .optional();
    }

    public Optional<Delivery> find(UUID dataset, int version) {
        return jdbc.sql(SELECT + "where v.dataset_id = :dataset and v.version = :version")
                .param("dataset", dataset)
                .param("version", version)
                .query(this::delivery)
                .optional();
    }

    /**
     * Which deliveries are asked for.
     *
     * @param dataset a name that it has or had
     * @param from received at this moment or later
     * @param until received before this moment
     */
    public record Filter(
            @Nullable String dataset,
            @Nullable String department,
            @Nullable State state,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** Those that this caller may see, newest first. */
    Paged<Delivery> visibleTo(Caller caller, Filter filter, Page page) {
        return list(VISIBLE, VisibilityCondition.parameters(caller), filter, page);
    }

    /** Newest first, for a caller who may see all that are asked for. */
    public Paged<Delivery> list(Filter filter, Page page) {
        return list("true\n", Map.of(), filter, page);
    }

    private Paged<Delivery> list(String visible, Map<String, Object> viewer, Filter filter, Page page) {
        var where = "where " + visible + WANTED;
        var total = wanted("select count(*)\n" + FROM + where, filter)
                .params(viewer)
                .query(Long.class)
                .single();
        var items = wanted(SELECT + where + "order by f.received_at desc, f.id desc limit :size offset :skip", filter)
                .params(viewer)
                .param("size", page.pageSize())
                .param("skip", page.offset())
                .query(this::delivery)
                .list();
        return Paged.of(items, page, total);
    }

    private JdbcClient.StatementSpec wanted(String sql, Filter filter) {
        return jdbc.sql(sql)
                .param("dataset", filter.dataset())
                .param("department", filter.department())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("from", filter.from() == null ? null : Timestamp.from(filter.from()))
                .param("until", filter.until() == null ? null : Timestamp.from(filter.until()));
    }

    private Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("dataset_id", UUID.class),
                row.getString("dataset"),
                row.getString("department"),
                row.getInt("version"),
                row.getString("client"),
                row.getString("object_key"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("media_type"),
                row.getString("file_name"),
                State.valueOf(row.getString("state")),
                List.of((String[]) row.getArray("reasons").getArray()),
                tables(row.getString("tables")),
                row.getTimestamp("received_at").toInstant(),
                correction(row),
                row.getObject("corrected_by", Integer.class),
                ending(row),
                breaches.of(row));
    }

    private static Delivery.@Nullable Correction correction(ResultSet row) throws SQLException {
        var reason = row.getString("correction_reason");
        return reason == null ? null : new Delivery.Correction(row.getInt("corrects"), reason);
    }

    private static Delivery.@Nullable Ending ending(ResultSet row) throws SQLException {
        var at = row.getTimestamp("ended_at");
        return at == null
                ? null
                : new Delivery.Ending(at.toInstant(), row.getString("ended_by"), row.getString("ended_reason"));
    }

    private List<Delivery.Table> tables(String stored) {
        return Arrays.asList(json.readValue(stored, Delivery.Table[].class));
    }
}
