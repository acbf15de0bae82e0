package nl.datakade.quality.gate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.platform.security.Caller;
import nl.datakade.quality.assessment.Assessment;
import nl.datakade.quality.assessment.Assessments;
import nl.datakade.quality.assessment.ReleaseVersion;
import nl.datakade.quality.assessment.Versions;
import nl.datakade.quality.report.Links;
import nl.datakade.quality.report.Subject;
import nl.datakade.quality.report.Subjects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Gate", description = "What is held back, and letting it pass")
class ReleaseController {
    /** Ingest keeps what a stream's version shows for a day; a query that takes it up needs some of it. */
    private static final Duration TABLES_STAY = Duration.ofHours(12);

    private final Subjects subjects;
    private final Assessments assessments;
    private final Versions versions;
    private final ReleaseVersion releaseVersion;
    private final Clock clock;

    ReleaseController(
            Subjects subjects, Assessments assessments, Versions versions, ReleaseVersion releaseVersion, Clock clock) {
        this.subjects = subjects;
        this.assessments = assessments;
        this.versions = versions;
        this.releaseVersion = releaseVersion;
        this.clock = clock;
    }

    /** Why the version may be used in spite of its findings; kept for good. */
    record Decision(@NotBlank @Size(min = 10, max = 2000) String reason) {}

    record View(
            String dataset,
            int version,
            Verdict verdict,
            String releasedBy,
            String reason,
            List<String> rules,
            Instant decidedAt,
            Map<String, String> links) {}

    @PostMapping("/quality/v1/datasets/{name}/versions/{version}/release")
    @PreAuthorize("hasRole('steward')")
    @Operation(
            summary = "Release a version that is held back",
            description =
                    "For the steward of the dataset. Covers the rules it breaks now; a new reading is judged again.")
    View release(
            @PathVariable String name,
            @PathVariable int version,
            @Valid @RequestBody Decision decision,
            Caller caller) {
        var subject = subjects.find(name, version, caller);
        if (!isSteward(caller, subject)) {
            throw new GateProblem.NotTheSteward(subject.name());
        }
        if (subject.version().outcome() != Outcome.READ) {
            throw new GateProblem.NothingToRelease(subject.name(), version);
        }
        var id = subject.version().datasetId();
        requireTables(subject, id);
        var before = assessments.find(id, version);
        if (before.isEmpty()
                || before.get().state().reading() != subject.version().reading()) {
            throw new GateProblem.BeingScored(subject.name(), version);
        }
        if (!releaseVersion.release(
                id, version, caller.subject(), decision.reason().strip())) {
            throw new GateProblem.NotHeldBack(subject.name(), version);
        }
        return view(subject, assessments.find(id, version).orElseThrow());
    }

    /** The newest shows the rows of those before it, of which the tables may be gone. */
    private void requireTables(Subject subject, UUID id) {
        var newest = versions.newest(id).orElseThrow();
        if (newest.ofStream()
                && newest.version() != subject.version().version()
                && subject.version().landedAt().isBefore(clock.instant().minus(TABLES_STAY))) {
            throw new GateProblem.Superseded(subject.name(), subject.version().version(), newest.version());
        }
    }

    private static boolean isSteward(Caller caller, Subject subject) {
        var dataset = subject.dataset();
        return dataset != null
                && dataset.roles().stream()
                        .anyMatch(holder -> holder.role() == Role.DATA_STEWARD
                                && holder.person().equals(caller.subject()));
    }

    private static View view(Subject subject, Assessment assessment) {
        Assessment.@Nullable Release release = assessment.release();
        if (release == null) {
            throw new IllegalStateException("released without a decision");
        }
        return new View(
                subject.name(),
                assessment.state().version(),
                assessment.verdict(),
                release.person(),
                release.reason(),
                release.rules(),
                release.decidedAt(),
                Links.of(subject.name(), assessment.state().version()));
    }
}
