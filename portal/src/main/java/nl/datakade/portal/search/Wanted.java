package nl.datakade.portal.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** What the visitor looks for, as it stands in the address of the page. */
record Wanted(
        @Nullable String q,
        @Nullable List<String> department,
        @Nullable List<String> theme,
        @Nullable List<String> confidentiality,
        @Nullable List<String> personalData,
        @Nullable List<String> status,
        @Nullable String sort,
        @Nullable Integer page) {

    MultiValueMap<String, String> parameters() {
        var parameters = chosen();
        parameters.set("page", String.valueOf(page == null || page < 1 ? 1 : page));
        parameters.set("pageSize", "20");
        return parameters;
    }

    /** Is anything asked for beyond everything? */
    public boolean narrowed() {
        return !chosen().isEmpty();
    }

    /** The address of another page of the same search. */
    public String toPage(int other) {
        return UriComponentsBuilder.fromPath("/")
                .queryParams(chosen())
                .queryParam("page", other)
                .encode()
                .toUriString();
    }

    List<String> chosen(String facet) {
        return chosen().getOrDefault(facet, List.of());
    }

    private MultiValueMap<String, String> chosen() {
        var parameters = new LinkedMultiValueMap<String, String>();
        put(parameters, "q", q == null ? null : List.of(q.strip()));
        put(parameters, "department", department);
        put(parameters, "theme", theme);
        put(parameters, "confidentiality", confidentiality);
        put(parameters, "personalData", personalData);
        put(parameters, "status", status);
        put(parameters, "sort", sort == null ? null : List.of(sort));
        return parameters;
    }

    private static void put(MultiValueMap<String, String> parameters, String name, @Nullable List<String> values) {
        if (values != null) {
            values.stream().filter(value -> !value.isBlank()).forEach(value -> parameters.add(name, value));
        }
    }
}
