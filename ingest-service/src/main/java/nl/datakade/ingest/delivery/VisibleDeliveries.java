package nl.datakade.ingest.delivery;

import java.util.UUID;
import nl.datakade.ingest.dataset.Datasets;
import nl.datakade.platform.security.Caller;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Deliveries for those who may see them. */
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
        if (!mayRead(delivery, Audience.of(caller))) {
            throw new AccessDeniedException("delivery of another department");
        }
        return delivery;
    }

    private boolean mayRead(Delivery delivery, Audience audience) {
        return audience.departments().contains(delivery.department())
                || datasets.find(delivery.datasetId()).filter(audience::mayRead).isPresent();
    }
}
