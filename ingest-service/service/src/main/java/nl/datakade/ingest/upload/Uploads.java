package nl.datakade.ingest.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.ingest.landing.Digests;
import nl.datakade.ingest.landing.Reservation;
import nl.datakade.platform.object.StoredPart;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The uploads under way, in the database, so that any instance can take the next request of one; by the database's clock. */
@Repository
class Uploads {

    private final JdbcClient jdbc;
    private final UploadProperties properties;

    Uploads(JdbcClient jdbc, UploadProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    void add(UUID id, Creation creation, Reservation reserved, String client) {
        jdbc.sql("""
                        insert into upload (id, delivery_id, dataset_id, dataset, dataset_is_new, pushed_to, department,
                            client, idempotency_key, metadata, media_type, file_name, declared_sha256, declared_sha512,
                            length, state, object_key, created_at, expires_at)
                        values (:id, :delivery, :dataset, :name, :isNew, :pushedTo, :department,
                            :client, :key, :metadata, :mediaType, :fileName, :sha256, :sha512,
                            :length, 'OPEN', :object, now(), now() + make_interval(secs => :kept))""")
                .param("id", id)
                .param("delivery", reserved.deliveryId())
                .param("dataset", reserved.datasetId())
                .param("name", reserved.dataset())
                .param("isNew", reserved.datasetIsNew())
                .param("pushedTo", creation.dataset())
                .param("department", reserved.department())
                .param("client", client)
                .param("key", creation.key())
                .param("metadata", creation.metadata())
                .param("mediaType", creation.mediaType())
                .param("fileName", creation.fileName())
                .param("sha256", creation.declared().sha256())
                .param("sha512", creation.declared().sha512())
                .param("length", creation.length())
                .param("object", reserved.objectKey())
                .param("kept", kept())
                .update();
    }

    Optional<Upload> find(UUID id) {
        return select("where u.id = :id").param("id", id).query(this::upload).optional();
    }

    /** What a client created with this key in the past day. */
    Optional<Upload> created(String client, String key) {
        return select(
                        "where u.client = :client and u.idempotency_key = :key and u.created_at > now() - interval '24 hours'")
                .param("client", client)
                .param("key", key)
                .query(this::upload)
                .optional();
    }

    private JdbcClient.StatementSpec select(String where) {
        return jdbc.sql("""
                select u.*, coalesce(u.held_until >= now(), false) as held,
                    u.expires_at < now() as expired,
                    array(select number from upload_part where upload_id = u.id order by number) as numbers,
                    array(select etag from upload_part where upload_id = u.id order by number) as etags,
                    array(select crc32c from upload_part where upload_id = u.id order by number) as sums,
                    array(select size from upload_part where upload_id = u.id order by number) as sizes
                from upload u
                """ + where);
    }

    /**
     * Makes somebody the one who writes to an upload, until released or not renewed for a while.
     *
     * @return false when somebody else is
     */
    boolean hold(UUID id, UUID holder) {
        return jdbc.sql("""
                        update upload set holder = :holder, held_until = now() + make_interval(secs => :seconds)
                        where id = :id and (holder is null or held_until < now())""")
                        .param("id", id)
                        .param("holder", holder)
                        .param("seconds", seconds())
                        .update()
                == 1;
    }

    /** False when somebody else holds it by now. */
    boolean renew(UUID id, UUID holder) {
        return jdbc.sql("""
                        update upload set held_until = now() + make_interval(secs => :seconds)
                        where id = :id and holder = :holder""")
                        .param("id", id)
                        .param("holder", holder)
                        .param("seconds", seconds())
                        .update()
                == 1;
    }

    void release(UUID id, UUID holder) {
        jdbc.sql("update upload set holder = null, held_until = null where id = :id and holder = :holder")
                .param("id", id)
                .param("holder", holder)
                .update();
    }

    /**
     * Writes down what a kill cannot take away any more; all others forget an upload that somebody else holds by now.
     *
     * @param parts those that came since the last time
     * @return false when somebody else holds it
     */
    boolean advance(UUID id, UUID holder, Standing standing, List<StoredPart> parts) {
        return jdbc.sql("""
                        with stepped as (
                            update upload set received = :received, state = :state, store_upload = :store,
                                next_part = :next, tail = :tail, expires_at = now() + make_interval(secs => :kept),
                                held_until = now() + make_interval(secs => :seconds)
                            where id = :id and holder = :holder returning id),
                        written as (
                            insert into upload_part (upload_id, number, etag, crc32c, size)
                            select stepped.id, part.* from stepped, unnest(cast(:numbers as integer[]),
                                cast(:etags as text[]), cast(:sums as text[]), cast(:sizes as bigint[])) part)
                        select count(*) from stepped""")
                        .param("received", standing.received())
                        .param("state", standing.state().name())
                        .param("store", standing.storeUpload())
                        .param("next", standing.nextPart())
                        .param("tail", standing.tail())
                        .param("kept", kept())
                        .param("seconds", seconds())
                        .param("id", id)
                        .param("holder", holder)
                        .param("numbers", parts.stream().map(StoredPart::number).toArray(Integer[]::new))
                        .param("etags", parts.stream().map(StoredPart::etag).toArray(String[]::new))
                        .param("sums", parts.stream().map(StoredPart::crc32c).toArray(String[]::new))
                        .param("sizes", parts.stream().map(StoredPart::size).toArray(Long[]::new))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** The part of an upload that changes as bytes come in. */
    record Standing(
            long received,
            Upload.State state,
            @Nullable String storeUpload,
            int nextPart,
            @Nullable String tail) {}

    void landed(UUID id, UUID delivery) {
        jdbc.sql(
                        "update upload set state = 'LANDED', delivery = :delivery, expires_at = now() + make_interval(secs => :kept) where id = :id")
                .param("delivery", delivery)
                .param("kept", kept())
                .param("id", id)
                .update();
    }

    void refused(UUID id, String reason) {
        jdbc.sql(
                        "update upload set state = 'REFUSED', reason = :reason, expires_at = now() + make_interval(secs => :kept) where id = :id")
                .param("reason", reason)
                .param("kept", kept())
                .param("id", id)
                .update();
    }

    /** Nobody will come back for it. */
    void expire(UUID id) {
        jdbc.sql("update upload set expires_at = now() where id = :id and state = 'OPEN'")
                .param("id", id)
                .update();
    }

    void forget(UUID id) {
        jdbc.sql("delete from upload where id = :id").param("id", id).update();
    }

    /** Uploads of which all bytes came, and whose finishing was broken off. */
    List<UUID> unfinished() {
        return ids(jdbc.sql("""
                select id from upload
                where state = 'RECEIVED' and (holder is null or held_until < now()) order by id limit 100"""));
    }

    List<UUID> expired() {
        return ids(jdbc.sql("""
                select id from upload
                where expires_at < now() and state <> 'RECEIVED' and (holder is null or held_until < now())
                order by expires_at limit 100"""));
    }

    private static List<UUID> ids(JdbcClient.StatementSpec query) {
        return query.query((row, _) -> row.getObject("id", UUID.class)).list();
    }

    boolean isKnown(UUID id) {
        return jdbc.sql("select exists (select from upload where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private double seconds() {
        return properties.lease().toMillis() / 1000.0;
    }

    private long kept() {
        return properties.expiresAfter().toSeconds();
    }

    private Upload upload(ResultSet row, int number) throws SQLException {
        return new Upload(
                row.getObject("id", UUID.class),
                new Reservation(
                        row.getObject("delivery_id", UUID.class),
                        row.getObject("dataset_id", UUID.class),
                        row.getString("dataset"),
                        row.getBoolean("dataset_is_new"),
                        row.getString("department")),
                row.getString("pushed_to"),
                row.getString("client"),
                row.getString("idempotency_key"),
                row.getString("metadata"),
                row.getString("media_type"),
                row.getString("file_name"),
                new Digests(Digests.REPRESENTATION, row.getString("declared_sha256"), row.getString("declared_sha512")),
                row.getLong("length"),
                row.getLong("received"),
                Upload.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("delivery", UUID.class),
                row.getString("store_upload"),
                row.getInt("next_part"),
                parts(row),
                row.getString("tail"),
                row.getBoolean("held"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getBoolean("expired"));
    }

    private static List<StoredPart> parts(ResultSet row) throws SQLException {
        var numbers = (Integer[]) row.getArray("numbers").getArray();
        var etags = (String[]) row.getArray("etags").getArray();
        var sums = (@Nullable String[]) row.getArray("sums").getArray();
        var sizes = (Long[]) row.getArray("sizes").getArray();
        return java.util.stream.IntStream.range(0, numbers.length)
                .mapToObj(n -> new StoredPart(numbers[n], etags[n], sums[n], sizes[n]))
                .toList();
    }
}
