package nl.datakade.ingest.source.run;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import nl.datakade.source.pull.Kind;
import org.springframework.stereotype.Component;

/** Runs by kind and outcome, what they brought, and how many sources are late. */
@Component
class RunMetrics {

    private final MeterRegistry registry;
    private final Clock clock;
    private final AtomicLong late = new AtomicLong();

    RunMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        registry.gauge("datakade.source.late", late);
    }

    void ended(Kind kind, Ending ending, Instant began) {
        Timer.builder("datakade.source.run")
                .tag("kind", word(kind))
                .tag("outcome", word(ending.state()))
                .register(registry)
                .record(Duration.between(began, clock.instant()));
        registry.counter("datakade.source.bytes", "kind", word(kind)).increment((double) ending.bytes());
    }

    void late(long sources) {
        late.set(sources);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
