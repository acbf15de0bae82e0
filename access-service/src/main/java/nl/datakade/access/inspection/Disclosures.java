package nl.datakade.access.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.access.disclosure.Disclosed;
import nl.datakade.access.disclosure.Kind;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log: what was disclosed or refused, each query with its outcome. */
@Component
class Disclosures {

    private static final String SELECT = "select d.document, o.document as outcome ";

    private static final String FROM = """
            from disclosure.record d
              left join disclosure.record o on o.id = d.id and o.kind = 'OUTCOME' and d.kind = 'DECISION'
            where d.kind in ('DECISION', 'REJECTS', 'PROFILE')
              and (:all or d.person = :reader or d.datasets ??| cast(:owned as text[]))
              and (cast(:id as uuid) is null or d.id = :id)
              and (cast(:dataset as uuid) is null or d.datasets @> to_jsonb(cast(:dataset as text)))
              and (cast(:person as text) is null or d.person = :person)""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Disclosures(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A disclosure or a refusal.
     *
     * @param sealed what is encrypted of it: a statement, or a reason that a person gave
     * @param key the id of the secret that it is encrypted with
     */
    record Entry(
            UUID id,
            Kind kind,
            Instant at,
            String person,
            @Nullable UUID purpose,
            Disclosed.Verdict verdict,
            @Nullable String reason,
            List<Disclosed.Use> uses,
            @Nullable String sealed,
            String key,
            Disclosed.@Nullable Outcome outcome) {}

    /**
     * Who reads.
     *
     * @param all whether they guard privacy
     * @param owned the datasets that they own
     */
    record Reader(String subject, boolean all, List<UUID> owned) {}

    Paged<Entry> list(Reader reader, @Nullable UUID dataset, @Nullable String person, Page page) {
        var asked = asked(reader, null, dataset, person);
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
    Optional<Entry> find(Reader reader, UUID id) {
        return jdbc.sql(SELECT + FROM)
                .params(asked(reader, id, null, null))
                .query(this::entry)
                .optional();
    }

    private static Map<String, @Nullable Object> asked(
            Reader reader, @Nullable UUID id, @Nullable UUID dataset, @Nullable String person) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("reader", reader.subject());
        asked.put("all", reader.all());
        asked.put("owned", reader.owned().stream().map(UUID::toString).toArray(String[]::new));
        asked.put("id", id);
        asked.put("dataset", dataset);
        asked.put("person", person);
        return asked;
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        var document = json.readTree(row.getString("document"));
        var kind = Kind.valueOf(document.path("kind").asString());
        var body = document.path("body");
        var decision = kind == Kind.DECISION
                ? json.treeToValue(body, Disclosed.Decision.class)
                : Disclosed.Decision.granted(
                        json.treeToValue(body, Disclosed.Report.class).uses());
        return new Entry(
                UUID.fromString(document.path("id").asString()),
                kind,
                Instant.parse(document.path("at").asString()),
                document.path("person").asString(),
                text(document, "purpose").map(UUID::fromString).orElse(null),
                decision.decision(),
                decision.reason(),
                decision.uses(),
                text(document, "sealed").orElse(null),
                document.path("key").asString(),
                outcome(row.getString("outcome")));
    }

    private static Optional<String> text(JsonNode document, String field) {
        return Optional.of(document.path(field)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private Disclosed.@Nullable Outcome outcome(@Nullable String document) {
        return document == null
                ? null
                : json.treeToValue(json.readTree(document).path("body"), Disclosed.Outcome.class);
    }
}
