package nl.datakade.ingest.observation;

import java.util.List;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** Why observations are not taken in; in each case none of the request is. */
abstract sealed class ObservationProblem extends Problem {

    private ObservationProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class Invalid extends ObservationProblem {
        Invalid(List<InvalidInput> errors) {
            super(HttpStatus.BAD_REQUEST, "invalid-input");
            invalid(errors);
        }
    }

    static final class MediaType extends ObservationProblem {
        MediaType() {
            super(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "observations-media-type");
            header("Accept-Post", "application/x-ndjson, application/json");
        }
    }

    static final class TooMany extends ObservationProblem {
        TooMany(DataSize limit, int most) {
            super(HttpStatus.CONTENT_TOO_LARGE, "observations-too-many", limit.toKilobytes(), most);
            with("limitBytes", limit.toBytes());
            with("limitObservations", most);
        }
    }

    static final class FedByFiles extends ObservationProblem {
        FedByFiles(String dataset) {
            super(HttpStatus.CONFLICT, "fed-by-files", dataset);
        }
    }

    static final class Unknown extends ObservationProblem {
        Unknown() {
            super(HttpStatus.NOT_FOUND, "stream-unknown");
        }
    }

    static final class Busy extends ObservationProblem {
        Busy() {
            super(HttpStatus.SERVICE_UNAVAILABLE, "landing-busy");
            retryAfter(2);
        }
    }

    /** Kafka did not acknowledge; perhaps it has them nevertheless. */
    static final class NotSafe extends ObservationProblem {
        NotSafe(Throwable cause) {
            super(HttpStatus.SERVICE_UNAVAILABLE, "observations-not-safe");
            retryAfter(5);
            initCause(cause);
        }
    }
}
