package nl.datakade.ingest.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** What the stream tells those who watch over it. */
@Component
class StreamMetrics {

    private final MeterRegistry registry;
    private final AtomicLong behind = new AtomicLong();
    private final Counter landed;
    private final Counter duplicates;
    private final Counter failures;
    private final Timer landing;

    StreamMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.landed = Counter.builder("datakade.stream.landed")
                .description("Observations that became part of a version")
                .register(registry);
        this.duplicates = Counter.builder("datakade.stream.duplicates")
                .description("Observations passed over, for they had landed before")
                .register(registry);
        this.failures = Counter.builder("datakade.stream.failures")
                .description("Attempts to land observations that will be repeated")
                .register(registry);
        this.landing = Timer.builder("datakade.stream.landing")
                .description("From the first observation of a version being fetched to its commit")
                .register(registry);
        Gauge.builder("datakade.stream.lag", behind, AtomicLong::get)
                .description("Requests in Kafka that were not fetched yet")
                .register(registry);
    }

    void watch(Backlog backlog) {
        Gauge.builder("datakade.stream.waiting", backlog, Backlog::count)
                .description("Observations fetched from Kafka that wait to land")
                .register(registry);
    }

    void behind(long records) {
        behind.set(records);
    }

    void failed() {
        failures.increment();
    }

    void landed(long observations, long passedOver, Duration waited) {
        landed.increment((double) observations);
        duplicates.increment((double) passedOver);
        landing.record(waited);
    }
}
