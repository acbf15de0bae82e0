package nl.datakade.access.policy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.datakade.access.disclosure.DecisionLog;
import nl.datakade.access.disclosure.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which columns are not what they look like. Nothing is overwritten: clearing and withdrawing are rows of their own. */
@Component
public class Clearances {

    private final JdbcClient jdbc;
    private final Policies policies;
    private final DecisionLog log;
    private final Clock clock;

    Clearances(JdbcClient jdbc, Policies policies, DecisionLog log, Clock clock) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.log = log;
        this.clock = clock;
    }

    /** What is cleared now. */
    public List<Clearance> of(UUID dataset) {
        return jdbc.sql("""
                        select table_name, column_id, semantic_type, reason from (
                            select distinct on (table_name, column_id, semantic_type) * from clearance
                            where dataset_id = :dataset
                            order by table_name, column_id, semantic_type, id desc) last
                        where cleared order by 1, 2, 3""")
                .param("dataset", dataset)
                .query((row, _) -> new Clearance(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)))
                .list();
    }

    /**
     * One decision about a column.
     *
     * @param cleared false when a clearance was withdrawn
     * @param person who proposed it, or withdrew it
     * @param proposal with the decisions of both persons; null for a withdrawal, which one person decides
     */
    record Entry(
            String table,
            int column,
            String semanticType,
            boolean cleared,
            @Nullable String reason,
            String person,
            Instant at,
            @Nullable UUID proposal) {}

    List<Entry> history(UUID dataset) {
        return jdbc.sql("select * from clearance where dataset_id = :dataset order by id desc")
                .param("dataset", dataset)
                .query((row, _) -> new Entry(
                        row.getString("table_name"),
                        row.getInt("column_id"),
                        row.getString("semantic_type"),
                        row.getBoolean("cleared"),
                        row.getString("reason"),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getObject("proposal_id", UUID.class)))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void clear(UUID dataset, Clearance clearance, String person, UUID proposal) {
        add(dataset, clearance, true, clearance.reason(), person, proposal);
    }

    /** Withdraws what was cleared of a column; false when nothing was. */
    @Transactional
    boolean withdraw(UUID dataset, String table, int column, @Nullable String reason, String person) {
        policies.lock(dataset);
        var cleared = of(dataset).stream()
                .filter(clearance -> clearance.table().equals(table) && clearance.column() == column)
                .toList();
        cleared.forEach(clearance -> add(dataset, clearance, false, reason, person, null));
        return !cleared.isEmpty();
    }

    private void add(
            UUID dataset,
            Clearance clearance,
            boolean cleared,
            @Nullable String reason,
            String person,
            @Nullable UUID proposal) {
        jdbc.sql("""
                        insert into clearance (dataset_id, table_name, column_id, semantic_type, cleared, reason,
                            decided_by, decided_at, proposal_id)
                        values (:dataset, :table, :column, :meaning, :cleared, :reason, :person, :now, :proposal)""")
                .param("dataset", dataset)
                .param("table", clearance.table())
                .param("column", clearance.column())
                .param("meaning", clearance.semanticType())
                .param("cleared", cleared)
                .param("reason", reason)
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .param("proposal", proposal)
                .update();
        log.record(new DecisionLog.Entry(
                cleared ? Kind.CLEARANCE_GIVEN : Kind.CLEARANCE_WITHDRAWN,
                person,
                null,
                dataset,
                Map.of(
                        "table", clearance.table(),
                        "column", clearance.column(),
                        "semanticType", clearance.semanticType(),
                        "proposal", proposal == null ? "" : proposal.toString()),
                reason));
    }
}
