package nl.datakade.catalog.dataset;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.datakade.catalog.department.People;
import nl.datakade.catalog.department.Person;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "orphaned", description = "Roles whose holder has left")
@RestController
class OrphanController {

    private static final Set<String> EVERYWHERE = Set.of("privacy", "fg", "admin");

    @Schema(name = "OrphanedRoles")
    record View(List<Item> items, int page, int pageSize, long total, Counts counts) {}

    @Schema(name = "OrphanedRole")
    record Item(
            @Schema(example = "fietstellingen") String dataset,
            @Nullable String title,
            @Schema(example = "mobiliteit") String department,
            Role role,
            @Schema(description = "Keycloak subject") String person,

            @Schema(description = "Left out once the account is gone") @Nullable
            String name,

            Orphans.Why why) {}

    @Schema(name = "OrphanedRoleCounts", description = "How many there are on all pages, by each side")
    record Counts(List<Count> role, List<Count> department, List<Count> person) {}

    @Schema(name = "OrphanedRoleCount")
    record Count(
            @Schema(example = "DATA_OWNER") String value,

            @Schema(description = "What the person is called") @Nullable
            String name,

            long count) {}

    @Schema(name = "RoleReplacement")
    record Replacement(
            @Schema(description = "Keycloak subject of whoever left") @NotBlank @Size(max = 255)
            String person,

            @Schema(description = "Keycloak subject of whoever takes over; never the caller") @NotBlank @Size(max = 255)
            String by,

            @Schema(description = "Only this role; all when left out", example = "DATA_OWNER") @Nullable
            Role role,

            @Schema(description = "Only datasets of this department; all when left out") @Nullable @Size(max = 100)
            String department,

            @Schema(example = "Took over the team on 1 May.") @NotBlank @Size(max = 1000)
            String reason) {}

    @Schema(name = "RoleReplacementOutcome")
    record Replaced(
            @Schema(description = "Names of datasets") List<String> replaced,

            List<Skipped> skipped,

            @Schema(description = "Whether the same request again does more")
            boolean more) {}

    @Schema(name = "RoleReplacementSkipped")
    record Skipped(
            String dataset,

            @Schema(
                    description = "changed meanwhile; not-eligible: not of the department or without the realm role;"
                            + " privacy-officer: would be both privacy officer and owner or grantor",
                    example = "not-eligible")
            String why) {}

    private final Orphans orphans;
    private final ReplaceHolder replace;
    private final People people;

    OrphanController(Orphans orphans, ReplaceHolder replace, People people) {
        this.orphans = orphans;
        this.replace = replace;
        this.people = people;
    }

    @Operation(summary = "Roles whose holder has left", description = """
                    Every role of a dataset whose holder is no longer active, not of the department any more, or without the \
                    realm role that it asks. Stewards and owners see those of their departments; privacy officers, the data \
                    protection officer and administrators see all.""")
    @GetMapping("/catalog/v1/orphaned")
    @PreAuthorize("hasAnyRole('steward', 'owner', 'privacy', 'fg', 'admin')")
    View orphaned(
            @RequestParam(required = false) @Parameter(description = "Keycloak subject") @Nullable String person,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Parameter(description = "Slug") @Nullable String department,
            @Valid @ParameterObject Page page,
            Caller caller) {
        var everywhere = caller.roles().stream().anyMatch(EVERYWHERE::contains);
        var filter = new Orphans.Filter(person, role, department);
        var counts = orphans.counts(caller, everywhere, filter);
        var items = orphans.list(caller, everywhere, filter, page).stream()
                .map(orphan -> new Item(
                        orphan.name(),
                        orphan.title(),
                        orphan.department(),
                        orphan.role(),
                        orphan.person(),
                        orphan.personName(),
                        orphan.why()))
                .toList();
        var persons = counts.getOrDefault("person", List.of());
        var known = people.lastSeen(persons.stream().map(Orphans.Count::value).collect(Collectors.toSet()));
        return new View(
                items,
                page.page(),
                page.pageSize(),
                counts.getOrDefault("total", List.of()).stream()
                        .mapToLong(Orphans.Count::count)
                        .sum(),
                new Counts(
                        plain(counts.getOrDefault("role", List.of())),
                        plain(counts.getOrDefault("department", List.of())),
                        persons.stream()
                                .map(count -> new Count(count.value(), name(known.get(count.value())), count.count()))
                                .toList()));
    }

    @Operation(summary = "Replace somebody who has left", description = """
                    Puts one person in the place of another who fills no role any more, in all datasets at once of which the \
                    caller may say who answers for them. Nobody appoints themself, and somebody who is there is not \
                    replaced.""")
    @PostMapping("/catalog/v1/orphaned/replacements")
    @PreAuthorize("hasAnyRole('steward', 'owner', 'admin')")
    Replaced replace(@Valid @RequestBody Replacement sent, Caller caller) {
        var outcome = replace.replace(
                new ReplaceHolder.Replacement(
                        sent.person(),
                        sent.by(),
                        sent.role(),
                        sent.department(),
                        sent.reason().strip()),
                caller);
        return new Replaced(
                outcome.replaced(),
                outcome.skipped().stream()
                        .map(skipped -> new Skipped(skipped.dataset(), skipped.why()))
                        .toList(),
                outcome.more());
    }

    private static List<Count> plain(List<Orphans.Count> counts) {
        return counts.stream()
                .map(count -> new Count(count.value(), null, count.count()))
                .toList();
    }

    private static @Nullable String name(@Nullable Person person) {
        return person == null ? null : person.name();
    }
}
