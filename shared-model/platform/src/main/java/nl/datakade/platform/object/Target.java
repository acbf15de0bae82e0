package nl.datakade.platform.object;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectAPIArgs;
import io.minio.UploadPartArgs;
import io.minio.UploadPartResponse;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.Part;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The object an upload writes to, and the requests that S3 knows for it. */
record Target(MinioAsyncClient client, String bucket, String key, String mediaType) {

    /** Honoured on a put of one part and on completing several, not by the SDK's own multipart put. */
    private static final Http.Headers ONLY_IF_ABSENT = new Http.Headers("If-None-Match", "*");

    /** Parts carry a CRC-32C, which costs next to nothing; a signed SHA-256 of each would be hashing everything twice. */
    private static final Http.Headers CHECKED_BY_CRC = new Http.Headers("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD");

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
                        .headers(CHECKED_BY_CRC)
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
            if (failure.getCause() instanceof ErrorResponseException answer
                    && answer.response().code() == 412) {
                return false;
            }
            throw failure;
        }
    }
}
