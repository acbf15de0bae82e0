package nl.datakade.catalog.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the found datasets must be; an empty list asks nothing.
 *
 * @param names which datasets, no side to narrow by
 * @param themes IRIs
 */
record SearchFilter(
        List<String> names,
        List<String> departments,
        List<String> themes,
        List<String> statuses,
        List<String> confidentialities,
        List<String> personalData) {

    /** A side by which results can be narrowed, with the expression of its value. */
    enum Facet {
        DEPARTMENT("m.department", "m.department = any (:departmentFilter)"),
        THEME("unnest(m.themes)", "m.themes && :themeFilter::text[]"),
        STATUS("m.status", "m.status = any (:statusFilter)"),
        CONFIDENTIALITY("m.confidentiality", "m.confidentiality = any (:confidentialityFilter)"),
        PERSONAL_DATA("m.personal_data", "m.personal_data = any (:personalDataFilter)");

        private final String value;
        private final String condition;

        Facet(String value, String condition) {
            this.value = value;
            this.condition = condition;
        }

        String value() {
            return value;
        }
    }

    String condition() {
        return condition(null);
    }

    /** All but one side: how many there would be if that side were chosen otherwise. */
    String condition(@Nullable Facet except) {
        var sides = Arrays.stream(Facet.values())
                .filter(facet -> facet != except && !wanted(facet).isEmpty())
                .map(facet -> facet.condition);
        return Stream.concat(Stream.of("true"), sides).collect(Collectors.joining(" and "));
    }

    /** Which datasets it is about at all; whoever asks for a few by name does not have all of them looked at. */
    String named() {
        return names.isEmpty() ? "true" : "d.name = any (:nameFilter)";
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("nameFilter", names.toArray(String[]::new));
        parameters.put("departmentFilter", departments.toArray(String[]::new));
        parameters.put("themeFilter", themes.toArray(String[]::new));
        parameters.put("statusFilter", statuses.toArray(String[]::new));
        parameters.put("confidentialityFilter", confidentialities.toArray(String[]::new));
        parameters.put("personalDataFilter", personalData.toArray(String[]::new));
        return parameters;
    }

    private List<String> wanted(Facet facet) {
        return switch (facet) {
            case DEPARTMENT -> departments;
            case THEME -> themes;
            case STATUS -> statuses;
            case CONFIDENTIALITY -> confidentialities;
            case PERSONAL_DATA -> personalData;
        };
    }
}
