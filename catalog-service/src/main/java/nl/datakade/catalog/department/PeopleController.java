package nl.datakade.catalog.department;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "people", description = "Who can fill a role")
@RestController
class PeopleController {

    private static final Set<String> NEED_NAMES = Set.of("steward", "owner", "grantor", "privacy", "fg", "admin");

    @Schema(name = "Person")
    record View(
            @Schema(description = "Keycloak subject, to be used in roles")
            String id,

            @Schema(example = "steward") String username,
            String name,
            List<String> roles,
            List<String> departments) {}

    @Schema(name = "PersonName")
    record Name(
            @Schema(description = "Keycloak subject") String subject,

            @Schema(example = "Steward Voorbeeld", description = "Empty once the account is gone") @Nullable
            String name,

            @Schema(description = "Whether the person can sign in")
            boolean active) {}

    private final Directory directory;
    private final People people;
    private final Clock clock;

    PeopleController(Directory directory, People people, Clock clock) {
        this.directory = directory;
        this.people = people;
        this.clock = clock;
    }

    @Operation(
            summary = "Search people",
            description =
                    "Active people by part of their name, user name or e-mail address (q), to choose who fills a role;"
                            + " or the names of up to 100 people by their subjects (subject), as a list that leaves out"
                            + " who is unknown. The header Age says how many seconds old the names may be.")
    @Parameter(in = ParameterIn.QUERY, name = "subject", hidden = true) // of the other form, below
    @GetMapping(value = "/catalog/v1/people", params = "!subject")
    @PreAuthorize("hasAnyRole('steward', 'owner', 'grantor', 'privacy', 'fg', 'admin')")
    Paged<View> people(@RequestParam @Size(min = 2, max = 100) String q, @Valid @ParameterObject Page page) {
        var found = directory.search(q, page);
        return Paged.of(found.items().stream().map(PeopleController::view).toList(), page, found.total());
    }

    /** Whoever needs no names for their work gets their own only. */
    @Operation(summary = "Names of people by their subjects")
    @GetMapping(value = "/catalog/v1/people", params = "subject")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<List<Name>> names(@RequestParam @Size(min = 1, max = 100) List<String> subject, Caller caller) {
        var needsNames = caller.roles().stream().anyMatch(NEED_NAMES::contains);
        var wanted = subject.stream()
                .distinct()
                .filter(one -> needsNames || one.equals(caller.subject()))
                .toList();
        var found = people.named(wanted);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.AGE,
                        Long.toString(Duration.between(people.asOf(wanted), clock.instant())
                                .toSeconds()))
                .body(wanted.stream()
                        .filter(found::containsKey)
                        .map(found::get)
                        .map(person -> new Name(person.id(), person.name(), person.active()))
                        .toList());
    }

    private static View view(FoundPerson person) {
        return new View(
                person.id(),
                person.username(),
                person.name(),
                person.roles().stream().sorted().toList(),
                person.departments().stream().sorted().toList());
    }
}
