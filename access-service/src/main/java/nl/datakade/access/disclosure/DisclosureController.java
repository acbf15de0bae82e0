package nl.datakade.access.disclosure;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.access.activity.Activities;
import nl.datakade.access.projection.Datasets;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One sees what one did oneself; an owner what others did with his data; who guards privacy everything. */
@RestController
class DisclosureController {

    private static final String PATH = "/access/v1/disclosures";

    private final Disclosures disclosures;
    private final DisclosureLog log;
    private final Datasets datasets;
    private final Activities activities;

    DisclosureController(Disclosures disclosures, DisclosureLog log, Datasets datasets, Activities activities) {
        this.disclosures = disclosures;
        this.log = log;
        this.datasets = datasets;
        this.activities = activities;
    }

    /**
     * A query and what came of it.
     *
     * @param dataset the datasets' names, comma-separated
     * @param rows null while the answer is under way
     */
    record View(
            UUID id,
            Instant at,
            String person,
            @Nullable UUID purpose,
            @Nullable String purposeName,
            String dataset,
            List<Disclosed.Use> uses,
            Disclosed.Verdict decision,
            @Nullable String reason,
            @Nullable Long rows,
            @Nullable Boolean truncated,
            @Nullable String outcome) {}

    record Statement(UUID id, String sql) {}

    @Operation(summary = "Who asked what, and what was answered")
    @GetMapping(PATH)
    @PreAuthorize("isAuthenticated()")
    Paged<View> list(
            @RequestParam(required = false) @Nullable String dataset,
            @RequestParam(required = false) @Nullable String person,
            @Valid @ParameterObject Page page,
            Caller caller) {
        var wanted = dataset == null || dataset.isBlank()
                ? null
                : datasets.named(dataset, caller).id();
        boolean all = caller.is("privacy") || caller.is("fg");
        var found = disclosures.list(caller.subject(), all, wanted, person, page);
        return Paged.of(found.items().stream().map(this::view).toList(), page, found.total());
    }

    /** How a query was decided and, once its answer has ended, how many rows left and whether there were more. */
    @Operation(summary = "One record of the log")
    @GetMapping(PATH + "/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<View> one(@PathVariable UUID id, Caller caller) {
        boolean all = caller.is("privacy") || caller.is("fg");
        return ResponseEntity.of(disclosures.find(caller.subject(), all, id).map(this::view));
    }

    /** The statement itself may hold personal data; it is for who guards privacy alone. */
    @Operation(summary = "The statement of a record")
    @GetMapping(PATH + "/{id}/statement")
    @PreAuthorize("hasAnyRole('privacy', 'fg')")
    ResponseEntity<Statement> statement(@PathVariable UUID id) {
        return ResponseEntity.of(log.statement(id).map(sql -> new Statement(id, sql)));
    }

    /**
     * Whether the log is whole: every record sealed by the next.
     *
     * @param expected the checkpoint that an earlier verification told: whether it is still there shows whether the
     *     newest records were cut off
     */
    @Operation(summary = "Whether the log is whole")
    @GetMapping(PATH + "/verification")
    @PreAuthorize("hasAnyRole('privacy', 'fg', 'admin')")
    DisclosureLog.Verification verification(
            @RequestParam(required = false) @Pattern(regexp = "\\d{1,18}:[0-9a-f]{64}") @Nullable String expected) {
        return log.verify(expected);
    }

    private View view(Disclosures.Entry entry) {
        var decision = entry.decision();
        var outcome = entry.outcome();
        return new View(
                entry.id(),
                entry.at(),
                entry.person(),
                entry.purpose(),
                entry.purpose() == null ? null : activities.nameOf(entry.purpose()),
                String.join(
                        ", ",
                        decision.uses().stream().map(Disclosed.Use::dataset).toList()),
                decision.uses(),
                decision.decision(),
                decision.reason(),
                outcome == null ? null : outcome.rows(),
                outcome == null ? null : outcome.truncated(),
                outcome == null ? null : outcome.outcome());
    }
}
