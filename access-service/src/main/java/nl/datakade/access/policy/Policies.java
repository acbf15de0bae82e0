package nl.datakade.access.policy;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.datakade.access.policy.Policy.TablePolicy;
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
    private final Clock clock;

    Policies(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
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

    /** A column that looks like personal data and is not. */
    public record Clearance(String table, int column, String reason) {}

    public List<Clearance> clearances(UUID dataset) {
        return jdbc.sql("select table_name, column_id, reason from clearance where dataset_id = :dataset order by 1, 2")
                .param("dataset", dataset)
                .query((row, _) -> new Clearance(row.getString(1), row.getInt(2), row.getString(3)))
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
        return policy;
    }

    void clear(UUID dataset, Clearance clearance, String person) {
        jdbc.sql("""
                        insert into clearance (dataset_id, table_name, column_id, reason, cleared_by, cleared_at)
                        values (:dataset, :table, :column, :reason, :person, :now)
                        on conflict (dataset_id, table_name, column_id) do update
                        set reason = excluded.reason, cleared_by = excluded.cleared_by,
                            cleared_at = excluded.cleared_at""")
                .param("dataset", dataset)
                .param("table", clearance.table())
                .param("column", clearance.column())
                .param("reason", clearance.reason())
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
