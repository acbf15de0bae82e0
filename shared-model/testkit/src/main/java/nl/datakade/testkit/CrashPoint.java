package nl.datakade.testkit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where a service's process is to die: as it enters or returns from a method for the n-th time. Any class and any
 * method will do, for the bytes of the class are changed as it is loaded; production code knows nothing of it.
 *
 * @param type the binary name of a class, or of an interface, whose implementations are then meant
 */
public record CrashPoint(String type, String method, Moment moment, int time) {

    /** The exit code of a process that died at its point. */
    public static final int EXIT = 137;

    private static final AtomicInteger PASSED = new AtomicInteger();

    public enum Moment {
        BEFORE,
        AFTER
    }

    public static CrashPoint before(Class<?> type, String method) {
        return new CrashPoint(type.getName(), method, Moment.BEFORE, 1);
    }

    public static CrashPoint after(Class<?> type, String method) {
        return new CrashPoint(type.getName(), method, Moment.AFTER, 1);
    }

    public CrashPoint time(int nth) {
        return new CrashPoint(type, method, moment, nth);
    }

    /** As parts, in the order in which a process is given them. */
    List<String> parts() {
        return List.of(type, method, moment.name(), Integer.toString(time));
    }

    static CrashPoint parse(List<String> parts) {
        return new CrashPoint(parts.get(0), parts.get(1), Moment.valueOf(parts.get(2)), Integer.parseInt(parts.get(3)));
    }

    /** Called from the changed method; halting runs no hooks, flushes nothing, closes nothing. */
    public static void passed(int fatal) {
        if (PASSED.incrementAndGet() == fatal) {
            Runtime.getRuntime().halt(EXIT);
        }
    }
}
