package nl.datakade.ingest.upload;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** How fast bytes come in; somebody who dribbles holds a place that others need. */
final class Pace {

    private final DataSize slowest;
    private final long window;
    private long waited;
    private long bytes;

    Pace(DataSize slowest, Duration window) {
        this.slowest = slowest;
        this.window = window.toNanos();
    }

    /** So many bytes came, after having been waited for this long. */
    void took(int count, long nanos) {
        bytes += count;
        waited += nanos;
        if (waited < window) {
            return;
        }
        if (bytes < slowest.toBytes() * (waited / 1e9)) {
            throw new UploadProblem.TooSlow(slowest);
        }
        waited = 0;
        bytes = 0;
    }
}
