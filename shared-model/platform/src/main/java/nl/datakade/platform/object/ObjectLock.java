package nl.datakade.platform.object;

import static nl.datakade.platform.object.ObjectStore.await;

import io.minio.DisableObjectLegalHoldArgs;
import io.minio.EnableObjectLegalHoldArgs;
import io.minio.GetObjectLockConfigurationArgs;
import io.minio.MinioAsyncClient;
import java.util.concurrent.atomic.AtomicReference;

/** S3 Object Lock of a bucket, which is chosen at its creation: whether it has it is asked once. */
final class ObjectLock {

    private final MinioAsyncClient client;
    private final String bucket;
    private final AtomicReference<Known> known = new AtomicReference<>(Known.NOT_YET);

    ObjectLock(MinioAsyncClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    private enum Known {
        NOT_YET,
        YES,
        NO
    }

    boolean isKept() {
        return known.updateAndGet(now -> now == Known.NOT_YET ? ask() : now) == Known.YES;
    }

    private Known ask() {
        try {
            await(client.getObjectLockConfiguration(
                    GetObjectLockConfigurationArgs.builder().bucket(bucket).build()));
            return Known.YES;
        } catch (ObjectStoreUnavailable failure) {
            if (failure.isAnswered() && !failure.isBucketGone()) {
                return Known.NO;
            }
            throw failure;
        }
    }

    void hold(String key, boolean held) {
        if (held) {
            await(client.enableObjectLegalHold(EnableObjectLegalHoldArgs.builder()
                    .bucket(bucket)
                    .object(key)
                    .build()));
        } else {
            await(client.disableObjectLegalHold(DisableObjectLegalHoldArgs.builder()
                    .bucket(bucket)
                    .object(key)
                    .build()));
        }
    }
}
