package nl.datakade.platform.event;

import java.util.List;
import nl.datakade.contracts.Event;
import nl.datakade.contracts.access.GrantState;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.DepartmentState;
import nl.datakade.contracts.ingest.DeliveryFailed;
import nl.datakade.contracts.ingest.DeliveryLanded;
import nl.datakade.contracts.ingest.VersionRemoved;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState;

/** Every event there is, so that whichever service starts first declares the topics. */
final class Events {

    static final List<Class<? extends Event>> ALL = List.of(
            DeliveryLanded.class,
            DeliveryFailed.class,
            VersionState.class,
            VersionRemoved.class,
            DatasetState.class,
            DepartmentState.class,
            ScoreState.class,
            GrantState.class);

    private Events() {}
}
