package nl.datakade.cli.bench;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import nl.datakade.client.Unreachable;
import org.jspecify.annotations.Nullable;

/** Counters that send at a steady rate, and send again what was not acknowledged. */
final class Sensors {
    private static final long PAUSE = 200_000_000;

    private final Client department;
    private final String path;
    private final int batch;
    private final double perSecond;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong sentAgain = new AtomicLong();
    private final AtomicReference<@Nullable Acknowledged> last = new AtomicReference<>();

    /** The highest number of a request that was acknowledged, and when. */
    record Acknowledged(long number, long nanos) {}

    Sensors(Client department, String dataset, int batch, double perSecond) {
        this.department = department;
        this.path = "/ingest/v1/datasets/" + dataset + "/observations?department=" + IngestWay.DEPARTMENT;
        this.batch = batch;
        this.perSecond = perSecond;
    }

    /** One sender of several; together they keep the rate as far as they are answered in time. */
    void send(long beginNanos, long endNanos) {
        while (true) {
            long first = next.getAndAdd(batch);
            long due = beginNanos + (long) (first / perSecond * 1e9);
            if (due >= endNanos || System.nanoTime() >= endNanos) {
                next.getAndAdd(-batch);
                return;
            }
            LockSupport.parkNanos(due - System.nanoTime());
            sendOne(first);
        }
    }

    /** Until it is acknowledged. */
    void sendOne(long first) {
        String lines = lines(first);
        while (!acknowledged(lines)) {
            sentAgain.addAndGet(batch);
            LockSupport.parkNanos(PAUSE);
        }
        last.set(new Acknowledged(first + batch - 1, System.nanoTime()));
    }

    private boolean acknowledged(String lines) {
        try {
            Answer answer = department.sendOnce(
                    "POST", path, BodyPublishers.ofString(lines), "Content-Type", "application/x-ndjson");
            if (answer.status() >= 400 && answer.status() < 500 && answer.status() != 429) {
                throw new IllegalStateException("refused: " + answer.status());
            }
            return answer.isSuccess();
        } catch (Unreachable killed) {
            return false;
        }
    }

    private String lines(long first) {
        var lines = new StringBuilder(batch * 100);
        String now = Instant.now().toString();
        for (long number = first; number < first + batch; number++) {
            lines.append("{\"id\":\"w")
                    .append(number)
                    .append("\",\"nummer\":")
                    .append(number)
                    .append(",\"telpunt\":\"F")
                    .append(number % 250)
                    .append("\",\"tijd\":\"")
                    .append(now)
                    .append("\",\"aantal\":")
                    .append(number % 17)
                    .append("}\n");
        }
        return lines.toString();
    }

    @Nullable
    Acknowledged last() {
        return last.get();
    }

    long sent() {
        return next.get();
    }

    long sentAgain() {
        return sentAgain.get();
    }
}
