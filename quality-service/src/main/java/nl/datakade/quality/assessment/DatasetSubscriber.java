package nl.datakade.quality.assessment;

import java.util.Objects;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.platform.event.Subscriber;
import nl.datakade.quality.score.Description;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A better description makes a better score, and a corrected classification opens the gate: every version is judged again whose profile is kept. */
@Component
class DatasetSubscriber implements Subscriber<DatasetState> {
    private final Datasets datasets;
    private final Versions versions;

    DatasetSubscriber(Datasets datasets, Versions versions) {
        this.datasets = datasets;
        this.versions = versions;
    }

    @Override
    public void on(DatasetState dataset) {
        var known = datasets.find(dataset.datasetId()).orElse(null);
        if (datasets.keep(dataset) && matters(known, dataset)) {
            versions.requestAll(dataset.datasetId());
        }
    }

    private static boolean matters(@Nullable DatasetState before, DatasetState now) {
        return before == null
                || !Description.of(before).equals(Description.of(now))
                || !Objects.equals(before.rejectLimit(), now.rejectLimit());
    }
}
