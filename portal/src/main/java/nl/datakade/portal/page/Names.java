package nl.datakade.portal.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.datakade.portal.api.Catalog.Department;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;
import org.jspecify.annotations.Nullable;

/** Names of departments, by slug; what has no name keeps its slug. */
public record Names(Map<String, String> departments) {

    public static Names of(Part<Listing<Department>> departments) {
        List<Department> known =
                departments.value() == null ? List.of() : departments.value().items();
        return new Names(known.stream().collect(Collectors.toMap(Department::slug, Names::name, (first, _) -> first)));
    }

    public String department(@Nullable String slug) {
        return slug == null ? "–" : departments.getOrDefault(slug, slug);
    }

    private static String name(Department department) {
        return department.name() == null ? department.slug() : department.name();
    }
}
