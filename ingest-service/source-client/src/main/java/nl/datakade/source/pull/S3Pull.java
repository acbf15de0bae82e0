package nl.datakade.source.pull;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.Map;
import nl.datakade.source.network.CheckedHttp;
import org.springframework.stereotype.Component;

/** One object of a bucket, or the newest one under a prefix. */
@Component
class S3Pull implements Pull {

    private static final String KEY = "key";
    private static final String ETAG = "etag";

    private final CheckedHttp http;

    S3Pull(CheckedHttp http) {
        this.http = http;
    }

    private record Found(String key, String etag) {

        Map<String, String> mark() {
            return Map.of(KEY, key, ETAG, etag);
        }
    }

    @Override
    public Kind kind() {
        return Kind.S3;
    }

    @Override
    public Pulled from(Order order) throws IOException {
        try {
            var client = client(order);
            var found = find(client, order.origin());
            return found.mark().equals(order.mark()) ? new Pulled.Unchanged() : get(client, order.origin(), found);
        } catch (ErrorResponseException answered) {
            throw failure(answered.response().code());
        } catch (ServerException answered) {
            throw failure(answered.statusCode());
        } catch (MinioException failed) {
            throw failed.getCause() instanceof IOException line ? line : new IOException(failed);
        }
    }

    private MinioClient client(Order order) {
        var origin = order.origin();
        var client = MinioClient.builder()
                .endpoint(origin.address().toString())
                .region(origin.region() == null ? "us-east-1" : origin.region())
                .httpClient(http.client(), false);
        var credentials = order.credentials();
        if (credentials != null && credentials.username() != null) {
            client.credentials(credentials.username(), credentials.secret());
        }
        return client.build();
    }

    private static Found find(MinioClient client, Origin origin) throws MinioException {
        if (origin.key() != null) {
            var found = client.statObject(StatObjectArgs.builder()
                    .bucket(origin.bucket())
                    .object(origin.key())
                    .build());
            return new Found(origin.key(), found.etag());
        }
        return newest(client, origin);
    }

    private static Found newest(MinioClient client, Origin origin) throws MinioException {
        Found newest = null;
        ZonedDateTime latest = null;
        for (var result : client.listObjects(ListObjectsArgs.builder()
                .bucket(origin.bucket())
                .prefix(origin.prefix() == null ? "" : origin.prefix())
                .recursive(true)
                .build())) {
            var item = result.get();
            var isFile = !item.isDir() && item.size() > 0;
            if (isFile && (latest == null || item.lastModified().isAfter(latest))) {
                latest = item.lastModified();
                newest = new Found(item.objectName(), item.etag().replace("\"", ""));
            }
        }
        if (newest == null) {
            throw PullFailure.lasting("nothing-there");
        }
        return newest;
    }

    private static Pulled get(MinioClient client, Origin origin, Found found) throws MinioException {
        var object = client.getObject(GetObjectArgs.builder()
                .bucket(origin.bucket())
                .object(found.key())
                .matchETag(found.etag())
                .build());
        var length = object.headers().get("Content-Length");
        return new Pulled.Content(
                object,
                origin.orMediaType(object.headers().get("Content-Type")),
                origin.orFileName(found.key().substring(found.key().lastIndexOf('/') + 1)),
                length == null ? -1 : Long.parseLong(length),
                found.mark());
    }

    private static PullFailure failure(int status) {
        return switch (status) {
            case 401, 403 -> PullFailure.lasting("credentials-refused");
            case 404 -> PullFailure.lasting("not-found");
            case 412 -> PullFailure.passing("changed-meanwhile");
            default ->
                status >= 500 || status == 429
                        ? PullFailure.passing("remote-error")
                        : PullFailure.lasting("request-refused");
        };
    }
}
