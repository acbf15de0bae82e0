package nl.datakade.portal.query;

import java.util.LinkedHashMap;
import java.util.List;
import nl.datakade.portal.api.Access.Grant;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;

/** A purpose for which the visitor has access, with what may be queried for it. */
record Purpose(String id, String name, List<String> datasets) {

    static List<Purpose> of(Part<Listing<Grant>> grants) {
        List<Grant> held = grants.value() == null ? List.of() : grants.value().items();
        var purposes = new LinkedHashMap<String, Purpose>();
        held.stream().filter(Grant::active).forEach(grant -> purposes.merge(grant.purpose(), of(grant), Purpose::and));
        return List.copyOf(purposes.values());
    }

    private static Purpose of(Grant grant) {
        return new Purpose(
                grant.purpose(),
                grant.purposeName() == null ? grant.purpose() : grant.purposeName(),
                List.of(grant.dataset()));
    }

    private Purpose and(Purpose other) {
        return new Purpose(
                id,
                name,
                java.util.stream.Stream.concat(datasets.stream(), other.datasets.stream())
                        .distinct()
                        .toList());
    }
}
