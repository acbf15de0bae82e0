package nl.datakade.portal.delivery;

import java.util.List;
import nl.datakade.portal.api.Catalog.Department;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.visitor.Person;

/** The departments that a person delivers for, under the names that the catalogue has for them. */
final class Choice {

    private Choice() {}

    static List<Department> of(Part<List<Department>> known, Person person) {
        List<Department> all = known.value() == null ? List.of() : known.value();
        return person.departments().stream()
                .map(slug -> all.stream()
                        .filter(department -> department.slug().equals(slug))
                        .findFirst()
                        .orElseGet(() -> new Department(slug, null)))
                .toList();
    }
}
