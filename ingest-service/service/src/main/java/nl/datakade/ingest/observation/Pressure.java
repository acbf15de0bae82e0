package nl.datakade.ingest.observation;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.datakade.ingest.fairness.Allowance;
import nl.datakade.ingest.fairness.ClientRates;
import nl.datakade.ingest.fairness.FairnessProblem;
import org.springframework.stereotype.Component;

/**
 * So many requests at once and so many observations a second: memory stays flat, and clients fair to each other. One
 * client has some of the places at most, so that others find one.
 */
@Component
class Pressure {

    private static final long PATIENCE_SECONDS = 2;

    private final Semaphore free;
    private final int perClient;
    private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();
    private final ClientRates rates;

    Pressure(ObservationProperties properties) {
        this.free = new Semaphore(properties.atOnce(), true);
        this.perClient = properties.perClient();
        this.rates = new ClientRates("observations", properties.perSecond(), properties.burst(), System::nanoTime);
    }

    /** A place to be given back. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    Place enter(String client) {
        if (taken.merge(client, 1, Integer::sum) > perClient) {
            uncount(client);
            throw new FairnessProblem.TooManyAtOnce(perClient, 1);
        }
        try {
            if (free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return () -> {
                    uncount(client);
                    free.release();
                };
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        uncount(client);
        throw new ObservationProblem.Busy();
    }

    private void uncount(String client) {
        taken.computeIfPresent(client, (_, count) -> count == 1 ? null : count - 1);
    }

    Allowance take(String client, int observations) {
        return rates.take(client, observations);
    }
}
