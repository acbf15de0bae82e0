package nl.datakade.platform.object;

import io.minio.messages.Part;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An object being written. Bytes up to one part stay in memory and go in a single request; beyond, parts go out while
 * the next is filled. {@link #complete()} makes it visible at once and whole; closing before that leaves nothing. Used
 * by one thread.
 */
public final class ObjectUpload extends OutputStream {

    private static final Logger log = LoggerFactory.getLogger(ObjectUpload.class);
    private static final int FIRST = 64 * 1024;
    private static final int SMALL = 8 * FIRST;
    private static final int PARTS_UNDER_WAY = 4;

    private final Target target;
    private final PartBuffers buffers;
    private final int first;
    private final List<CompletableFuture<Part>> parts = new ArrayList<>();
    private byte[] filling = new byte[0];
    private int filled;
    private boolean borrowed;
    private boolean ended;
    private @Nullable String uploadId;

    /** @param size expected, in bytes; -1 when unknown */
    ObjectUpload(Target target, PartBuffers buffers, long size) {
        this.target = target;
        this.buffers = buffers;
        this.first = (int) Math.min(Math.min(size < 0 ? FIRST : size + 1, SMALL + 1L), buffers.size());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int written = 0;
        while (written < length) {
            makeRoom(length - written);
            int count = Math.min(length - written, filling.length - filled);
            System.arraycopy(bytes, offset + written, filling, filled, count);
            filled += count;
            written += count;
        }
    }

    /**
     * Makes the object visible.
     *
     * @return false when there was an object with this key already; it is left as it was
     */
    public boolean complete() throws IOException {
        boolean written;
        if (uploadId == null) {
            written = target.put(filling, filled);
        } else {
            if (filled > 0) {
                send(uploadId);
            }
            written = target.complete(
                    uploadId, parts.stream().map(ObjectStore::await).toList());
        }
        if (written) {
            ended = true;
        }
        return written;
    }

    /** Aborts what was not completed. */
    @Override
    public void close() {
        release();
        if (ended) {
            return;
        }
        ended = true;
        if (uploadId != null) {
            settle();
            try {
                target.abort(uploadId);
            } catch (ObjectStoreUnavailable failure) {
                log.warn("Parts of an upload left behind, the store did not answer: {}", failure.toString());
            }
        }
    }

    /** A part that arrives after the abort would stay for ever. */
    private void settle() {
        for (var part : parts) {
            part.handle((_, _) -> null).join();
        }
    }

    private void makeRoom(int wanted) throws IOException {
        if (filled < filling.length) {
            return;
        }
        if (filling.length < buffers.size()) {
            grow(wanted);
            return;
        }
        if (uploadId == null) {
            uploadId = target.create();
        }
        send(uploadId);
        filling = borrow();
        filled = 0;
    }

    /** Only small objects have memory of their own; everything larger waits for its turn. */
    private void grow(int wanted) throws IOException {
        long size = filled == 0 ? Math.max(first, wanted) : Math.max(2L * filling.length, (long) filled + wanted);
        var larger = size <= Math.min(SMALL, buffers.size() - 1) ? new byte[(int) size] : borrow();
        System.arraycopy(filling, 0, larger, 0, filled);
        filling = larger;
    }

    private byte[] borrow() throws IOException {
        try {
            var buffer = buffers.take();
            borrowed = true;
            return buffer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for memory");
        }
    }

    private void send(String upload) {
        if (parts.size() >= PARTS_UNDER_WAY) {
            ObjectStore.await(parts.get(parts.size() - PARTS_UNDER_WAY));
        }
        var buffer = filling;
        var part = target.part(upload, parts.size() + 1, buffer, filled);
        borrowed = false;
        parts.add(part.whenComplete((_, _) -> buffers.giveBack(buffer)));
        filling = new byte[0];
        filled = 0;
    }

    private void release() {
        if (borrowed) {
            borrowed = false;
            buffers.giveBack(filling);
        }
        filling = Arrays.copyOf(filling, 0);
    }
}
