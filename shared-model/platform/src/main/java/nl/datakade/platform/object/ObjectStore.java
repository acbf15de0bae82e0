package nl.datakade.platform.object;

import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.ListMultipartUploadsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * The city's object storage, any S3. Objects are written once: a key that exists is never overwritten. Failures of the
 * store are {@link ObjectStoreUnavailable}; nothing half-written is ever visible.
 */
public class ObjectStore {

    private final MinioAsyncClient client;
    private final String bucket;
    private final PartBuffers buffers;
    private final ObjectCache cache;

    ObjectStore(MinioAsyncClient client, String bucket, PartBuffers buffers, ObjectCache cache) {
        this.client = client;
        this.bucket = bucket;
        this.buffers = buffers;
        this.cache = cache;
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
     * A local copy of an object, fetched once and kept by its hash. Read it at once: it may be evicted when others
     * come.
     *
     * @param sha256 lower-case hexadecimal; a copy with another hash is refused
     */
    public Path local(String key, String sha256) {
        return cache.get(sha256, () -> open(key));
    }

    public boolean exists(String key) {
        try {
            await(client.statObject(
                    StatObjectArgs.builder().bucket(bucket).object(key).build()));
            return true;
        } catch (ObjectStoreUnavailable failure) {
            if (failure.getCause() instanceof ErrorResponseException answer
                    && answer.response().code() == 404) {
                return false;
            }
            throw failure;
        }
    }

    /** Makes a second object of the same bytes, inside the store. */
    public void copy(String from, String to) {
        await(client.copyObject(CopyObjectArgs.builder()
                .bucket(bucket)
                .object(to)
                .source(SourceObject.builder().bucket(bucket).object(from).build())
                .build()));
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

    /** Drops uploads that were begun before this moment and never completed: their parts are seen by nobody. */
    public void abandonUploads(String prefix, Instant before) {
        await(client.listMultipartUploads(ListMultipartUploadsArgs.builder()
                        .bucket(bucket)
                        .prefix(prefix)
                        .build()))
                .result()
                .uploads()
                .stream()
                .filter(upload -> upload.initiated().toInstant().isBefore(before))
                .forEach(upload -> new Target(client, bucket, upload.objectName(), "").abort(upload.uploadId()));
    }

    /** Removes an object for good; one that is not there is no error. */
    public void delete(String key) {
        await(client.removeObject(
                RemoveObjectArgs.builder().bucket(bucket).object(key).build()));
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
