package nl.datakade.catalog.dataset;

import java.util.Optional;
import nl.datakade.platform.security.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A dataset by its name, for those who may know of it. */
@Component
@Transactional(readOnly = true)
class FindDataset {

    private final Datasets datasets;
    private final DatasetNames names;

    FindDataset(Datasets datasets, DatasetNames names) {
        this.datasets = datasets;
        this.names = names;
    }

    Dataset byName(String name, Caller caller) {
        return present(name, caller).orElseThrow(DatasetProblem.Unknown::new);
    }

    /** Empty for a name that nobody has; a name that somebody had leads to the present one. */
    Optional<Dataset> present(String name, Caller caller) {
        var found = names.datasetOf(name).flatMap(datasets::findById);
        found.ifPresent(dataset -> {
            if (!new Visibility(caller).includes(dataset)) {
                throw new DatasetProblem.Unknown();
            }
            if (!dataset.name().equals(name)) {
                throw new DatasetMoved(name, dataset.name());
            }
        });
        return found;
    }
}
