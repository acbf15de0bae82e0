package nl.datakade.portal.api;

import java.time.Instant;
import java.util.List;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What datasets there are, whose they are, and what they are about. */
@HttpExchange("/catalog/v1")
public interface Catalog {

    @GetExchange("/datasets")
    Listing<Dataset> datasets(Visitor visitor, @RequestParam MultiValueMap<String, String> wanted);

    @GetExchange("/datasets/{name}")
    Dataset dataset(Visitor visitor, @PathVariable String name);

    @GetExchange("/datasets/{name}/versions")
    Listing<Version> versions(Visitor visitor, @PathVariable String name);

    @GetExchange("/departments")
    Listing<Department> departments(Visitor visitor);

    @GetExchange("/themes")
    Listing<Theme> themes(Visitor visitor);

    @GetExchange("/people?pageSize=100")
    Listing<Person> people(Visitor visitor);

    record Dataset(
            @Nullable String id,
            String name,
            @Nullable String title,
            @Nullable String description,
            @Nullable String snippet,
            @Nullable String department,
            @Nullable List<String> themes,
            @Nullable List<String> keywords,
            @Nullable Classification classification,
            @Nullable List<Role> roles,
            @Nullable String license,
            @Nullable String frequency,
            @Nullable String status,
            @Nullable Integer currentVersion,
            @Nullable Double score,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt) {

        public String heading() {
            return title == null || title.isBlank() ? name : title;
        }

        public boolean personal() {
            return classification != null && classification.personal();
        }
    }

    record Classification(
            @Nullable String confidentiality,
            @Nullable String personalData,
            @Nullable String reason) {

        boolean personal() {
            return personalData != null && !personalData.equals("NONE");
        }
    }

    record Role(
            String role, @Nullable String person, @Nullable String name) {}

    record Version(
            int version,
            @Nullable Integer reading,
            @Nullable String state,
            @Nullable String outcome,
            @Nullable String verdict,
            @Nullable String mediaType,
            @Nullable Long size,
            @Nullable Long rows,
            @Nullable Long rejectedRows,
            @Nullable Double score,
            @Nullable Instant landedAt,
            @Nullable Instant readAt) {}

    record Department(String slug, @Nullable String name) {}

    record Theme(
            @Nullable String uri,
            @Nullable String code,
            @Nullable String label) {}

    record Person(
            String id, @Nullable String username, @Nullable String name) {}
}
