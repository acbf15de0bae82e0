package nl.datakade.ingest.dataset;

import java.sql.Timestamp;
import java.util.ArrayList;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.platform.event.Subscriber;
import org.springframework.stereotype.Component;

/** Keeps names, departments and role holders as catalog announces them. */
@Component
class DatasetIntake implements Subscriber<DatasetState> {

    private final Datasets datasets;

    DatasetIntake(Datasets datasets) {
        this.datasets = datasets;
    }

    @Override
    public void on(DatasetState state) {
        if (!datasets.announced(state)) {
            return;
        }
        var names = new ArrayList<>(state.formerNames());
        names.add(state.name());
        datasets.keepOnly(state.datasetId(), names);
        var since = Timestamp.from(state.changedAt());
        state.formerNames().stream()
                .filter(name -> !name.equals(state.name()))
                .forEach(name -> datasets.claim(name, state.datasetId(), NameStanding.FORMER, since));
        datasets.claim(state.name(), state.datasetId(), NameStanding.CURRENT, since);
    }
}
