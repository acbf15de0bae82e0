package nl.datakade.ingest.stream;

import java.time.Instant;
import java.util.UUID;
import nl.datakade.ingest.retention.RetentionPeriods;
import org.springframework.stereotype.Component;

/** How far back each stream shows: so far as is set for all, and no farther than its rule lets it be kept. */
@Component
class Windows {

    private final StreamProperties properties;
    private final RetentionPeriods periods;

    Windows(StreamProperties properties, RetentionPeriods periods) {
        this.properties = properties;
        this.periods = periods;
    }

    Window of(UUID dataset, Instant now) {
        var period = periods.of(dataset).map(RetentionPeriods.Bound::period).orElse(null);
        return Window.of(now, properties.window(), period, properties.windowRows());
    }
}
