package nl.datakade.ingest.retention;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.ingest.delivery.Delivery.State;
import nl.datakade.ingest.retention.DueVersions.Kept;
import nl.datakade.ingest.retention.RuleInForce.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions that are there, and the rule that holds for them. */
@Repository
class KeptVersions {

    private final JdbcClient jdbc;
    private final RetentionProperties properties;

    KeptVersions(JdbcClient jdbc, RetentionProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** Those with something to remove, perhaps. */
    List<UUID> datasets() {
        return jdbc.sql("""
                        select distinct dataset_id from delivery
                        where state not in ('LANDED', 'READING', 'REMOVED')""")
                .query((row, _) -> row.getObject("dataset_id", UUID.class))
                .list();
    }

    Optional<RuleInForce> rule(UUID dataset) {
        return jdbc.sql("""
                        select department, retained_versions, retained_period, coalesce(retained_current, false) as current
                        from dataset where id = :dataset and not stream -- what a stream gathered stands in parts of its own""")
                .param("dataset", dataset)
                .query((row, _) -> {
                    var department = row.getString("department");
                    return Rule.of(
                                    row.getObject("retained_versions", Integer.class),
                                    row.getString("retained_period"),
                                    row.getBoolean("current"))
                            .map(rule -> new RuleInForce(Source.DATASET, rule))
                            .or(() -> properties.of(department));
                })
                .optional()
                .flatMap(rule -> rule);
    }

    List<Kept> of(UUID dataset) {
        return jdbc.sql("""
                        select version, state, tables <> '[]' as tables, received_at, ended_at from delivery
                        where dataset_id = :dataset and state <> 'REMOVED' order by version""")
                .param("dataset", dataset)
                .query((row, _) -> new Kept(
                        row.getInt("version"),
                        State.valueOf(row.getString("state")),
                        row.getBoolean("tables"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getTimestamp("ended_at") == null
                                ? null
                                : row.getTimestamp("ended_at").toInstant()))
                .list();
    }
}
