package nl.datakade.portal.naming;

import java.util.List;
import java.util.Map;

/** Titles of datasets and names of departments; where the catalogue has none, the name that stands in addresses. */
public record Names(Map<String, String> titles, Map<String, String> departments) {

    public String dataset(String name) {
        return titles.getOrDefault(name, name);
    }

    public List<String> datasets(List<String> names) {
        return names.stream().map(this::dataset).toList();
    }

    public String department(String slug) {
        return departments.getOrDefault(slug, slug);
    }
}
