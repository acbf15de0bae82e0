package nl.datakade.quality.gate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import nl.datakade.quality.report.Links;
import nl.datakade.quality.report.Wording;
import nl.datakade.quality.rule.Court;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Gate", description = "What is held back, and letting it pass")
class FindingController {
    private final Findings findings;
    private final Wording wording;

    FindingController(Findings findings, Wording wording) {
        this.findings = findings;
        this.wording = wording;
    }

    /** One rule that one version breaks, who must act, and how. */
    record View(
            String dataset,
            String department,
            int version,
            Verdict verdict,
            String code,
            boolean blocking,
            @Nullable String table,
            @Nullable String column,
            String title,
            String remedy,
            Court court,
            String courtName,
            Instant since,
            Map<String, String> links) {}

    @GetMapping("/quality/v1/findings")
    @PreAuthorize("hasAnyRole('steward', 'owner', 'privacy', 'fg', 'admin')")
    @Operation(
            summary = "What waits for somebody, the longest waiting first",
            description =
                    "Of the caller's departments and of the datasets in which the caller holds a role; privacy, fg and admin"
                            + " see all of it. Only the newest version of a dataset, unless verdict or dataset asks otherwise.")
    Paged<View> findings(
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(required = false) @Nullable Court court,
            @RequestParam(required = false) @Nullable String dataset,
            @RequestParam(required = false) @Nullable String department,
            @Valid @ParameterObject Page page,
            Caller caller,
            Locale locale) {
        var filter = new Findings.Filter(verdict, court, dataset, department);
        var found = findings.visibleTo(caller, filter, page);
        return Paged.of(found.items().stream().map(item -> view(item, locale)).toList(), page, found.total());
    }

    private View view(Findings.Item item, Locale locale) {
        var breach = item.breach();
        return new View(
                item.dataset(),
                item.department(),
                item.version(),
                item.verdict(),
                breach.rule().code(),
                breach.rule().blocking(),
                breach.table(),
                breach.column(),
                wording.title(breach, locale),
                wording.remedy(breach.rule(), locale),
                breach.rule().court(),
                wording.name(breach.rule().court(), locale),
                item.since(),
                Links.of(item.dataset(), item.version()));
    }
}
