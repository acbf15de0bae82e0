package nl.datakade.portal.naming;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Catalog.Department;
import nl.datakade.portal.visitor.Visitor;
import org.springframework.stereotype.Component;

/**
 * The departments of the city, the same for everybody and seldom another: asked once a minute, not once a page. Templates
 * call it {@code @departments}.
 */
@Component("departments")
public class Departments {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Known(List<Department> departments, Instant at) {}

    private final Catalog catalog;
    private volatile Known known = new Known(List.of(), Instant.EPOCH);

    Departments(Catalog catalog) {
        this.catalog = catalog;
    }

    public List<Department> of(Visitor visitor) {
        var last = known;
        if (last.at().plus(FRESH).isAfter(Instant.now())) {
            return last.departments();
        }
        var departments = catalog.departments(visitor).items();
        known = new Known(departments, Instant.now());
        return departments;
    }

    /** By the names last heard; without one by the name that stands in addresses. */
    public List<String> named(Collection<String> slugs) {
        return slugs.stream()
                .map(slug -> names(known.departments()).getOrDefault(slug, slug))
                .toList();
    }

    static Map<String, String> names(List<Department> departments) {
        return departments.stream().collect(Collectors.toMap(Department::slug, Department::named, (first, _) -> first));
    }
}
