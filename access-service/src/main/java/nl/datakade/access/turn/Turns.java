package nl.datakade.access.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A queue with a number of places. Nobody has more than their share of them at once, and of those who wait, the one who
 * was served longest ago comes first: however much one person asks, another person waits for one question of theirs.
 */
public final class Turns {

    private static final int MOST_REMEMBERED = 10_000;

    private final int places;
    private final int perPerson;
    private final Duration patience;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, Integer> running = new HashMap<>();
    private final Map<String, Long> served = new HashMap<>();
    private long turns;
    private int taken;

    private record Waiting(String person, CompletableFuture<Void> turn) {}

    /**
     * @param perPerson how many places one person may have at once
     * @param patience how long a question may wait
     */
    public Turns(int places, int perPerson, Duration patience) {
        this.places = places;
        this.perPerson = perPerson;
        this.patience = patience;
    }

    /** A place that is taken; closing it lets the next one in. */
    @FunctionalInterface
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for a place, and gives up when the question is cancelled or has waited too long. */
    public Turn take(Asking asking) {
        var mine = new Waiting(asking.person(), new CompletableFuture<>());
        synchronized (this) {
            waiting.add(mine);
            admit();
        }
        asking.onCancel(() -> mine.turn().completeExceptionally(new CancelledException()));
        await(mine);
        return () -> end(mine.person());
    }

    /** How many questions wait. */
    public synchronized int waiting() {
        waiting.removeIf(entry -> entry.turn().isDone());
        return waiting.size();
    }

    private void await(Waiting mine) {
        try {
            mine.turn().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // a turn that came at this very moment counts
            if (mine.turn().completeExceptionally(new NoTurnException(patience))
                    || mine.turn().isCompletedExceptionally()) {
                throw reason(mine);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (!mine.turn().completeExceptionally(new CancelledException())
                    && !mine.turn().isCompletedExceptionally()) {
                end(mine.person());
            }
            throw new CancelledException();
        } catch (ExecutionException e) {
            throw reason(mine);
        }
    }

    private static RuntimeException reason(Waiting mine) {
        return mine.turn().exceptionNow() instanceof RuntimeException why ? why : new CancelledException();
    }

    private synchronized void end(String person) {
        taken--;
        running.computeIfPresent(person, (_, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
        admit();
    }

    private void admit() {
        waiting.removeIf(entry -> entry.turn().isDone());
        while (taken < places) {
            var next = waiting.stream()
                    .filter(entry -> running.getOrDefault(entry.person(), 0) < perPerson)
                    .min(Comparator.comparingInt((Waiting entry) -> running.getOrDefault(entry.person(), 0))
                            .thenComparingLong(entry -> served.getOrDefault(entry.person(), 0L)));
            if (next.isEmpty()) {
                return;
            }
            waiting.remove(next.get());
            if (next.get().turn().complete(null)) {
                begin(next.get().person());
            }
        }
    }

    private void begin(String person) {
        taken++;
        running.merge(person, 1, Integer::sum);
        if (served.size() >= MOST_REMEMBERED) {
            served.clear();
        }
        served.put(person, ++turns);
    }
}
