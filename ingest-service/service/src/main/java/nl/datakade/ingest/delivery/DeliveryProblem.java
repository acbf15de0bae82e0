package nl.datakade.ingest.delivery;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What may be wrong with a question about deliveries. */
abstract sealed class DeliveryProblem extends Problem {

    private DeliveryProblem(HttpStatus status, String slug) {
        super(status, slug);
    }

    static final class Unknown extends DeliveryProblem {
        Unknown() {
            super(HttpStatus.NOT_FOUND, "delivery-unknown");
        }
    }
}
