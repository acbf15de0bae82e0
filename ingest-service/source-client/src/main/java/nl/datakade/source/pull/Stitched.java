package nl.datakade.source.pull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Supplier;

/** Records from many pages as one file, made as it is read. */
final class Stitched extends InputStream {

    private static final byte[] NOTHING = {};

    private final Iterator<byte[]> records;
    private final AutoCloseable pages;
    private final byte[] separator;
    private final Supplier<String> tail;
    private byte[] chunk;
    private int position;
    private boolean begun;
    private boolean ended;

    /**
     * @param head before the first record
     * @param separator between two records
     * @param tail after the last, asked for then
     */
    Stitched(Iterator<byte[]> records, AutoCloseable pages, String head, String separator, Supplier<String> tail) {
        this.records = records;
        this.pages = pages;
        this.chunk = head.getBytes(StandardCharsets.UTF_8);
        this.separator = separator.getBytes(StandardCharsets.UTF_8);
        this.tail = tail;
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, bytes, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (position == chunk.length) {
            if (ended) {
                return false;
            }
            position = 0;
            chunk = nextChunk();
        }
        return true;
    }

    private byte[] nextChunk() throws IOException {
        try {
            if (!records.hasNext()) {
                ended = true;
                return tail.get().getBytes(StandardCharsets.UTF_8);
            }
            var record = records.next();
            var before = begun ? separator : NOTHING;
            begun = true;
            var joined = new byte[before.length + record.length];
            System.arraycopy(before, 0, joined, 0, before.length);
            System.arraycopy(record, 0, joined, before.length, record.length);
            return joined;
        } catch (UncheckedIOException line) {
            throw line.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            pages.close();
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IOException(failed);
        }
    }
}
