package nl.datakade.platform.object;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

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
        return new ObjectUpload(new Target(client, bucket, key, mediaType), buffers);
    }

    /** Writes a whole object from a file, if the key is free; an object that is there already is left as it is. */
    public void put(String key, String mediaType, Path file) {
        try (var upload = upload(key, mediaType);
                var in = Files.newInputStream(file)) {
            in.transferTo(upload);
            upload.complete();
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

    /** The keys under a prefix. */
    public List<String> keys(String prefix) {
        var keys = new ArrayList<String>();
        var found = client.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(true)
                .build());
        for (var result : found) {
            try {
                Item item = result.get();
                keys.add(item.objectName());
            } catch (Exception e) {
                throw new ObjectStoreUnavailable("list", e);
            }
        }
        return keys;
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
