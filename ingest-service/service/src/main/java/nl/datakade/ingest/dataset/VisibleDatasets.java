package nl.datakade.ingest.dataset;

import java.util.Optional;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.security.VisibilityCondition;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Datasets by name, for a caller who may know of them. What a department hands over is shown to fewer: to participants,
 * see {@link Dataset#hasParticipant}.
 */
@Component
public class VisibleDatasets {

    /** The rule of visibility over {@code dataset d}, for lists. */
    public static final VisibilityCondition SQL =
            new VisibilityCondition("d.department", ":viewer = any(d.holders)", "d.confidentiality", "d.status");

    private final Datasets datasets;

    VisibleDatasets(Datasets datasets) {
        this.datasets = datasets;
    }

    /** Empty for a name that nobody has, and for a dataset that this caller may not know of. */
    public Optional<Dataset> named(String name, Caller caller) {
        return datasets.named(name).filter(dataset -> dataset.isKnownTo(caller));
    }

    /**
     * Empty as {@link #named} is.
     *
     * @throws AccessDeniedException when the caller may know of the dataset without being a participant
     */
    public Optional<Dataset> ofParticipant(String name, Caller caller) {
        var known = named(name, caller);
        if (known.filter(dataset -> !dataset.hasParticipant(caller)).isPresent()) {
            throw new AccessDeniedException("dataset of another department");
        }
        return known;
    }
}
