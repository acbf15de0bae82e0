package nl.datakade.ingest.observation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.datakade.ingest.fairness.Allowance;
import nl.datakade.ingest.fairness.ClientRates;
import org.springframework.stereotype.Component;

/** So many requests at once and so many observations a second: memory stays flat, and clients fair to each other. */
@Component
class Pressure {

    private static final long PATIENCE_SECONDS = 2;

    private final Semaphore free;
    private final ClientRates rates;

    Pressure(ObservationProperties properties) {
        this.free = new Semaphore(properties.atOnce(), true);
        this.rates = new ClientRates("observations", properties.perSecond(), properties.burst(), System::nanoTime);
    }

    /** A place to be given back. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    Place enter() {
        try {
            if (free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return free::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ObservationProblem.Busy();
    }

    Allowance take(String client, int observations) {
        return rates.take(client, observations);
    }
}
