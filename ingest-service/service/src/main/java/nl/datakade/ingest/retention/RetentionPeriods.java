package nl.datakade.ingest.retention;

import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.ingest.hold.LegalHolds;
import org.springframework.stereotype.Component;

/** How long the data of a dataset may be kept, for a feature that shows what came with several deliveries. */
@Component
public class RetentionPeriods {

    private final KeptVersions kept;
    private final LegalHolds holds;

    RetentionPeriods(KeptVersions kept, LegalHolds holds) {
        this.kept = kept;
        this.holds = holds;
    }

    /**
     * What a rule says.
     *
     * @param period from the landing
     * @param current whether the last that there is goes as well
     */
    public record Bound(Period period, boolean current) {}

    /** Empty where no rule has a period, or a legal hold on the whole dataset keeps it from holding. */
    public Optional<Bound> of(UUID dataset) {
        return kept.rule(dataset)
                .map(RuleInForce::holding)
                .flatMap(rule -> Optional.ofNullable(rule.period()).map(period -> new Bound(period, rule.current())))
                .filter(_ -> !holds.of(dataset).all());
    }
}
