package nl.datakade.portal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.datakade.portal.api.Catalog.Count;
import nl.datakade.portal.api.Catalog.Department;
import nl.datakade.portal.api.Catalog.Facets;
import nl.datakade.portal.api.Catalog.Theme;
import org.jspecify.annotations.Nullable;

/**
 * A side by which the results can be narrowed.
 *
 * @param name in the address
 * @param words prefix of the values' words in the messages, for values without a label of their own
 */
record Facet(String name, String words, List<Option> options) {

    private static final Set<String> WORDED = Set.of("confidentiality", "personal-data", "status");

    /** A value, how many there would be with it, and whether it is chosen. */
    record Option(String value, @Nullable String label, long count, boolean chosen) {}

    static List<Facet> of(
            Facets counts, Wanted wanted, List<Department> departments, List<Theme> themes, Locale language) {
        var ofDepartments = departments.stream()
                .filter(department -> department.name() != null)
                .collect(Collectors.toMap(Department::slug, Department::named));
        var ofThemes = themes.stream()
                .collect(Collectors.toMap(Theme::iri, theme -> theme.name(language), (first, _) -> first));
        return List.of(
                of("department", "department", counts.department(), wanted, ofDepartments),
                of("theme", "theme", counts.theme(), wanted, ofThemes),
                of("confidentiality", "confidentiality", counts.confidentiality(), wanted, Map.of()),
                of("personalData", "personal-data", counts.personalData(), wanted, Map.of()),
                of("status", "status", counts.status(), wanted, Map.of()));
    }

    private static Facet of(String name, String words, List<Count> counts, Wanted wanted, Map<String, String> labels) {
        var chosen = wanted.chosen(name);
        var options = new ArrayList<Option>();
        counts.forEach(count -> options.add(new Option(
                count.value(), label(count.value(), words, labels), count.count(), chosen.contains(count.value()))));
        chosen.stream()
                .filter(value ->
                        counts.stream().noneMatch(count -> count.value().equals(value)))
                .forEach(value -> options.add(new Option(value, label(value, words, labels), 0, true)));
        return new Facet(name, words, List.copyOf(options));
    }

    /** Null for those that the messages have a word for. */
    private static @Nullable String label(String value, String words, Map<String, String> labels) {
        return WORDED.contains(words) ? null : labels.getOrDefault(value, value);
    }
}
