package nl.datakade.testkit;

import org.jspecify.annotations.Nullable;

/**
 * A service that is started again whenever it has died: the process that gets over one death is the one that dies of the
 * next, so that a class with many crash points starts one process more than it has points.
 */
public final class RestartedService implements AutoCloseable {

    private final ServiceProcess.Starter starter;
    private @Nullable ServiceProcess current;
    private boolean doomed;

    public RestartedService(ServiceProcess.Starter starter) {
        this.starter = starter;
    }

    /** One that lives and is to die of nothing: the one there is, or the next. */
    public ServiceProcess alive() {
        if (current != null && (doomed || !current.isAlive())) {
            current.kill();
            current = null;
        }
        if (current == null) {
            current = starter.start();
            doomed = false;
        }
        return current;
    }

    /** One that lives, and dies as soon as it comes to this point. */
    public ServiceProcess dyingAt(CrashPoint point) {
        var dying = alive();
        doomed = true;
        dying.dieAt(point);
        return dying;
    }

    /** Nobody needs what it would leave. */
    @Override
    public void close() {
        if (current != null) {
            current.kill();
            current = null;
        }
    }
}
