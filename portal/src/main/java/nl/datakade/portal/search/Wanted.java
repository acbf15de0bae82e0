package nl.datakade.portal.search;

import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** What the visitor looks for, as it stands in the address of the page. */
record Wanted(
        @Nullable String q,
        @Nullable String department,
        @Nullable String theme,
        @Nullable String confidentiality,
        @Nullable String personalData,
        @Nullable String status,
        @Nullable Integer page) {

    private static final int PAGE_SIZE = 20;

    MultiValueMap<String, String> parameters() {
        var parameters = chosen();
        parameters.set("page", String.valueOf(number()));
        parameters.set("pageSize", String.valueOf(PAGE_SIZE));
        return parameters;
    }

    public int number() {
        return page == null || page < 1 ? 1 : page;
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

    /** The address of the same search without one of its facets. */
    public String without(String facet) {
        var rest = chosen();
        rest.remove(facet);
        return UriComponentsBuilder.fromPath("/").queryParams(rest).encode().toUriString();
    }

    private MultiValueMap<String, String> chosen() {
        var parameters = new LinkedMultiValueMap<String, String>();
        put(parameters, "q", q);
        put(parameters, "department", department);
        put(parameters, "theme", theme);
        put(parameters, "confidentiality", confidentiality);
        put(parameters, "personalData", personalData);
        put(parameters, "status", status);
        return parameters;
    }

    private static void put(MultiValueMap<String, String> parameters, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parameters.set(name, value.strip());
        }
    }
}
