package nl.datakade.access.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.datakade.access.disclosure.DecisionLog;
import nl.datakade.access.disclosure.Kind;
import nl.datakade.access.policy.Policy.Approved;
import nl.datakade.access.policy.Policy.TablePolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The policies of all datasets, in all their revisions. */
@Component
public class Policies {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DecisionLog log;
    private final Clock clock;

    Policies(JdbcClient jdbc, JsonMapper json, DecisionLog log, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.log = log;
        this.clock = clock;
    }

    /** The last that was decided; what of it holds now is for the baseline to say. */
    public Policy of(UUID dataset) {
        return jdbc.sql("select * from policy where dataset_id = :dataset order by revision desc limit 1")
                .param("dataset", dataset)
                .query((row, _) -> policy(row))
                .optional()
                .orElse(Policy.NONE);
    }

    /**
     * One revision, and how it came about.
     *
     * @param person who set or proposed it
     * @param proposal with the decisions of both persons; null when one could decide it
     */
    record Revision(
            Policy policy,
            String person,
            Instant at,
            @Nullable String reason,
            @Nullable UUID proposal) {}

    List<Revision> history(UUID dataset) {
        return jdbc.sql("select * from policy where dataset_id = :dataset order by revision desc")
                .param("dataset", dataset)
                .query((row, _) -> new Revision(
                        policy(row),
                        row.getString("set_by"),
                        row.getTimestamp("set_at").toInstant(),
                        row.getString("reason"),
                        row.getObject("proposal_id", UUID.class)))
                .list();
    }

    /** A column that some revision decided about. */
    record Mentioned(String table, int column) {}

    Set<Mentioned> mentioned(UUID dataset) {
        return history(dataset).stream()
                .flatMap(revision -> revision.policy().tables().stream())
                .flatMap(table -> table.columns().stream().map(column -> new Mentioned(table.table(), column.id())))
                .collect(Collectors.toSet());
    }

    /** Until the end of the transaction nobody else decides about what may be seen of this dataset. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(UUID dataset) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:lock))")
                .param("lock", "policy:" + dataset)
                .query((_, _) -> true)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Policy add(
            UUID dataset,
            List<TablePolicy> tables,
            List<Approved> approved,
            String person,
            @Nullable String reason,
            @Nullable UUID proposal) {
        var policy = new Policy(of(dataset).revision() + 1, tables, approved);
        jdbc.sql("""
                        insert into policy (dataset_id, revision, body, approved, set_by, set_at, reason, proposal_id)
                        values (:dataset, :revision, cast(:body as jsonb), cast(:approved as jsonb), :person, :now,
                            :reason, :proposal)""")
                .param("dataset", dataset)
                .param("revision", policy.revision())
                .param("body", json.writeValueAsString(tables))
                .param("approved", json.writeValueAsString(approved))
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .param("proposal", proposal)
                .update();
        log.record(new DecisionLog.Entry(
                Kind.POLICY_SET,
                person,
                null,
                dataset,
                Map.of(
                        "revision",
                        policy.revision(),
                        "tables",
                        withoutFilters(tables),
                        "proposal",
                        proposal == null ? "" : proposal.toString()),
                reason));
        return policy;
    }

    /** A filter is text that somebody wrote, and may name a person: the log says only that there is one. */
    private static List<Map<String, Object>> withoutFilters(List<TablePolicy> tables) {
        return tables.stream()
                .map(table -> Map.<String, Object>of(
                        "table", table.table(), "filtered", table.filter() != null, "columns", table.columns()))
                .toList();
    }

    private Policy policy(ResultSet row) throws SQLException {
        return new Policy(
                row.getLong("revision"),
                List.of(json.readValue(row.getString("body"), TablePolicy[].class)),
                List.of(json.readValue(row.getString("approved"), Approved[].class)));
    }
}
