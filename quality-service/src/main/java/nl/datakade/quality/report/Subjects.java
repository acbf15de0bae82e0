package nl.datakade.quality.report;

import java.util.UUID;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.security.Caller;
import nl.datakade.quality.assessment.Datasets;
import nl.datakade.quality.assessment.Versions;
import org.springframework.stereotype.Component;

/** Finds what a caller asks about, by the name a dataset has or had, as far as the caller may know of the dataset. */
@Component
public class Subjects {
    private final Datasets datasets;
    private final Versions versions;

    Subjects(Datasets datasets, Versions versions) {
        this.datasets = datasets;
        this.versions = versions;
    }

    /** Who may not know of the dataset learns nothing of its versions either. */
    public Subject find(String name, int version, Caller caller) {
        var id = id(name, caller);
        var dataset = datasets.find(id).orElse(null);
        var state = versions.find(id, version).orElseThrow(() -> new ReportProblem.VersionUnknown(name, version));
        var subject = new Subject(dataset == null ? state.dataset() : dataset.name(), state, dataset);
        require(subject.visibilityTo(caller), name);
        if (state.outcome().isEnded()) {
            throw new ReportProblem.VersionEnded(subject.name(), state);
        }
        return subject;
    }

    /** Whatever is asked of it next, it has to be visible to this caller. */
    UUID id(String name, Caller caller) {
        var id = id(name);
        var dataset = datasets.find(id).orElse(null);
        var department = versions.newest(id).map(VersionState::department).orElse("");
        require(Subject.visibility(dataset, department, caller), name);
        return id;
    }

    private static void require(Visibility visibility, String name) {
        switch (visibility) {
            case VISIBLE -> {}
            case NAMED_ONLY -> throw new ReportProblem.DatasetNamedOnly(name);
            case HIDDEN -> throw new ReportProblem.DatasetUnknown(name);
        }
    }

    private UUID id(String name) {
        return datasets.named(name).orElseThrow(() -> new ReportProblem.DatasetUnknown(name));
    }

    String nameOf(UUID id, String asked) {
        return datasets.find(id).map(DatasetState::name).orElse(asked);
    }
}
