package nl.datakade.platform.object;

import io.minio.errors.ErrorResponseException;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** The object store did not do what was asked; trying again later may work. */
public final class ObjectStoreUnavailable extends Problem {

    private static final int SOON = 5;
    private static final int ONCE_THERE_IS_ROOM = 60;

    ObjectStoreUnavailable(String what, Throwable cause) {
        super(
                isFull(cause) ? HttpStatus.INSUFFICIENT_STORAGE : HttpStatus.SERVICE_UNAVAILABLE,
                isFull(cause) ? "object-store-full" : "object-store-unavailable");
        with("operation", what);
        retryAfter(isFull(cause) ? ONCE_THERE_IS_ROOM : SOON);
        initCause(cause);
    }

    /** As MinIO says it, with one status or the other, and others by the status alone. */
    private static boolean isFull(Throwable cause) {
        return cause instanceof ErrorResponseException answer
                && ("XMinioStorageFull".equals(answer.errorResponse().code())
                        || answer.response().code() == HttpStatus.INSUFFICIENT_STORAGE.value());
    }

    /** Whether the store did answer, and did not fail: what was asked is nothing that it does. */
    public boolean isAnswered() {
        return getCause() instanceof ErrorResponseException answer
                && (answer.response().code() < 500 || answer.response().code() == 501);
    }

    /** Whether the store did answer, and that it has no such bucket: of what would be in it that says nothing. */
    boolean isBucketGone() {
        return getCause() instanceof ErrorResponseException answer
                && "NoSuchBucket".equals(answer.errorResponse().code());
    }

    /** Whether the store did answer, with this status. */
    boolean isAnswered(int status) {
        return getCause() instanceof ErrorResponseException answer
                && answer.response().code() == status;
    }

    /** Whether the store did answer, and that it does not know the upload; a bucket that is gone is another matter. */
    boolean isUploadGone() {
        return getCause() instanceof ErrorResponseException answer
                && "NoSuchUpload".equals(answer.errorResponse().code());
    }
}
