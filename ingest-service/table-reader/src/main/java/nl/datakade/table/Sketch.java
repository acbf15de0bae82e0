package nl.datakade.table;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A small likeness of a column's values, to know the column again under another name. Values fall into 128 bins by their
 * hash; of each bin eight bits of the least hash are kept (one-permutation min-hashing of Li, Owen and Zhang 2012, b-bit
 * as in Li and König 2010). That is enough to estimate how many values two columns share, and too little to find any of
 * them back.
 */
final class Sketch {

    /** Rows looked at; how alike two columns are shows soon. */
    static final int ROWS = 2_000;

    private static final int BINS = 128;
    private static final double CHANCE = 1.0 / 256;

    private final long[] least = new long[BINS];

    Sketch() {
        Arrays.fill(least, Long.MAX_VALUE);
    }

    void add(byte[] bytes, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 29;
        hash *= 0xbf58476d1ce4e5b9L;
        hash ^= hash >>> 32;
        int bin = (int) (hash & (BINS - 1));
        least[bin] = Math.min(least[bin], hash >>> 7);
    }

    /** Of every bin eight bits of the least, then which bins have one; null without any value. */
    @Nullable
    String text() {
        var bytes = new byte[BINS + BINS / 8];
        boolean any = false;
        for (int i = 0; i < BINS; i++) {
            if (least[i] != Long.MAX_VALUE) {
                any = true;
                bytes[i] = (byte) least[i];
                bytes[BINS + i / 8] |= (byte) (1 << (i % 8));
            }
        }
        return any ? Base64.getEncoder().encodeToString(bytes) : null;
    }

    /** The estimated share of values that two columns have in common, of all that either has: 0 to 1. */
    static double likeness(@Nullable String one, @Nullable String other) {
        if (one == null || other == null || one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        var a = Base64.getDecoder().decode(one);
        var b = Base64.getDecoder().decode(other);
        int either = 0;
        int same = 0;
        for (int i = 0; i < BINS; i++) {
            boolean inA = isFilled(a, i);
            boolean inB = isFilled(b, i);
            either += inA || inB ? 1 : 0;
            same += inA && inB && a[i] == b[i] ? 1 : 0;
        }
        double share = either == 0 ? 0 : (double) same / either;
        return Math.max(0, (share - CHANCE) / (1 - CHANCE));
    }

    /** About how many different values there were, as long as they are few. */
    static int bins(@Nullable String sketch) {
        if (sketch == null || sketch.isEmpty()) {
            return 0;
        }
        var bytes = Base64.getDecoder().decode(sketch);
        int filled = 0;
        for (int i = 0; i < BINS; i++) {
            filled += isFilled(bytes, i) ? 1 : 0;
        }
        return filled;
    }

    private static boolean isFilled(byte[] bytes, int bin) {
        return (bytes[BINS + bin / 8] >> (bin % 8) & 1) == 1;
    }
}
