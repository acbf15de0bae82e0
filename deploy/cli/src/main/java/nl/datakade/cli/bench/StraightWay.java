package nl.datakade.cli.bench;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.UploadObjectArgs;
import io.minio.messages.Item;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The yardstick: MinIO's SDK puts the same bytes straight into the store. */
final class StraightWay implements Way {
    private static final String PREFIX = "bench/";

    /** As ingest: parts of this size, as many at once as its HTTP client sends to one host. */
    private static final long PART = 12L << 20;

    private static final int PARTS_AT_ONCE = 5;

    private final MinioClient client;
    private final String bucket;

    StraightWay(Map<String, String> environment) {
        this.client = MinioClient.builder()
                .endpoint(required(environment, "DATAKADE_S3_ENDPOINT"))
                .region("us-east-1")
                .credentials(
                        required(environment, "DATAKADE_S3_ACCESS_KEY"),
                        required(environment, "DATAKADE_S3_SECRET_KEY"))
                .build();
        this.bucket = required(environment, "DATAKADE_S3_BUCKET");
    }

    @Override
    public void large(Path file, int round) throws Exception {
        client.uploadObject(UploadObjectArgs.builder()
                .bucket(bucket)
                .object(PREFIX + "large-" + round)
                .filename(file.toString(), PART)
                .parallelUploads(PARTS_AT_ONCE)
                .build());
    }

    @Override
    public void small(byte[] bytes, int clientNumber, int number) throws Exception {
        client.putObject(PutObjectArgs.builder()
                .bucket(bucket)
                .object(PREFIX + "small-" + number)
                .data(bytes, bytes.length)
                .build());
    }

    /** Leaves nothing behind. */
    @Override
    public void settle() throws Exception {
        for (Result<Item> object : client.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(PREFIX)
                .recursive(true)
                .build())) {
            client.removeObject(RemoveObjectArgs.builder()
                    .bucket(bucket)
                    .object(object.get().objectName())
                    .build());
        }
    }

    private static String required(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name), name);
    }
}
