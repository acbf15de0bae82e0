package nl.datakade.ingest.stream;

import java.time.Instant;
import nl.datakade.ingest.retention.RetentionPeriods.Bound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far back streams show: so far as is set for all, and no farther than their rules let them be kept. */
@Component
class Windows {

    private final StreamProperties properties;

    Windows(StreamProperties properties) {
        this.properties = properties;
    }

    /** @param bound of the stream's rule */
    Window of(@Nullable Bound bound, Instant now) {
        return Window.of(now, properties.window(), bound == null ? null : bound.period(), properties.windowRows());
    }
}
