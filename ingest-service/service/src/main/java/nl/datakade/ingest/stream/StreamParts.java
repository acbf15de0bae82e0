package nl.datakade.ingest.stream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.datakade.table.parquet.ParquetFile.Bounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The parts of streams, those shown now and those that recent versions showed. */
@Repository
class StreamParts {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    StreamParts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Oldest first. */
    List<StreamPart> present(UUID dataset) {
        return jdbc.sql("""
                        select key, level, revision, rows, bytes, sha256, bounds, since, until from stream_part
                        where dataset_id = :dataset and superseded_at is null order by number""").param("dataset", dataset).query(this::part).list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(UUID dataset, StreamPart part) {
        jdbc.sql("""
                        insert into stream_part
                            (key, dataset_id, level, revision, rows, bytes, sha256, bounds, since, until)
                        values (:key, :dataset, :level, :revision, :rows, :bytes, :sha256, cast(:bounds as jsonb),
                            :since, :until)""")
                .param("key", part.key())
                .param("dataset", dataset)
                .param("level", part.level())
                .param("revision", part.revision())
                .param("rows", part.rows())
                .param("bytes", part.bytes())
                .param("sha256", part.sha256())
                .param("bounds", json.writeValueAsString(part.bounds()))
                .param("since", Timestamp.from(part.since()))
                .param("until", Timestamp.from(part.until()))
                .update();
    }

    /** All but these are shown no longer. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keepOnly(UUID dataset, List<StreamPart> shown) {
        jdbc.sql("""
                        update stream_part set superseded_at = :now
                        where dataset_id = :dataset and superseded_at is null and key <> all(:keys)""")
                .param("now", Timestamp.from(clock.instant()))
                .param("dataset", dataset)
                .param("keys", shown.stream().map(StreamPart::key).toArray(String[]::new))
                .update();
    }

    /** What a stream showed whose last version was removed. */
    void supersedeRemoved() {
        jdbc.sql("""
                        update stream_part p set superseded_at = :now
                        from stream s join version v on v.delivery_id = s.delivery_id
                        where p.dataset_id = s.dataset_id and p.superseded_at is null and v.state = 'REMOVED'""").param("now", Timestamp.from(clock.instant())).update();
    }

    /** Not those that the last two released versions of their dataset show, however old these are. */
    List<String> supersededBefore(Instant moment, int most) {
        return jdbc.sql("""
                        with shown as materialized (
                            select part ->> 'file' as key
                            from stream s
                            cross join lateral (
                                select v.version from version v
                                where v.dataset_id = s.dataset_id and v.state = 'RELEASED'
                                order by v.version desc limit 2) good
                            join reading r on r.dataset_id = s.dataset_id and r.version = good.version
                            cross join lateral jsonb_array_elements(r.document -> 'tables') as t(doc)
                            cross join lateral jsonb_array_elements(t.doc -> 'parts') as p(part))
                        select key from stream_part
                        where superseded_at < :moment and key not in (select key from shown where key is not null)
                        limit :most""")
                .param("moment", Timestamp.from(moment))
                .param("most", most)
                .query((row, _) -> row.getString("key"))
                .list();
    }

    /** Of those that the version released last shows, where a later one is held back, when the oldest landed; oldest first. */
    List<Instant> shownInstead(UUID dataset) {
        return jdbc.sql("""
                        with good as (
                            select v.version from version v
                            where v.dataset_id = :dataset and v.state = 'RELEASED' order by v.version desc limit 1)
                        select p.since from stream_part p
                        where p.dataset_id = :dataset and p.rows > 0
                          and exists (select from version v, good
                              where v.dataset_id = :dataset and v.version > good.version and v.state = 'HELD_BACK')
                          and p.key in (
                              select file #>> '{}' from good
                              join reading r on r.dataset_id = :dataset and r.version = good.version
                              cross join lateral jsonb_path_query(r.document, '$.tables[*].parts[*].file') as file)
                        order by p.number""")
                .param("dataset", dataset)
                .query((row, _) -> row.getTimestamp("since").toInstant())
                .list();
    }

    void forget(String key) {
        jdbc.sql("delete from stream_part where key = :key").param("key", key).update();
    }

    boolean isKnown(String key) {
        return jdbc.sql("select exists (select from stream_part where key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    private StreamPart part(ResultSet row, int number) throws SQLException {
        return new StreamPart(
                row.getString("key"),
                row.getInt("level"),
                row.getInt("revision"),
                row.getLong("rows"),
                row.getLong("bytes"),
                row.getString("sha256"),
                json.readValue(row.getString("bounds"), new TypeReference<Map<String, Bounds>>() {}),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("until").toInstant());
    }
}
