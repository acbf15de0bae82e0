package nl.datakade.cli.bench;

import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;

/** Looks at a service's heap once a second until it is closed, and remembers the highest; oftener, the looking is work. */
final class HeapWatch implements AutoCloseable {
    private static final Pattern USED =
            Pattern.compile("(?m)^jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*} ([0-9.E+]+)$");
    private static final long PAUSE = 1_000_000_000;

    private final Client admin;
    private volatile long peak;
    private volatile boolean closed;

    HeapWatch(Client admin, String service) {
        this.admin = admin;
        Thread.ofVirtual().start(() -> watch(service));
    }

    private void watch(String service) {
        while (!closed) {
            Answer answer = admin.metricsOf(service);
            if (answer.isSuccess()) {
                peak = Math.max(peak, used(answer.text()));
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    static long used(String metrics) {
        return USED.matcher(metrics)
                .results()
                .map(MatchResult::group)
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    long peakMebibytes() {
        return peak >> 20;
    }

    @Override
    public void close() {
        closed = true;
    }
}
