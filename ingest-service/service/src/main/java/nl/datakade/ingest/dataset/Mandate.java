package nl.datakade.ingest.dataset;

import nl.datakade.platform.security.Caller;
import org.springframework.stereotype.Component;

/** Who has a say about a dataset: by a role on it, never by a realm role alone. */
@Component
public class Mandate {

    private final Datasets datasets;

    Mandate(Datasets datasets) {
        this.datasets = datasets;
    }

    /** Its data steward; as long as it has none, a steward of its department. */
    public boolean isSteward(Dataset dataset, Caller caller) {
        var stewards = datasets.stewards(dataset.id());
        return caller.is("steward")
                && (stewards.isEmpty() ? caller.worksFor(dataset.department()) : stewards.contains(caller.subject()));
    }

    public boolean isOwner(Dataset dataset, Caller caller) {
        return datasets.owners(dataset.id()).contains(caller.subject());
    }

    /** A client, or a person, that delivers for its department. */
    public boolean isSender(Dataset dataset, Caller caller) {
        return caller.is("department") && caller.worksFor(dataset.department());
    }

    /** Whoever watches over personal data in the whole city. */
    public boolean isWatcher(Caller caller) {
        return caller.is("privacy") || caller.is("fg");
    }
}
