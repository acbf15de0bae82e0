package nl.datakade.ingest.upload;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import nl.datakade.platform.security.Caller;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** An upload for somebody of its department. */
@Component
class FindUpload {

    /** A request whose client broke off needs a moment to put its last bytes away. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(25);

    private final Uploads uploads;

    FindUpload(Uploads uploads) {
        this.uploads = uploads;
    }

    Upload of(UUID id, Caller caller) {
        var upload = uploads.find(id).orElseThrow(UploadProblem.Unknown::new);
        if (!caller.worksFor(upload.reserved().department())) {
            throw new AccessDeniedException("upload of another department");
        }
        return upload;
    }

    /** As the next request will find it: when somebody writes to it, a little later if that helps. */
    Upload settled(UUID id, Caller caller) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var upload = of(id, caller);
        while (upload.held() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            upload = of(id, caller);
        }
        if (upload.state() == Upload.State.REFUSED) {
            throw new UploadProblem.Refused(upload.reason());
        }
        if (upload.state() == Upload.State.OPEN && upload.expired()) {
            throw new UploadProblem.Expired();
        }
        return upload;
    }
}
