package nl.datakade.ingest.landing;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** So many bodies at once and no more: what is in memory stays bounded whoever calls. */
@Component
public class Places {

    private final Semaphore free;
    private final long patience;
    private final Traffic traffic;

    Places(LandingProperties properties, Traffic traffic) {
        this.traffic = traffic;
        this.free = new Semaphore(properties.atOnce(), true);
        this.patience = properties.patience().toMillis();
    }

    /** A place to be closed when done. */
    public Place take() {
        try {
            if (!free.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
                throw new LandingProblem.Busy();
            }
            traffic.arrives();
            return this::giveBack;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LandingProblem.Busy();
        }
    }

    private void giveBack() {
        traffic.leaves();
        free.release();
    }

    public interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
