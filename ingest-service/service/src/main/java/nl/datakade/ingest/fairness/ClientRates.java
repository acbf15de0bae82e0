package nl.datakade.ingest.fairness;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * What each client may take in the long run, and how much of it at once: a bucket that fills steadily. Kept in memory, by
 * each instance for itself.
 */
public final class ClientRates {

    private static final long FORGET_EVERY = Duration.ofMinutes(5).toNanos();

    private final String policy;
    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private volatile long forgetAt;

    public ClientRates(String policy, double perSecond, long burst, LongSupplier nanos) {
        this.policy = policy;
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
        this.forgetAt = nanos.getAsLong() + FORGET_EVERY;
    }

    private record Bucket(double filled, long at) {}

    /**
     * Takes so many from a client's bucket.
     *
     * @return what is left
     * @throws FairnessProblem.TooFast when there are not enough in it; then none are taken
     */
    public Allowance take(String client, double count) {
        long now = nanos.getAsLong();
        forgetFull(now);
        var refusal = new long[] {-1};
        var left = buckets.compute(client, (_, before) -> {
            var filled = before == null ? burst : filled(before, now);
            // more than a bucket holds is let through when it is full, for else it never would be
            if (filled >= Math.min(count, burst)) {
                return new Bucket(filled - count, now);
            }
            refusal[0] = seconds(Math.min(count, burst) - filled);
            return new Bucket(filled, now);
        });
        long window = Math.max(1, seconds(burst));
        long remaining = Math.max(0, (long) left.filled());
        if (refusal[0] >= 0) {
            throw new FairnessProblem.TooFast(
                    new Allowance(policy, (long) burst, window, remaining, Math.max(1, refusal[0])));
        }
        return new Allowance(policy, (long) burst, window, remaining, seconds(burst - left.filled()));
    }

    private double filled(Bucket before, long now) {
        return Math.min(burst, before.filled() + (now - before.at()) / 1e9 * perSecond);
    }

    private long seconds(double missing) {
        return (long) Math.ceil(missing / perSecond);
    }

    private void forgetFull(long now) {
        if (now - forgetAt > 0) {
            forgetAt = now + FORGET_EVERY;
            buckets.values().removeIf(bucket -> filled(bucket, now) >= burst);
        }
    }
}
