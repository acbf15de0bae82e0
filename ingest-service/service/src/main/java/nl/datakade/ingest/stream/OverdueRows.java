package nl.datakade.ingest.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.datakade.ingest.retention.RetentionPeriods;
import nl.datakade.ingest.retention.RetentionPeriods.Bound;
import nl.datakade.ingest.retention.Term;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says which streams go on showing rows past the period of their rule, for all versions without them are held back: to
 * release one is a steward's decision.
 */
@Component
class OverdueRows {

    private static final Logger log = LoggerFactory.getLogger(OverdueRows.class);

    private final Streams streams;
    private final RetentionPeriods periods;
    private final StreamParts parts;
    private final Clock clock;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<UUID> told = new HashSet<>();

    OverdueRows(Streams streams, RetentionPeriods periods, StreamParts parts, Clock clock, MeterRegistry registry) {
        this.streams = streams;
        this.periods = periods;
        this.parts = parts;
        this.clock = clock;
        Gauge.builder("datakade.stream.overdue", number, AtomicInteger::get)
                .description("Streams whose released version shows rows past their period, newer ones being held back")
                .register(registry);
    }

    /** The log says it once, until it is over. */
    void look() {
        var overdue = new HashSet<UUID>();
        for (var stream : streams.landed()) {
            try {
                periods.of(stream.datasetId())
                        .filter(bound -> isOverdue(stream.datasetId(), bound))
                        .ifPresent(_ -> overdue.add(stream.datasetId()));
            } catch (RuntimeException failure) {
                log.warn("How old the rows of {} are is asked later: {}", stream.datasetId(), failure.toString());
            }
        }
        overdue.stream()
                .filter(dataset -> !told.contains(dataset))
                .forEach(dataset -> log.warn(
                        "Stream {} shows rows past the period of its rule, for its newer versions are held back",
                        dataset));
        told.retainAll(overdue);
        told.addAll(overdue);
        number.set(overdue.size());
    }

    /** Unless the rule lets the current version go too, its newest part may stay. */
    private boolean isOverdue(UUID dataset, Bound bound) {
        var since = parts.shownInstead(dataset);
        var bounded = bound.current() || since.isEmpty() ? since : since.subList(0, since.size() - 1);
        var begin = Term.begin(bound.period(), clock.instant());
        return bounded.stream().anyMatch(landed -> landed.isBefore(begin));
    }
}
