package nl.datakade.ingest.hold;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The legal holds, lifted ones too. */
@Repository
public class LegalHolds {

    private final JdbcClient jdbc;
    private final Clock clock;

    LegalHolds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What of a dataset is held now.
     *
     * @param all every version
     */
    public record Held(boolean all, Set<Integer> versions) {

        public boolean contains(int version) {
            return all || versions.contains(version);
        }
    }

    public Held of(UUID dataset) {
        var open = open(dataset);
        return new Held(
                open.stream().anyMatch(hold -> hold.version() == null),
                open.stream()
                        .flatMap(hold -> Optional.ofNullable(hold.version()).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    List<LegalHold> open(UUID dataset) {
        return jdbc.sql("select * from legal_hold where dataset_id = :dataset and lifted_at is null order by id")
                .param("dataset", dataset)
                .query((row, _) -> hold(row))
                .list();
    }

    List<LegalHold> open() {
        return jdbc.sql("select * from legal_hold where lifted_at is null order by id")
                .query((row, _) -> hold(row))
                .list();
    }

    /** Newest first. */
    List<LegalHold> all(UUID dataset) {
        return jdbc.sql("select * from legal_hold where dataset_id = :dataset order by id desc")
                .param("dataset", dataset)
                .query((row, _) -> hold(row))
                .list();
    }

    Optional<LegalHold> find(UUID id) {
        return jdbc.sql("select * from legal_hold where id = :id")
                .param("id", id)
                .query((row, _) -> hold(row))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID place(UUID dataset, @Nullable Integer version, String reason, String person) {
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into legal_hold (id, dataset_id, version, reason, placed_by, placed_at)
                        values (:id, :dataset, :version, :reason, :person, :now)""")
                .param("id", id)
                .param("dataset", dataset)
                .param("version", version)
                .param("reason", reason)
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** Once; the first lifting counts. */
    void lift(UUID id, String reason, String person) {
        jdbc.sql("""
                        update legal_hold set lift_reason = :reason, lifted_by = :person, lifted_at = :now
                        where id = :id and lifted_at is null""")
                .param("reason", reason)
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Lifted, while the object store still holds objects under them. */
    List<LegalHold> liftedInStore() {
        return jdbc.sql("select * from legal_hold where lifted_at is not null and in_store order by id")
                .query((row, _) -> hold(row))
                .list();
    }

    void inStore(UUID id, boolean held) {
        jdbc.sql("update legal_hold set in_store = :held where id = :id")
                .param("held", held)
                .param("id", id)
                .update();
    }

    private static LegalHold hold(ResultSet row) throws SQLException {
        var lifted = row.getTimestamp("lifted_at");
        return new LegalHold(
                row.getObject("id", UUID.class),
                row.getObject("dataset_id", UUID.class),
                row.getObject("version", Integer.class),
                row.getString("reason"),
                row.getString("placed_by"),
                row.getTimestamp("placed_at").toInstant(),
                row.getString("lift_reason"),
                row.getString("lifted_by"),
                lifted == null ? null : lifted.toInstant(),
                row.getBoolean("in_store"));
    }
}
