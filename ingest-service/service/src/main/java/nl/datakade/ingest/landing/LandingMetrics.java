package nl.datakade.ingest.landing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.HashMap;
import nl.datakade.ingest.delivery.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the landing zone tells those who watch over it. */
@Component
class LandingMetrics {

    private final MeterRegistry registry;
    private final JdbcClient jdbc;
    private final MultiGauge deliveries;
    private final MultiGauge uploads;

    LandingMetrics(MeterRegistry registry, JdbcClient jdbc) {
        this.registry = registry;
        this.jdbc = jdbc;
        this.deliveries = MultiGauge.builder("datakade.landing.deliveries")
                .description("Deliveries by how far they came")
                .register(registry);
        this.uploads = MultiGauge.builder("datakade.landing.uploads")
                .description("Uploads piece by piece that are known, by state")
                .register(registry);
        for (var outcome : new String[] {"new", "known"}) {
            registry.counter("datakade.landing.received", "outcome", outcome);
            registry.counter("datakade.landing.bytes", "outcome", outcome);
        }
    }

    /** @param isNew whether it became a version of its own */
    void received(boolean isNew, long bytes) {
        var outcome = isNew ? "new" : "known";
        registry.counter("datakade.landing.received", "outcome", outcome).increment();
        registry.counter("datakade.landing.bytes", "outcome", outcome).increment((double) bytes);
    }

    @Scheduled(fixedDelayString = "${datakade.landing.count-every:30s}")
    void count() {
        var states = Arrays.stream(Delivery.State.values()).map(Enum::name).toArray(String[]::new);
        show(deliveries, "version", states);
        show(uploads, "upload", "OPEN", "RECEIVED", "LANDED", "REFUSED");
    }

    private void show(MultiGauge gauge, String table, String... states) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("select state, count(*) as many from " + table + " group by state")
                .query(row -> {
                    counts.put(row.getString("state"), row.getLong("many"));
                });
        gauge.register(
                Arrays.stream(states)
                        .map(state -> Row.of(Tags.of("state", state), counts.getOrDefault(state, 0L)))
                        .toList(),
                true);
    }
}
