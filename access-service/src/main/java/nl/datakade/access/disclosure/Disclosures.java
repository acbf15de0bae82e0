package nl.datakade.access.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log, each decision with its outcome. */
@Component
class Disclosures {

    private static final String SELECT = "select d.id, d.recorded_at, d.person, d.purpose, d.body, o.body as outcome ";

    private static final String FROM = """
            from disclosure d left join disclosure o on o.id = d.id and o.kind = 'OUTCOME'
            where d.kind = 'DECISION'
              and (:all or d.person = :reader or exists (
                  select 1 from dataset s, jsonb_array_elements(s.state -> 'roles') r
                  where s.dataset_id = any (d.datasets) and r ->> 'role' = 'DATA_OWNER' and r ->> 'person' = :reader))
              and (cast(:id as uuid) is null or d.id = :id)
              and (cast(:dataset as uuid) is null or d.datasets @> array[cast(:dataset as uuid)])
              and (cast(:person as text) is null or d.person = :person)""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Disclosures(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Entry(
            UUID id,
            Instant at,
            String person,
            @Nullable UUID purpose,
            Disclosed.Decision decision,
            Disclosed.@Nullable Outcome outcome) {}

    Paged<Entry> list(String reader, boolean all, @Nullable UUID dataset, @Nullable String person, Page page) {
        var asked = asked(reader, all, null, dataset, person);
        var total = jdbc.sql("select count(*) " + FROM)
                .params(asked)
                .query(Long.class)
                .single();
        asked.put("size", page.pageSize());
        asked.put("offset", page.offset());
        var items = jdbc.sql(SELECT + FROM + " order by d.sequence desc limit :size offset :offset")
                .params(asked)
                .query(this::entry)
                .list();
        return Paged.of(items, page, total);
    }

    /** Empty as well when this reader may not see it. */
    Optional<Entry> find(String reader, boolean all, UUID id) {
        return jdbc.sql(SELECT + FROM)
                .params(asked(reader, all, id, null, null))
                .query(this::entry)
                .optional();
    }

    private static Map<String, @Nullable Object> asked(
            String reader, boolean all, @Nullable UUID id, @Nullable UUID dataset, @Nullable String person) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("reader", reader);
        asked.put("all", all);
        asked.put("id", id);
        asked.put("dataset", dataset);
        asked.put("person", person);
        return asked;
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("person"),
                row.getObject("purpose", UUID.class),
                json.readValue(row.getString("body"), Disclosed.Decision.class),
                outcome(row.getString("outcome")));
    }

    private Disclosed.@Nullable Outcome outcome(@Nullable String body) {
        return body == null ? null : json.readValue(body, Disclosed.Outcome.class);
    }
}
