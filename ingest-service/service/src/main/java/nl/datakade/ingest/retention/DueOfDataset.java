package nl.datakade.ingest.retention;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.ingest.hold.LegalHolds;
import org.springframework.stereotype.Component;

/** What of a dataset would go now. */
@Component
class DueOfDataset {

    private final KeptVersions kept;
    private final LegalHolds holds;
    private final RetentionProperties properties;
    private final Clock clock;

    DueOfDataset(KeptVersions kept, LegalHolds holds, RetentionProperties properties, Clock clock) {
        this.kept = kept;
        this.holds = holds;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What a rule lets go.
     *
     * @param due goes at the next look; of a stream the oldest thousand
     * @param held would go, were it not under a legal hold
     */
    record Due(RuleInForce rule, List<Integer> due, List<Integer> held) {}

    /** Empty where no rule holds. */
    Optional<Due> of(UUID dataset) {
        return kept.rule(dataset).map(rule -> {
            var now = clock.instant();
            var due = DueVersions.of(kept.of(dataset, rule, now), rule.holding(), now, properties.grace());
            var held = holds.of(dataset);
            return new Due(
                    rule,
                    due.stream().filter(version -> !held.contains(version)).toList(),
                    due.stream().filter(held::contains).toList());
        });
    }
}
