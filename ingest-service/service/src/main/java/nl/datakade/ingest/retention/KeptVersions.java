package nl.datakade.ingest.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
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

    private static final int OLDEST = 1_000;

    /** A month back from the last day of one may be less than a month on from there; see {@link DueVersions}. */
    private static final Duration SHORTER_MONTHS = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final RetentionProperties properties;

    KeptVersions(JdbcClient jdbc, RetentionProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** Those with something to remove, perhaps. */
    List<UUID> datasets() {
        return jdbc.sql("""
                        select id from dataset d where exists (
                            select from version v
                            where v.dataset_id = d.id and v.state <> 'REMOVED' and v.state not in ('LANDED', 'READING'))""").query((row, _) -> row.getObject("id", UUID.class)).list();
    }

    Optional<RuleInForce> rule(UUID dataset) {
        return jdbc.sql("""
                        select department, stream, retained_versions, retained_period,
                            coalesce(retained_current, false) as current
                        from dataset where id = :dataset""")
                .param("dataset", dataset)
                .query((row, _) -> {
                    var department = row.getString("department");
                    var stream = row.getBoolean("stream");
                    return Rule.of(
                                    row.getObject("retained_versions", Integer.class),
                                    row.getString("retained_period"),
                                    row.getBoolean("current"))
                            .map(rule -> new RuleInForce(Source.DATASET, rule))
                            .or(() -> properties.of(department))
                            .map(rule -> new RuleInForce(rule.source(), rule.rule(), stream));
                })
                .optional()
                .flatMap(rule -> rule);
    }

    /** Those that the rule has to be asked about, the current one among them. */
    List<Kept> of(UUID dataset, RuleInForce rule, Instant now) {
        if (!rule.stream()) {
            return all(dataset);
        }
        var period = rule.holding().period();
        return period == null
                ? List.of()
                : oldest(dataset, Term.begin(period, now).plus(SHORTER_MONTHS));
    }

    private List<Kept> all(UUID dataset) {
        return jdbc.sql("""
                        select version, state, tables <> '[]' as tables, landed_at, ended_at from version
                        where dataset_id = :dataset and state <> 'REMOVED' order by version""").param("dataset", dataset).query(KeptVersions::kept).list();
    }

    /** Of a stream's hundreds of thousands so many as can be removed at once, and what may be current. */
    private List<Kept> oldest(UUID dataset, Instant before) {
        return jdbc.sql("""
                        (select version, state, tables <> '[]' as tables, landed_at, ended_at from version
                         where dataset_id = :dataset and state <> 'REMOVED' and landed_at < :before
                         order by landed_at limit :most)
                        union
                        (select version, state, tables <> '[]', landed_at, ended_at from version
                         where dataset_id = :dataset and state = 'RELEASED' and tables <> '[]'
                         order by version desc limit 1)
                        union
                        (select version, state, tables <> '[]', landed_at, ended_at from version
                         where dataset_id = :dataset and ended_at is null order by version desc limit 1)""")
                .param("dataset", dataset)
                .param("before", Timestamp.from(before))
                .param("most", OLDEST)
                .query(KeptVersions::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var endedAt = row.getTimestamp("ended_at");
        return new Kept(
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                row.getBoolean("tables"),
                row.getTimestamp("landed_at").toInstant(),
                endedAt == null ? null : endedAt.toInstant());
    }
}
