package nl.datakade.table.parquet;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Fills chunks on a thread of its own while the engine encodes and compresses those before. */
final class ReadAhead implements AutoCloseable {

    private static final int CHUNKS = 4;

    private final RowFeed feed;
    private final BlockingQueue<Chunk> empty = new ArrayBlockingQueue<>(CHUNKS);
    private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(CHUNKS);
    private final Thread thread;
    private volatile @Nullable Exception failure;
    private volatile boolean ended;

    ReadAhead(RowFeed feed, List<OutputColumn> columns, int capacity) {
        this.feed = feed;
        for (int i = 0; i < CHUNKS; i++) {
            empty.add(new Chunk(columns, capacity));
        }
        this.thread = Thread.ofPlatform().daemon().name("read-ahead").start(this::run);
    }

    private void run() {
        try {
            boolean more = true;
            while (more) {
                var chunk = empty.take();
                feed.fill(chunk);
                more = !chunk.isEmpty();
                full.put(chunk);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            failure = e;
        } finally {
            ended = true;
        }
    }

    /** The next chunk, empty at the end. */
    Chunk next() throws Exception {
        while (true) {
            var chunk = full.poll(20, TimeUnit.MILLISECONDS);
            if (chunk != null) {
                return chunk;
            }
            var failed = failure;
            if (failed != null) {
                throw failed;
            }
            if (ended && full.isEmpty()) {
                throw new IllegalStateException("no rows beyond the end");
            }
        }
    }

    void giveBack(Chunk chunk) {
        empty.add(chunk);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
