package nl.datakade.quality.report;

import java.util.UUID;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.platform.security.Caller;
import nl.datakade.quality.assessment.Datasets;
import nl.datakade.quality.assessment.Versions;
import org.springframework.stereotype.Component;

/** Finds what a caller asks about, by the name a dataset has or had; what is secret is not there for others. */
@Component
public class Subjects {
    private final Datasets datasets;
    private final Versions versions;

    Subjects(Datasets datasets, Versions versions) {
        this.datasets = datasets;
        this.versions = versions;
    }

    public Subject find(String name, int version, Caller caller) {
        var id = id(name);
        var dataset = datasets.find(id).orElse(null);
        var state = versions.find(id, version).orElseThrow(() -> new ReportProblem.VersionUnknown(name, version));
        var subject = new Subject(dataset == null ? state.dataset() : dataset.name(), state, dataset);
        if (!subject.scoreVisibleTo(caller)) {
            throw new ReportProblem.DatasetUnknown(name);
        }
        if (state.outcome().isEnded()) {
            throw new ReportProblem.VersionEnded(subject.name(), state);
        }
        return subject;
    }

    /** Whatever is asked of it next, it has to be there for this caller. */
    UUID id(String name, Caller caller) {
        var id = id(name);
        if (datasets.find(id)
                .filter(dataset -> !Subject.mayKnow(dataset, caller))
                .isPresent()) {
            throw new ReportProblem.DatasetUnknown(name);
        }
        return id;
    }

    private UUID id(String name) {
        return datasets.named(name).orElseThrow(() -> new ReportProblem.DatasetUnknown(name));
    }

    String nameOf(UUID id, String asked) {
        return datasets.find(id).map(DatasetState::name).orElse(asked);
    }
}
