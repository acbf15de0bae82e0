package nl.datakade.portal.disclosure;

import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Which part of the log is looked at. */
record Wanted(
        @Nullable String dataset,
        @Nullable String person,
        @Nullable Integer page) {

    MultiValueMap<String, String> parameters() {
        var parameters = chosen();
        parameters.set("page", String.valueOf(page == null || page < 1 ? 1 : page));
        parameters.set("pageSize", "50");
        return parameters;
    }

    public boolean narrowed() {
        return !chosen().isEmpty();
    }

    public String toPage(int other) {
        return UriComponentsBuilder.fromPath("/disclosures")
                .queryParams(chosen())
                .queryParam("page", other)
                .encode()
                .toUriString();
    }

    private MultiValueMap<String, String> chosen() {
        var parameters = new LinkedMultiValueMap<String, String>();
        if (dataset != null && !dataset.isBlank()) {
            parameters.set("dataset", dataset.strip());
        }
        if (person != null && !person.isBlank()) {
            parameters.set("person", person.strip());
        }
        return parameters;
    }
}
