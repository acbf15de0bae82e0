package nl.datakade.catalog.dataset;

import nl.datakade.platform.event.Outbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stores a changed dataset and announces it, within this service and to the others. */
@Component
class DatasetAnnouncement {

    private final Datasets datasets;
    private final DatasetNames names;
    private final Outbox outbox;
    private final ApplicationEventPublisher listeners;

    DatasetAnnouncement(Datasets datasets, DatasetNames names, Outbox outbox, ApplicationEventPublisher listeners) {
        this.datasets = datasets;
        this.names = names;
        this.outbox = outbox;
        this.listeners = listeners;
    }

    /** What was stored holds the row until the transaction ends, so announcements are in the order of the changes. */
    Dataset store(Dataset changed) {
        var before = changed.revision();
        var dataset = datasets.saveAndFlush(changed);
        if (dataset.revision() != before) {
            outbox.announce(dataset.state(names.former(dataset.id(), dataset.name())));
            listeners.publishEvent(new DatasetChanged(dataset.id()));
        }
        return dataset;
    }
}
