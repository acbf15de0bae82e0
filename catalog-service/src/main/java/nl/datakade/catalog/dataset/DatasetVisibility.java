package nl.datakade.catalog.dataset;

import java.util.Set;
import java.util.stream.Collectors;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.security.VisibilityCondition;

/** What a caller may know of a dataset of the catalogue. */
public final class DatasetVisibility {

    /** The rule over {@code dataset d}. */
    public static final VisibilityCondition SQL = new VisibilityCondition(
            "d.department",
            "exists (select from dataset_role r where r.dataset_id = d.id and r.person = :viewer)",
            "d.confidentiality",
            "d.status");

    private DatasetVisibility() {}

    static Visibility of(Dataset dataset, Caller caller) {
        var registration = dataset.registration();
        var classification = registration.classification();
        return caller.visibilityOf(new Visibility.Dataset(
                dataset.department(),
                holders(registration),
                classification == null ? null : classification.confidentiality(),
                dataset.status()));
    }

    private static Set<String> holders(Registration registration) {
        return registration.roles().stream().map(Holder::person).collect(Collectors.toUnmodifiableSet());
    }
}
