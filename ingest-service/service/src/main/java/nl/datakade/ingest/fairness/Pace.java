package nl.datakade.ingest.fairness;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** How fast bytes come in; somebody who dribbles holds a place that others need. */
public final class Pace {

    private final DataSize slowest;
    private final long window;
    private long waited;
    private long bytes;

    public Pace(DataSize slowest, Duration window) {
        this.slowest = slowest;
        this.window = window.toNanos();
    }

    /**
     * So many bytes came, after having been waited for this long.
     *
     * @return whether the sender was too slow for a whole window
     */
    public boolean isTooSlow(int count, long nanos) {
        bytes += count;
        waited += nanos;
        if (waited < window) {
            return false;
        }
        var slow = bytes < slowest.toBytes() * (waited / 1e9);
        waited = 0;
        bytes = 0;
        return slow;
    }
}
