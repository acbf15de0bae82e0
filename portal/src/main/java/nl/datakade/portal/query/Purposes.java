package nl.datakade.portal.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import nl.datakade.portal.api.Access.Activity;
import nl.datakade.portal.api.Access.Grant;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.visitor.Person;
import org.jspecify.annotations.Nullable;

/**
 * For what a person can ask.
 *
 * @param granted with what was granted for it
 * @param open all others: for these only open data answers
 */
record Purposes(List<Purpose> granted, List<Purpose> open) {

    record Purpose(String id, String name, List<String> datasets) {

        private Purpose and(Purpose other) {
            return new Purpose(
                    id,
                    name,
                    Stream.concat(datasets.stream(), other.datasets.stream())
                            .distinct()
                            .toList());
        }
    }

    static Purposes of(Part<Listing<Grant>> grants, Part<Listing<Activity>> activities, Person person) {
        var granted = new LinkedHashMap<String, Purpose>();
        items(grants).stream()
                .filter(grant -> grant.active() && grant.grantee().equals(person.subject()))
                .forEach(grant -> granted.merge(grant.purpose(), of(grant), Purpose::and));
        var open = items(activities).stream()
                .filter(activity -> activity.active() && !granted.containsKey(activity.id()))
                .map(activity -> new Purpose(activity.id(), activity.name(), List.of()))
                .toList();
        return new Purposes(List.copyOf(granted.values()), open);
    }

    List<String> datasets() {
        return granted.stream().flatMap(purpose -> purpose.datasets().stream()).toList();
    }

    public boolean none() {
        return granted.isEmpty() && open.isEmpty();
    }

    /** The purpose for which this dataset was granted, if any was. */
    @Nullable
    String fitting(@Nullable String dataset) {
        return granted.stream()
                .filter(purpose -> dataset != null && purpose.datasets().contains(dataset))
                .map(Purpose::id)
                .findFirst()
                .orElse(null);
    }

    private static Purpose of(Grant grant) {
        var name = grant.purposeName() == null ? grant.purpose() : grant.purposeName();
        return new Purpose(grant.purpose(), name, List.of(grant.dataset()));
    }

    private static <T> List<T> items(Part<Listing<T>> list) {
        return list.value() == null ? List.of() : list.value().items();
    }
}
