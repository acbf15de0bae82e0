package nl.datakade.platform.worker;

import java.time.Duration;

/** Every worker is at work and none came free in the time a caller may wait. Trying again later helps. */
public final class WorkersBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkersBusyException(Duration waited) {
        super("All workers are busy; none came free within " + waited.toMillis() + " ms");
    }
}
