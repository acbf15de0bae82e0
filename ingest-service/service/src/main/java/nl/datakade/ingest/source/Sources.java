package nl.datakade.ingest.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.ingest.source.Source.State;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import nl.datakade.source.pull.Credentials;
import nl.datakade.source.pull.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The sources, for reading. */
@Repository
public class Sources {

    /** Whether a source does not do what it should, by the database's clock. */
    public static final String LATE = """
            (not s.paused and (s.due_at + make_interval(secs => s.late_after) < now()
                or s.fresh_within is not null
                   and coalesce(s.landed_at, s.created_at) + make_interval(secs => s.fresh_within) < now()))
            """;

    private static final String SELECT = "select s.*, " + LATE + " as late from source s where s.removed_at is null ";

    private static final String WANTED = """
             and (:everything or s.department = any(:departments))
             and (cast(:department as text) is null or s.department = :department)
             and (cast(:dataset as text) is null or s.dataset = :dataset)
             and (cast(:state as text) is null
                  or :state = case when s.paused then 'PAUSED' when late.late then 'LATE' else 'ACTIVE' end)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Sources(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What a list is to hold. */
    record Wanted(
            SourceAudience audience,
            @Nullable String department,
            @Nullable String dataset,
            @Nullable State state) {}

    Optional<Source> named(String name) {
        return jdbc.sql(SELECT + "and s.name = :name")
                .param("name", name)
                .query(this::source)
                .optional();
    }

    public Optional<Source> find(UUID id) {
        return jdbc.sql(SELECT + "and s.id = :id")
                .param("id", id)
                .query(this::source)
                .optional();
    }

    /** By name. */
    Paged<Source> list(Wanted wanted, Page page) {
        var from = " from source s cross join lateral (select " + LATE + " as late) late where s.removed_at is null"
                + WANTED;
        var total = wanted("select count(*)" + from, wanted).query(Long.class).single();
        var items = wanted("select s.*, late.late" + from + " order by s.name limit :size offset :skip", wanted)
                .param("size", page.pageSize())
                .param("skip", page.offset())
                .query(this::source)
                .list();
        return Paged.of(items, page, total);
    }

    private JdbcClient.StatementSpec wanted(String sql, Wanted wanted) {
        return jdbc.sql(sql)
                .param("everything", wanted.audience().everything())
                .param("departments", wanted.audience().departments().toArray(String[]::new))
                .param("department", wanted.department())
                .param("dataset", wanted.dataset())
                .param("state", wanted.state() == null ? null : wanted.state().name());
    }

    private Source source(ResultSet row, int number) throws SQLException {
        var freshWithin = row.getObject("fresh_within", Long.class);
        var type = row.getString("credentials_type");
        return new Source(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("dataset"),
                row.getString("department"),
                json.readValue(row.getString("origin"), Origin.class),
                json.readValue(row.getString("schedule"), Schedule.class),
                Duration.ofSeconds(row.getLong("late_after")),
                freshWithin == null ? null : Duration.ofSeconds(freshWithin),
                row.getBoolean("paused") ? State.PAUSED : row.getBoolean("late") ? State.LATE : State.ACTIVE,
                row.getObject("holder", UUID.class) != null,
                row.getLong("revision"),
                row.getString("credentials"),
                type == null ? null : Credentials.Type.valueOf(type),
                instant(row, "credentials_since"),
                row.getTimestamp("next_run_at").toInstant(),
                instant(row, "served_at"),
                instant(row, "landed_at"),
                row.getString("laid_down_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
