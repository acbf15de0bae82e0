package nl.datakade.platform.object;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;

/**
 * Bytes on their way to become one part. Small amounts have memory of their own; beyond that it is borrowed, and waited
 * for, so that senders who dribble do not hold what others need.
 */
public final class PartBuffer implements AutoCloseable {

    private static final int FIRST = 64 * 1024;
    private static final int SMALL = 8 * FIRST;

    private final PartBuffers pool;
    private final int capacity;
    private byte[] bytes = new byte[0];
    private int size;
    private boolean borrowed;

    PartBuffer(PartBuffers pool, int capacity) {
        this.pool = pool;
        this.capacity = capacity;
    }

    /** Takes as many of these bytes as fit, and says how many that were. */
    public int write(byte[] from, int offset, int length) throws IOException {
        int taken = Math.min(length, capacity - size);
        makeRoom(size + taken);
        System.arraycopy(from, offset, bytes, size, taken);
        size += taken;
        return taken;
    }

    public int size() {
        return size;
    }

    public boolean isFull() {
        return size == capacity;
    }

    /** So many of its first bytes, or all there are. */
    public byte[] head(int most) {
        return Arrays.copyOf(bytes, Math.min(most, size));
    }

    /** What is in it, as a stream. */
    public InputStream content() {
        return new java.io.ByteArrayInputStream(bytes, 0, size);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Gives the memory back. */
    @Override
    public synchronized void close() {
        if (borrowed) {
            borrowed = false;
            pool.giveBack(bytes);
        }
        bytes = new byte[0];
        size = 0;
    }

    private void makeRoom(int wanted) throws IOException {
        if (wanted <= bytes.length) {
            return;
        }
        int doubled = Math.min(Math.max(FIRST, 2 * bytes.length), SMALL);
        var larger = wanted <= SMALL ? new byte[Math.max(wanted, doubled)] : borrow();
        System.arraycopy(bytes, 0, larger, 0, size);
        bytes = larger;
    }

    private byte[] borrow() throws IOException {
        try {
            var buffer = pool.take();
            borrowed = true;
            return buffer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for memory");
        }
    }
}
