package nl.datakade.table;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long reading one file may take. It grows with the file, so that a small file on which the reader hangs does not
 * hold it for as long as a large file needs.
 */
public final class ReadingTime {

    /** What the smallest file gets: far more than the seconds it needs on a busy machine. */
    private static final Duration LEAST = Duration.ofMinutes(2);

    /** A tenth of the slowest reading that was ever measured, for archives hold more bytes than they have. */
    private static final long BYTES_PER_SECOND = 512 << 10;

    private static final Duration MOST = Duration.ofHours(6);

    private ReadingTime() {}

    /** The bound for a file of so many bytes. */
    public static Duration atMost(long bytes) {
        return LEAST.plusSeconds(bytes / BYTES_PER_SECOND);
    }

    /** The bound of a program that reads by itself, without a service that would end it: six hours at most. */
    static Duration ofProgram(long bytes) {
        var bySize = atMost(bytes);
        return bySize.compareTo(MOST) < 0 ? bySize : MOST;
    }

    /**
     * Does the work on a thread of its own; empty when it took longer than the bound. The thread is then left behind: it
     * does not keep the program from ending.
     */
    static <T> Optional<T> within(Duration bound, Callable<T> work) throws Exception {
        var done = new CompletableFuture<T>();
        Thread.ofPlatform().daemon().name("reading").start(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return Optional.of(done.get(bound.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException tooLong) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failed ? failed : e;
        }
    }
}
