package nl.datakade.catalog.dataset;

import java.util.Optional;
import nl.datakade.contracts.catalog.Visibility;
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

    /** One that is visible to the caller. */
    Dataset byName(String name, Caller caller) {
        var dataset = known(name, caller);
        if (DatasetVisibility.of(dataset, caller) != Visibility.VISIBLE) {
            throw new DatasetProblem.NamedOnly(dataset.name());
        }
        return dataset;
    }

    /** One that the caller may know to exist; perhaps no more than that. */
    Dataset known(String name, Caller caller) {
        return present(name, caller).orElseThrow(DatasetProblem.Unknown::new);
    }

    /**
     * Empty for a name that nobody has, and for one whose dataset the caller may not know of; a name that somebody had leads
     * to the present one.
     */
    Optional<Dataset> present(String name, Caller caller) {
        var found = names.datasetOf(name)
                .flatMap(datasets::findById)
                .filter(dataset -> DatasetVisibility.of(dataset, caller).isKnown());
        found.ifPresent(dataset -> {
            if (!dataset.name().equals(name)) {
                throw new DatasetMoved(name, dataset.name());
            }
        });
        return found;
    }
}
