package nl.datakade.table;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.RejectReason;
import nl.datakade.table.row.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Cuts rows on a thread of its own while those before are looked at. Batches are bounded by bytes and cells, so that
 * neither wide nor long rows make them large.
 */
final class RowsAhead implements Rows {

    private static final int BATCHES = 3;

    private final Rows rows;
    private final BlockingQueue<Batch> empty = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<Batch> full = new ArrayBlockingQueue<>(BATCHES);
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private @Nullable Batch current;

    RowsAhead(Rows rows) {
        this.rows = rows;
        for (int i = 0; i < BATCHES; i++) {
            empty.add(new Batch());
        }
        this.thread = Thread.ofPlatform().daemon().name("rows-ahead").start(this::run);
    }

    private void run() {
        var cells = new Cells();
        try {
            Batch batch;
            do {
                batch = empty.take();
                batch.clear();
                try {
                    while (!batch.isFull() && rows.next(cells)) {
                        batch.add(cells);
                    }
                } catch (IOException | RuntimeException | Error e) { // whoever waits for the batch must learn of it
                    failure = e;
                }
                full.put(batch);
            } while (batch.isFull() && failure == null);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        try {
            var batch = current == null ? full.take() : current;
            current = batch;
            while (!batch.give(cells)) {
                if (!batch.isFull()) {
                    return ended();
                }
                empty.put(batch);
                batch = full.take();
                current = batch;
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while reading", stopped);
        }
    }

    private boolean ended() throws IOException {
        return switch (failure) {
            case IOException io -> throw io;
            case RuntimeException runtime -> throw runtime;
            case Error error -> throw error;
            case null, default -> false;
        };
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        rows.close();
    }

    /** Some rows, their bytes copied. */
    private static final class Batch {

        private static final int BYTES = 1 << 19;
        private static final int CELLS = 1 << 16;
        private static final int ROWS = 1 << 14;

        private byte[] bytes = new byte[BYTES];
        private int[] from = new int[1024];
        private int[] to = new int[1024];
        private CellKind[] kinds = new CellKind[1024];
        private final int[] ends = new int[ROWS];
        private final long[] lines = new long[ROWS];
        private final @Nullable RejectReason[] problems = new RejectReason[ROWS];
        private final @Nullable String[] raws = new String[ROWS];
        private int used;
        private int size;
        private int count;
        private int next;
        private boolean whole;

        void clear() {
            used = 0;
            size = 0;
            count = 0;
            next = 0;
            whole = false;
        }

        boolean isFull() {
            return whole;
        }

        void add(Cells cells) {
            int width = cells.size();
            if (size + width > from.length) {
                int room = Math.max(size + width, from.length * 2);
                from = Arrays.copyOf(from, room);
                to = Arrays.copyOf(to, room);
                kinds = Arrays.copyOf(kinds, room);
            }
            for (int i = 0; i < width; i++) {
                int length = cells.to(i) - cells.from(i);
                if (used + length > bytes.length) {
                    bytes = Arrays.copyOf(bytes, Math.max(used + length, bytes.length * 2));
                }
                System.arraycopy(cells.bytes(), cells.from(i), bytes, used, length);
                from[size] = used;
                used += length;
                to[size] = used;
                kinds[size++] = cells.kind(i);
            }
            ends[count] = size;
            lines[count] = cells.line();
            problems[count] = cells.problem();
            raws[count] = cells.problem() == null ? null : cells.raw();
            count++;
            whole = used >= BYTES || size >= CELLS || count == ROWS;
        }

        boolean give(Cells cells) {
            if (next == count) {
                return false;
            }
            cells.begin(bytes, lines[next]);
            for (int i = next == 0 ? 0 : ends[next - 1]; i < ends[next]; i++) {
                cells.add(from[i], to[i], kinds[i]);
            }
            var problem = problems[next];
            if (problem != null) {
                cells.reject(problem, String.valueOf(raws[next]));
            }
            next++;
            return true;
        }
    }
}
