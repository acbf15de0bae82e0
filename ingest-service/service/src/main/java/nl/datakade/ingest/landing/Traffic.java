package nl.datakade.ingest.landing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * How busy the quay is. A sender waits for its receipt, nobody waits for the reading that follows, so reading gives way
 * to a rush: for a while, never for good.
 */
@Component
public class Traffic {

    private static final Duration CALM = Duration.ofMillis(250);

    private final int rush = 2 * Runtime.getRuntime().availableProcessors();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile long busyAt = System.nanoTime() - CALM.toNanos();

    void arrives() {
        if (underWay.incrementAndGet() >= rush) {
            busyAt = System.nanoTime();
        }
    }

    void leaves() {
        underWay.decrementAndGet();
    }

    /**
     * Returns when the rush is over.
     *
     * @param most the longest to wait
     */
    public void giveWay(Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (isRush() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(CALM.toMillis());
        }
    }

    private boolean isRush() {
        return System.nanoTime() - busyAt < CALM.toNanos();
    }
}
