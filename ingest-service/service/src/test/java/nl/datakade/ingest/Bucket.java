package nl.datakade.ingest;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.datakade.testkit.TestSystem;

/** What stands in the bucket, seen from outside the service. */
public record Bucket(MinioClient client, String name) {

    public static Bucket current() {
        var client = MinioClient.builder()
                .endpoint(setting("DATAKADE_S3_ENDPOINT"))
                .credentials(setting("DATAKADE_S3_ACCESS_KEY"), setting("DATAKADE_S3_SECRET_KEY"))
                .build();
        return new Bucket(client, setting("DATAKADE_S3_BUCKET"));
    }

    /** As the service has it in its environment. */
    public static String setting(String variable) {
        return Objects.requireNonNull(TestSystem.current().environment("ingest").get(variable), variable);
    }

    public List<String> keys(String prefix) {
        var keys = new ArrayList<String>();
        try {
            for (var found : client.listObjects(ListObjectsArgs.builder()
                    .bucket(name)
                    .prefix(prefix)
                    .recursive(true)
                    .build())) {
                keys.add(found.get().objectName());
            }
        } catch (MinioException e) {
            throw new IllegalStateException(e);
        }
        return keys;
    }

    public InputStream open(String key) {
        try {
            return client.getObject(
                    GetObjectArgs.builder().bucket(name).object(key).build());
        } catch (MinioException e) {
            throw new IllegalStateException(e);
        }
    }
}
