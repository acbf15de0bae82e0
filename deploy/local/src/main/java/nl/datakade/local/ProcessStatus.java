package nl.datakade.local;

import java.util.function.BooleanSupplier;

/** One process as an operator sees it. */
public record ProcessStatus(String name, State state, String url, long pid, long residentBytes) {

    /** Starting: it runs and does not answer (yet). */
    public enum State {
        UP,
        STARTING,
        DOWN
    }

    public static ProcessStatus of(ManagedProcess process, String url, BooleanSupplier ready) {
        return process.handle()
                .map(handle -> new ProcessStatus(
                        process.name(),
                        ready.getAsBoolean() ? State.UP : State.STARTING,
                        url,
                        handle.pid(),
                        Machine.residentBytes(handle)))
                .orElseGet(() -> new ProcessStatus(process.name(), State.DOWN, url, 0, 0));
    }
}
