package nl.datakade.access.policy;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.datakade.access.disclosure.DecisionLog;
import nl.datakade.access.disclosure.Kind;
import nl.datakade.access.policy.Policy.TablePolicy;
import nl.datakade.contracts.quality.ScoreState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The policies and what owners cleared. */
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

    /** The policy in force. */
    public Policy of(UUID dataset) {
        return jdbc.sql("select revision, body from policy where dataset_id = :dataset order by revision desc limit 1")
                .param("dataset", dataset)
                .query((row, _) -> new Policy(
                        row.getLong("revision"), List.of(json.readValue(row.getString("body"), TablePolicy[].class))))
                .optional()
                .orElse(Policy.NONE);
    }

    /**
     * A column that looks like personal data and is not.
     *
     * @param semanticType what it looks like; if it comes to look like something else, that has not been cleared
     */
    public record Clearance(String table, int column, String semanticType, String reason) {

        public boolean covers(ScoreState.Column recognised) {
            return table.equals(recognised.table())
                    && column == recognised.columnId()
                    && semanticType.equals(recognised.semanticType());
        }
    }

    public List<Clearance> clearances(UUID dataset) {
        return jdbc.sql("""
                        select table_name, column_id, semantic_type, reason from clearance
                        where dataset_id = :dataset order by 1, 2, 3""")
                .param("dataset", dataset)
                .query((row, _) -> new Clearance(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** Sets the next revision, if the one in force is still the one that was seen: null when none was. */
    @Transactional
    Policy set(UUID dataset, List<TablePolicy> tables, @Nullable String seen, String person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:lock))")
                .param("lock", "policy:" + dataset)
                .query((_, _) -> true)
                .single();
        var present = of(dataset);
        if (seen == null && present.revision() > 0) {
            throw new PolicyProblem.RevisionNotGiven();
        }
        if (seen != null && !seen.equals(present.tag())) {
            throw new PolicyProblem.ChangedMeanwhile();
        }
        var policy = new Policy(present.revision() + 1, tables);
        jdbc.sql("""
                        insert into policy (dataset_id, revision, body, set_by, set_at)
                        values (:dataset, :revision, cast(:body as jsonb), :person, :now)""")
                .param("dataset", dataset)
                .param("revision", policy.revision())
                .param("body", json.writeValueAsString(tables))
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        log(Kind.POLICY_SET, dataset, person, Map.of("revision", policy.revision(), "tables", tables), null);
        return policy;
    }

    @Transactional
    void clear(UUID dataset, Clearance clearance, String person) {
        var facts = Map.of(
                "table", clearance.table(), "column", clearance.column(), "semanticType", clearance.semanticType());
        log(Kind.CLEARANCE_GIVEN, dataset, person, facts, clearance.reason());
        jdbc.sql("""
                        insert into clearance (dataset_id, table_name, column_id, semantic_type, reason, cleared_by,
                            cleared_at)
                        values (:dataset, :table, :column, :meaning, :reason, :person, :now)
                        on conflict (dataset_id, table_name, column_id, semantic_type) do update
                        set reason = excluded.reason, cleared_by = excluded.cleared_by,
                            cleared_at = excluded.cleared_at""")
                .param("dataset", dataset)
                .param("table", clearance.table())
                .param("column", clearance.column())
                .param("meaning", clearance.semanticType())
                .param("reason", clearance.reason())
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Takes back what was cleared of a column; false when nothing was. */
    @Transactional
    boolean unclear(UUID dataset, String table, int column, String person) {
        boolean cleared = jdbc.sql("""
                                delete from clearance
                                where dataset_id = :dataset and table_name = :table and column_id = :column""")
                        .param("dataset", dataset)
                        .param("table", table)
                        .param("column", column)
                        .update()
                > 0;
        if (cleared) {
            log(Kind.CLEARANCE_WITHDRAWN, dataset, person, Map.of("table", table, "column", column), null);
        }
        return cleared;
    }

    private void log(Kind kind, UUID dataset, String person, Map<String, ?> facts, @Nullable String reason) {
        log.record(new DecisionLog.Entry(kind, person, null, dataset, facts, reason));
    }
}
