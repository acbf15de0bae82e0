package nl.datakade.ingest.delivery;

import java.util.UUID;
import nl.datakade.ingest.dataset.Datasets;
import nl.datakade.platform.security.Caller;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Deliveries for those who may see them: whoever sent one sees its receipt, whatever became of the dataset; else its
 * department and the participants of its dataset do.
 */
@Component
public class VisibleDeliveries {

    private final Deliveries deliveries;
    private final Datasets datasets;

    VisibleDeliveries(Deliveries deliveries, Datasets datasets) {
        this.deliveries = deliveries;
        this.datasets = datasets;
    }

    public Delivery find(UUID id, Caller caller) {
        var delivery = deliveries.find(id).orElseThrow(DeliveryProblem.Unknown::new);
        if (delivery.client().equals(caller.subject())) {
            return delivery;
        }
        var dataset = datasets.find(delivery.datasetId())
                .filter(known -> known.isKnownTo(caller))
                .orElseThrow(DeliveryProblem.Unknown::new);
        if (!caller.worksFor(delivery.department()) && !dataset.hasParticipant(caller)) {
            throw new AccessDeniedException("delivery of another department");
        }
        return delivery;
    }
}
