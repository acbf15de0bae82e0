package nl.datakade.access.inspection;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.datakade.access.activity.Activities;
import nl.datakade.access.disclosure.Disclosed;
import nl.datakade.access.disclosure.DisclosureLog;
import nl.datakade.access.disclosure.Kind;
import nl.datakade.access.disclosure.LogUnavailable;
import nl.datakade.access.disclosure.OtherKey;
import nl.datakade.access.projection.Datasets;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.TransactionException;
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
     * What was seen or refused: a query and what came of it, or what another service showed.
     *
     * @param kind QUERY, REJECTS or PROFILE
     * @param dataset the datasets' names, comma-separated
     * @param rows null while the answer is under way
     */
    record View(
            UUID id,
            String kind,
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
        var found = disclosures.list(reader(caller, all), wanted, person, page);
        var cut = new Cut(caller);
        return Paged.of(found.items().stream().map(entry -> view(entry, cut)).toList(), page, found.total());
    }

    /** How a query was decided and, once its answer has ended, how many rows left and whether there were more. */
    @Operation(summary = "One record of the log")
    @GetMapping(PATH + "/{id}")
    @PreAuthorize("isAuthenticated()")
    View one(@PathVariable UUID id, Caller caller) {
        boolean all = caller.is("privacy") || caller.is("fg");
        return disclosures
                .find(reader(caller, all), id)
                .map(entry -> view(entry, new Cut(caller)))
                .orElseThrow(() -> new InspectionProblem.Unknown(id));
    }

    private Disclosures.Reader reader(Caller caller, boolean all) {
        return new Disclosures.Reader(caller.subject(), all, datasets.heldBy(Role.DATA_OWNER, caller));
    }

    /** The statement itself may hold personal data; it is for who guards privacy alone, and that they read it is logged. */
    @Operation(summary = "The statement of a record")
    @GetMapping(PATH + "/{id}/statement")
    @PreAuthorize("hasAnyRole('privacy', 'fg')")
    Statement statement(@PathVariable UUID id, Caller caller) {
        var sql = log.statement(id).orElseThrow(() -> new InspectionProblem.Unknown(id));
        try {
            log.statementRead(id, caller.subject());
        } catch (DataAccessException | TransactionException e) {
            throw new LogUnavailable(e);
        }
        return new Statement(id, sql);
    }

    /** Of a query a code; of what another service showed the words of who asked, while its key is there. */
    private @Nullable String reason(Disclosures.Entry entry) {
        if (entry.kind() == Kind.DECISION || entry.sealed() == null) {
            return entry.reason();
        }
        try {
            return log.open(entry.id(), entry.sealed(), entry.key());
        } catch (OtherKey e) {
            return null;
        }
    }

    /** What a reader sees of the datasets in a record: an owner not the others that were asked for beside their own. */
    private final class Cut {
        private final Caller caller;
        private final Map<UUID, Boolean> seen = new HashMap<>();

        Cut(Caller caller) {
            this.caller = caller;
        }

        List<Disclosed.Use> of(Disclosures.Entry entry) {
            return caller.is("privacy")
                            || caller.is("fg")
                            || caller.is("admin")
                            || entry.person().equals(caller.subject())
                    ? entry.uses()
                    : entry.uses().stream()
                            .filter(use -> seen.computeIfAbsent(use.datasetId(), this::isSeen))
                            .toList();
        }

        private boolean isSeen(UUID id) {
            return datasets.find(id)
                    .filter(dataset -> dataset.isHeldBy(Role.DATA_OWNER, caller)
                            || dataset.visibilityTo(caller) == Visibility.VISIBLE)
                    .isPresent();
        }
    }

    private View view(Disclosures.Entry entry, Cut cut) {
        var outcome = entry.outcome();
        var uses = cut.of(entry);
        return new View(
                entry.id(),
                entry.kind() == Kind.DECISION ? "QUERY" : entry.kind().name(),
                entry.at(),
                entry.person(),
                entry.purpose(),
                entry.purpose() == null ? null : activities.nameOf(entry.purpose()),
                String.join(", ", uses.stream().map(Disclosed.Use::dataset).toList()),
                uses,
                entry.verdict(),
                reason(entry),
                outcome == null ? null : outcome.rows(),
                outcome == null ? null : outcome.truncated(),
                outcome == null ? null : outcome.outcome());
    }
}
