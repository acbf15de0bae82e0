package nl.datakade.access.policy;

import nl.datakade.access.projection.Dataset;
import nl.datakade.access.projection.Datasets;
import nl.datakade.platform.security.Caller;

/** What was decided about a dataset, and what is known of its columns, is for those who answer for it or oversee it. */
final class AnsweredFor {

    private AnsweredFor() {}

    static Dataset dataset(String name, Datasets datasets, Caller caller) {
        var dataset = datasets.visible(name, caller);
        if (!dataset.isAnsweredForBy(caller)) {
            throw new PolicyProblem.NotYoursToRead(dataset.name());
        }
        return dataset;
    }
}
