package nl.datakade.ingest.tombstone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.datakade.contracts.ingest.VersionRemoved.Content;
import nl.datakade.ingest.delivery.Delivery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tombstones; one stands from the moment that a removal is decided. */
@Repository
public class Tombstones {

    /** Unfinished ones at once. */
    public static final int MOST = 1_000;

    private static final UUID FIRST = new UUID(0, 0);

    private static final TypeReference<List<Content>> CONTENT = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Tombstones(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Refuses whatever is asked of a version that is gone, and says what became of it. */
    public void requirePresent(Delivery delivery) {
        if (delivery.state() == Delivery.State.REMOVED) {
            throw new VersionGone(delivery, find(delivery.id()).orElseThrow());
        }
    }

    public Optional<Tombstone> find(UUID delivery) {
        return jdbc.sql("select * from tombstone where delivery_id = :delivery")
                .param("delivery", delivery)
                .query(this::tombstone)
                .optional();
    }

    /**
     * Removals decided by then that have yet to be finished, the oldest first.
     *
     * @param after the last one that was seen to; null to begin with
     */
    public List<Tombstone> unfinished(Instant decidedBy, @Nullable Tombstone after) {
        return jdbc.sql("""
                        select * from tombstone
                        where removed_at is null and decided_at <= :decidedBy
                            and (decided_at, delivery_id) > (:decidedAfter, :delivery)
                        order by decided_at, delivery_id limit :most""")
                .param("decidedBy", Timestamp.from(decidedBy))
                .param("decidedAfter", Timestamp.from(after == null ? Instant.EPOCH : after.decidedAt()))
                .param("delivery", after == null ? FIRST : after.deliveryId())
                .param("most", MOST)
                .query(this::tombstone)
                .list();
    }

    /** The folders that objects will yet leave, raw and tables. */
    public Set<String> emptying(UUID dataset) {
        return jdbc
                .sql("""
                        select delivery_id, version from tombstone
                        where dataset_id = :dataset and removed_at is null""")
                .param("dataset", dataset)
                .query((row, _) -> List.of(
                        "landing/" + dataset + "/" + row.getString("delivery_id") + "/",
                        "tables/" + dataset + "/" + row.getInt("version") + "/"))
                .list()
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Tombstone decided) {
        jdbc.sql("""
                        insert into tombstone (delivery_id, dataset_id, version, rule, before, content, decided_at)
                        values (:delivery, :dataset, :version, :rule, :before, cast(:content as jsonb), :decidedAt)""")
                .param("delivery", decided.deliveryId())
                .param("dataset", decided.datasetId())
                .param("version", decided.version())
                .param("rule", decided.rule())
                .param("before", decided.before())
                .param("content", json.writeValueAsString(decided.content()))
                .param("decidedAt", Timestamp.from(decided.decidedAt()))
                .update();
    }

    /** The first count holds: when a removal was broken off, less is found later. */
    public Tombstone count(Tombstone decided, long objects, long bytes) {
        return jdbc.sql("""
                        update tombstone set objects = coalesce(objects, :objects), bytes = coalesce(bytes, :bytes)
                        where delivery_id = :delivery returning *""")
                .param("objects", objects)
                .param("bytes", bytes)
                .param("delivery", decided.deliveryId())
                .query(this::tombstone)
                .single();
    }

    /** False when another instance finished it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean finish(Tombstone decided, Instant removedAt, String proof) {
        return jdbc.sql("""
                        update tombstone set removed_at = :removedAt, proof = :proof
                        where delivery_id = :delivery and removed_at is null""")
                        .param("removedAt", Timestamp.from(removedAt))
                        .param("proof", proof)
                        .param("delivery", decided.deliveryId())
                        .update()
                == 1;
    }

    private Tombstone tombstone(ResultSet row, int number) throws SQLException {
        return new Tombstone(
                row.getObject("delivery_id", UUID.class),
                row.getObject("dataset_id", UUID.class),
                row.getInt("version"),
                row.getString("rule"),
                row.getString("before"),
                json.readValue(row.getString("content"), CONTENT),
                row.getTimestamp("decided_at").toInstant(),
                row.getObject("objects", Long.class),
                row.getObject("bytes", Long.class),
                instant(row.getTimestamp("removed_at")),
                row.getString("proof"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
