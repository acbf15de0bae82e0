package nl.datakade.platform.object;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** Memory for parts under way, used again and again, so that the heap stays flat whatever is uploaded. */
final class PartBuffers {

    private final int size;
    private final Semaphore free;
    private final ConcurrentLinkedQueue<byte[]> idle = new ConcurrentLinkedQueue<>();

    PartBuffers(int size, int count) {
        this.size = size;
        this.free = new Semaphore(count, true);
    }

    int size() {
        return size;
    }

    /** Waits until there is room. */
    byte[] take() throws InterruptedException {
        free.acquire();
        var buffer = idle.poll();
        return buffer == null ? new byte[size] : buffer;
    }

    void giveBack(byte[] buffer) {
        idle.add(buffer);
        free.release();
    }
}
