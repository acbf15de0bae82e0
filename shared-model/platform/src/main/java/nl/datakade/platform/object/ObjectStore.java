package nl.datakade.platform.object;

import io.minio.BucketExistsArgs;
import io.minio.ComposeObjectArgs;
import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.ListMultipartUploadsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The city's object storage, any S3. Objects are written once: a key that exists is never overwritten. Failures of the
 * store are {@link ObjectStoreUnavailable}; nothing half-written is ever visible.
 */
public class ObjectStore {

    /** S3 copies no more in one request. */
    private static final long LARGEST_COPY = 5L << 30;

    private final MinioAsyncClient client;
    private final String bucket;
    private final PartBuffers buffers;
    private final ObjectCache cache;
    private final ObjectLock lock;

    ObjectStore(MinioAsyncClient client, String bucket, PartBuffers buffers, ObjectCache cache) {
        this.client = client;
        this.bucket = bucket;
        this.buffers = buffers;
        this.cache = cache;
        this.lock = new ObjectLock(client, bucket);
    }

    /** Starts writing an object; nothing is visible before {@link ObjectUpload#complete()}. */
    public ObjectUpload upload(String key, String mediaType) {
        return upload(key, mediaType, -1);
    }

    /**
     * The same for an object whose size is known beforehand; fewer bytes are copied then.
     *
     * @param size in bytes, about; -1 when unknown
     */
    public ObjectUpload upload(String key, String mediaType, long size) {
        return new ObjectUpload(new Target(client, bucket, key, mediaType), buffers, size);
    }

    /**
     * Writes a whole object from a file.
     *
     * @return false when there was an object with this key already; it is left as it was
     */
    public boolean put(String key, String mediaType, Path file) {
        try (var upload = upload(key, mediaType, Files.size(file));
                var in = Files.newInputStream(file)) {
            in.transferTo(upload);
            return upload.complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The object's bytes, as they come; the caller closes. */
    public InputStream open(String key) {
        return await(client.getObject(
                GetObjectArgs.builder().bucket(bucket).object(key).build()));
    }

    /**
     * A copy of an object as a file in a folder of the caller's, who removes it after use. The object is fetched once and
     * kept encrypted, so that nothing else on this disk can be read.
     *
     * @param sha256 lower-case hexadecimal; a copy with another hash is refused
     */
    public Path local(String key, String sha256, Path folder) {
        return cache.copy(sha256, folder, () -> open(key));
    }

    /** Forgets the local copy of an object, if there is one. */
    public void forget(String sha256) {
        cache.forget(sha256);
    }

    public boolean exists(String key) {
        return size(key).isPresent();
    }

    /** Of an object, in bytes; empty when there is none. */
    public OptionalLong size(String key) {
        try {
            var found = await(client.statObject(
                    StatObjectArgs.builder().bucket(bucket).object(key).build()));
            return OptionalLong.of(found.size());
        } catch (ObjectStoreUnavailable failure) {
            if (failure.isAnswered(404) && isBucketThere()) {
                return OptionalLong.empty();
            }
            throw failure;
        }
    }

    /** Without its bucket, what a store says of an object is no news of that object. */
    private boolean isBucketThere() {
        return await(
                client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build()));
    }

    /** Makes a second object of the same bytes, inside the store; of a large one piece by piece. */
    public void copy(String from, String to) {
        var source = SourceObject.builder().bucket(bucket).object(from).build();
        if (size(from).orElse(0) > LARGEST_COPY) {
            await(client.composeObject(ComposeObjectArgs.builder()
                    .bucket(bucket)
                    .object(to)
                    .sources(List.of(source))
                    .build()));
        } else {
            await(client.copyObject(CopyObjectArgs.builder()
                    .bucket(bucket)
                    .object(to)
                    .source(source)
                    .build()));
        }
    }

    /**
     * Begins an object whose parts come over several requests, from any process that knows what this answers.
     *
     * @return names the parts to {@link #parts}
     */
    public String beginParts(String key, String mediaType) {
        return new Target(client, bucket, key, mediaType).create();
    }

    /** The parts of an object that {@link #beginParts} began. */
    public ObjectParts parts(String key, String begun) {
        return new ObjectParts(new Target(client, bucket, key, ""), begun);
    }

    /**
     * Memory for one part.
     *
     * @param capacity in bytes; the configured size of a part at most
     */
    public PartBuffer partBuffer(long capacity) {
        return new PartBuffer(buffers, (int) Math.min(capacity, buffers.size()));
    }

    /** The largest part there is memory for, in bytes. */
    public int partSize() {
        return buffers.size();
    }

    /** The keys under a prefix. */
    public List<String> keys(String prefix) {
        var keys = new ArrayList<String>();
        forEach(prefix, object -> keys.add(object.key()));
        return keys;
    }

    /** Goes over the objects under a prefix, however many there are. */
    public void forEach(String prefix, Consumer<StoredObject> visitor) {
        var found = client.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(true)
                .build());
        for (var result : found) {
            visitor.accept(stored(result));
        }
    }

    private static StoredObject stored(Result<Item> result) {
        try {
            var item = result.get();
            return new StoredObject(
                    item.objectName(), item.size(), item.lastModified().toInstant());
        } catch (Exception e) {
            throw new ObjectStoreUnavailable("list", e);
        }
    }

    /**
     * Drops uploads that were begun before this moment and never completed: their parts are seen by nobody.
     *
     * @param awaited which keys still expect parts
     */
    public void abandonUploads(String prefix, Instant before, Predicate<String> awaited) {
        await(client.listMultipartUploads(ListMultipartUploadsArgs.builder()
                        .bucket(bucket)
                        .prefix(prefix)
                        .build()))
                .result()
                .uploads()
                .stream()
                .filter(upload -> upload.initiated().toInstant().isBefore(before))
                .filter(upload -> !awaited.test(upload.objectName()))
                .forEach(upload -> new Target(client, bucket, upload.objectName(), "").abort(upload.uploadId()));
    }

    /** Removes an object for good; one that is not there is no error. */
    public void delete(String key) {
        await(client.removeObject(
                RemoveObjectArgs.builder().bucket(bucket).object(key).build()));
    }

    /** Removes every object under a prefix for good, with its former versions where the bucket keeps those. */
    public void erase(String prefix) {
        if (!keepsLegalHolds()) {
            keys(prefix).forEach(this::delete);
            return;
        }
        var found = client.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(true)
                .includeVersions(true)
                .build());
        for (var result : found) {
            await(client.removeObject(version(result)));
        }
    }

    private RemoveObjectArgs version(Result<Item> result) {
        try {
            var item = result.get();
            return RemoveObjectArgs.builder()
                    .bucket(bucket)
                    .object(item.objectName())
                    .versionId(item.versionId())
                    .build();
        } catch (Exception e) {
            throw new ObjectStoreUnavailable("list", e);
        }
    }

    /** Whether the bucket refuses to remove what is under a legal hold: S3 Object Lock, which is chosen at its creation. */
    public boolean keepsLegalHolds() {
        return lock.isKept();
    }

    /** Puts an object under a legal hold, or takes it off again, where {@link #keepsLegalHolds()}. */
    public void hold(String key, boolean held) {
        lock.hold(key, held);
    }

    static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ObjectStoreUnavailable("interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof CompletionException completion && completion.getCause() != null) {
                cause = completion.getCause();
            }
            throw new ObjectStoreUnavailable("object store", cause);
        }
    }
}
