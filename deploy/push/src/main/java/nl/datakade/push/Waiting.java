package nl.datakade.push;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is the one waited for. */
public final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(150);

    private Waiting() {}

    /**
     * The first answer that will do.
     *
     * @param what said when it takes longer than the patience: "the score of bomen"
     */
    public static <T> T until(String what, Duration patience, Supplier<T> question, Predicate<T> done) {
        Instant end = Instant.now().plus(patience);
        while (true) {
            T answer = question.get();
            if (done.test(answer)) {
                return answer;
            }
            if (Instant.now().isAfter(end)) {
                throw new TookTooLong(
                        "Waited %d seconds for %s; see ./datakade logs.".formatted(patience.toSeconds(), what));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** What was waited for did not come. */
    public static final class TookTooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TookTooLong(String message) {
            super(message);
        }
    }
}
