package nl.datakade.ingest.landing;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.datakade.ingest.fairness.FairnessProblem;
import org.springframework.stereotype.Component;

/**
 * So many bodies at once and no more: what is in memory stays bounded whoever calls. One client has some of the places
 * at most, so that others always find one.
 */
@Component
public class Places {

    private final Semaphore free;
    private final long patience;
    private final int perClient;
    private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();
    private final Traffic traffic;

    Places(LandingProperties properties, Traffic traffic) {
        this.traffic = traffic;
        this.free = new Semaphore(properties.atOnce(), true);
        this.perClient = properties.perClient();
        this.patience = properties.patience().toMillis();
    }

    /** A place to be closed when done. */
    public Place take(String client) {
        count(client);
        try {
            if (!free.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
                uncount(client);
                throw new LandingProblem.Busy();
            }
            traffic.arrives();
            return () -> giveBack(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            uncount(client);
            throw new LandingProblem.Busy();
        }
    }

    private void count(String client) {
        int now = taken.merge(client, 1, Integer::sum);
        if (now > perClient) {
            uncount(client);
            throw new FairnessProblem.TooManyAtOnce(perClient, 2);
        }
    }

    private void uncount(String client) {
        taken.computeIfPresent(client, (_, count) -> count == 1 ? null : count - 1);
    }

    private void giveBack(String client) {
        uncount(client);
        traffic.leaves();
        free.release();
    }

    public interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
