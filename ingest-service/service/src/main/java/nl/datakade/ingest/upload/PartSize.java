package nl.datakade.ingest.upload;

import nl.datakade.platform.object.ObjectParts;

/** How a file is cut: in as few numbers as S3 has, and small enough that little is lost with a kill. */
final class PartSize {

    private static final long USUAL = 8L << 20;

    /** The other numbers are for parts that had to be short. */
    private static final long NUMBERS = 9_000;

    /** For kills to come: each may cost some. */
    private static final long NUMBERS_KEPT = 500;

    private PartSize() {}

    /**
     * @param length of the file, in bytes
     * @param most that there is memory for
     */
    static long of(long length, long most) {
        return Math.min(most, Math.max(USUAL, Math.ceilDiv(length, NUMBERS)));
    }

    /** Whether a part may go out before it is full: S3 must take it, and the numbers must last to the file's end. */
    static boolean mayBeShort(long size, long toCome, int next, long full) {
        return size >= ObjectParts.SMALLEST && toCome <= (ObjectParts.MOST - next - NUMBERS_KEPT) * full;
    }
}
