package nl.datakade.platform.object;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectAPIArgs;
import io.minio.UploadPartArgs;
import io.minio.UploadPartResponse;
import io.minio.messages.Part;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32C;

/** The object an upload writes to, and the requests that S3 knows for it. */
record Target(MinioAsyncClient client, String bucket, String key, String mediaType) {

    /** Honoured on a put of one part and on completing several, not by the SDK's own multipart put. */
    private static final Http.Headers ONLY_IF_ABSENT = new Http.Headers("If-None-Match", "*");

    /**
     * A CRC-32C costs next to nothing and is checked where the store knows it; signed SHA-256 would have everything
     * hashed twice more, here and there.
     */
    private static Http.Headers checked(byte[] bytes, int length) {
        var crc = new CRC32C();
        crc.update(bytes, 0, length);
        var sum =
                ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
        return new Http.Headers(
                "X-Amz-Content-Sha256",
                "UNSIGNED-PAYLOAD",
                "X-Amz-Sdk-Checksum-Algorithm",
                "CRC32C",
                "X-Amz-Checksum-Crc32c",
                Base64.getEncoder().encodeToString(sum));
    }

    String create() {
        return ObjectStore.await(client.createMultipartUpload(CreateMultipartUploadArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .headers(new Http.Headers("Content-Type", mediaType, "X-Amz-Checksum-Algorithm", "CRC32C"))
                        .build()))
                .result()
                .uploadId();
    }

    CompletableFuture<Part> part(String uploadId, int number, byte[] bytes, int length) {
        return client.uploadPart(UploadPartArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .uploadId(uploadId)
                        .partNumber(number)
                        .data(bytes, length)
                        .headers(checked(bytes, length))
                        .build())
                .thenApply(UploadPartResponse::part);
    }

    /** False when the key was taken. */
    boolean complete(String uploadId, List<Part> parts) {
        return written(() -> ObjectStore.await(client.completeMultipartUpload(CompleteMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(key)
                .uploadId(uploadId)
                .parts(parts.toArray(Part[]::new))
                .extraHeaders(ONLY_IF_ABSENT)
                .build())));
    }

    /** False when the key was taken. */
    boolean put(byte[] bytes, int length) {
        return written(() -> ObjectStore.await(client.putObject(PutObjectAPIArgs.builder()
                .bucket(bucket)
                .object(key)
                .data(bytes, length)
                .contentType(mediaType)
                .headers(checked(bytes, length))
                .extraHeaders(ONLY_IF_ABSENT)
                .build())));
    }

    void abort(String uploadId) {
        ObjectStore.await(client.abortMultipartUpload(AbortMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(key)
                .uploadId(uploadId)
                .build()));
    }

    private static boolean written(Runnable request) {
        try {
            request.run();
            return true;
        } catch (ObjectStoreUnavailable failure) {
            if (failure.isAnswered(412)) {
                return false;
            }
            throw failure;
        }
    }
}
