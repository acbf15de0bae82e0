package nl.datakade.ingest.reading;

import java.util.List;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What may be wrong with a question about versions. */
abstract sealed class VersionProblem extends Problem {

    private VersionProblem(String slug) {
        super(HttpStatus.NOT_FOUND, slug);
    }

    private VersionProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class Unknown extends VersionProblem {
        Unknown() {
            super("version-unknown");
        }
    }

    static final class NotReadYet extends VersionProblem {
        NotReadYet() {
            super("version-not-read");
            retryAfter(2);
        }
    }

    static final class PurposeMissing extends VersionProblem {
        PurposeMissing() {
            super(HttpStatus.BAD_REQUEST, "invalid-input");
            invalid(List.of(
                    InvalidInput.query("purpose", "the slug of a processing activity; it is required with raw")));
        }
    }

    static final class NoRejects extends VersionProblem {
        NoRejects() {
            super("no-rejects");
        }
    }

    /** Of a stream: its rows went on into later versions, and nothing of its tables is left but what was delivered. */
    static final class LetGo extends VersionProblem {
        LetGo(Delivery delivery) {
            super(HttpStatus.GONE, "version-let-go", delivery.dataset(), Integer.toString(delivery.version()));
            var self = "/ingest/v1/deliveries/" + delivery.id();
            with("delivery", self);
            with("receipt", self + "/receipt");
            with("sha256", delivery.sha256());
            with("size", delivery.size());
            with("receivedAt", delivery.receivedAt());
        }
    }
}
