package nl.datakade.ingest.landing;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** The virus scanner did not answer; unseen, nothing is taken in. */
public final class ScannerAway extends Problem {

    ScannerAway(Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "scanner-away");
        retryAfter(30);
        initCause(cause);
    }
}
