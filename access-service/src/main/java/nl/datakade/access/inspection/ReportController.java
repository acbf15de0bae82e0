package nl.datakade.access.inspection;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.datakade.access.activity.Activities;
import nl.datakade.access.activity.ActivityProblem;
import nl.datakade.access.disclosure.Disclosed;
import nl.datakade.access.disclosure.DisclosureLog;
import nl.datakade.access.disclosure.Kind;
import nl.datakade.access.disclosure.LogUnavailable;
import nl.datakade.access.projection.Datasets;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where the other services report what they are about to show. They show nothing unless this answers 201. */
@RestController
class ReportController {

    private static final String PATH = "/access/v1/disclosures";

    private final DisclosureLog log;
    private final Datasets datasets;
    private final Activities activities;

    ReportController(DisclosureLog log, Datasets datasets, Activities activities) {
        this.log = log;
        this.datasets = datasets;
        this.activities = activities;
    }

    enum Shown {
        REJECTS,
        PROFILE
    }

    /**
     * What somebody is about to see.
     *
     * @param dataset its id
     * @param person the subject of who asks, as in the token
     * @param purpose id or slug of a processing activity, where one was named
     * @param columns those that are shown, as table.column
     * @param reason as the person gave it; it is encrypted in the log
     */
    record Report(
            @NotNull Shown kind,
            @NotNull UUID dataset,
            @NotNull @Min(1) Integer version,
            @NotBlank @Size(max = 200) String person,
            @Nullable @Size(max = 200) String purpose,
            @Nullable @Size(max = 5000) List<@NotBlank @Size(max = 500) String> columns,
            @Nullable @Size(max = 2000) String reason) {}

    /** The record is committed. */
    record Logged(UUID id) {}

    @Operation(summary = "Report that somebody is about to see rejected rows or a profile; for services only")
    @PostMapping(PATH)
    @PreAuthorize("hasRole('service')")
    ResponseEntity<Logged> report(@Valid @RequestBody Report report, Caller caller) {
        var use = new Disclosed.Use(
                report.dataset(),
                datasets.nameOf(report.dataset()),
                report.version(),
                report.columns() == null ? List.of() : report.columns());
        var reporter = Objects.requireNonNullElse(caller.client(), caller.subject());
        try {
            var id = log.reported(
                    Kind.valueOf(report.kind().name()),
                    report.person(),
                    purpose(report.purpose()),
                    new Disclosed.Report(reporter, List.of(use)),
                    report.reason());
            return ResponseEntity.created(URI.create(PATH + "/" + id)).body(new Logged(id));
        } catch (DataAccessException | TransactionException e) {
            throw new LogUnavailable(e);
        }
    }

    private @Nullable UUID purpose(@Nullable String purpose) {
        return purpose == null
                ? null
                : activities
                        .find(purpose)
                        .orElseThrow(() -> new ActivityProblem.PurposeUnusable(purpose))
                        .id();
    }
}
