package nl.datakade.catalog.department;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "people", description = "Who can fill a role")
@RestController
class PeopleController {

    @Schema(name = "Person")
    record View(
            @Schema(description = "Keycloak subject, to be used in roles")
            String id,

            @Schema(example = "steward") String username,
            String name,
            List<String> roles,
            List<String> departments) {}

    private final Directory directory;

    PeopleController(Directory directory) {
        this.directory = directory;
    }

    @Operation(
            summary = "Search people",
            description =
                    "Active people by part of their name, user name or e-mail address, to choose who fills a role.")
    @GetMapping("/catalog/v1/people")
    @PreAuthorize("hasAnyRole('steward', 'owner', 'grantor', 'privacy', 'fg', 'admin')")
    Paged<View> people(@RequestParam @Size(min = 2, max = 100) String q, @Valid @ParameterObject Page page) {
        var found = directory.search(q, page);
        return Paged.of(found.items().stream().map(PeopleController::view).toList(), page, found.total());
    }

    private static View view(Person person) {
        return new View(
                person.id(),
                person.username(),
                person.name(),
                person.roles().stream().sorted().toList(),
                person.departments().stream().sorted().toList());
    }
}
