package nl.datakade.platform.object;

import io.minio.errors.ErrorResponseException;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** The object store did not do what was asked; trying again later may work. */
public final class ObjectStoreUnavailable extends Problem {

    ObjectStoreUnavailable(String what, Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "object-store-unavailable");
        with("operation", what);
        retryAfter(5);
        initCause(cause);
    }

    /** Whether the store did answer, and did not fail: what was asked is nothing that it does. */
    boolean isAnswered() {
        return getCause() instanceof ErrorResponseException answer
                && (answer.response().code() < 500 || answer.response().code() == 501);
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
