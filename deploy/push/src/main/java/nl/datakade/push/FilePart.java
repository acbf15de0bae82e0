package nl.datakade.push;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Some bytes of a file as the body of a request; reports every few that were sent. */
record FilePart(Path file, long offset, long length, LongConsumer gone) {

    BodyPublisher body() {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(this::open), length);
    }

    private InputStream open() {
        try {
            var channel = FileChannel.open(file).position(offset);
            return new Rest(Channels.newInputStream(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends where the part ends. */
    private final class Rest extends FilterInputStream {
        private long left = length;

        Rest(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int begin, int count) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = super.read(bytes, begin, (int) Math.min(count, left));
            if (read > 0) {
                left -= read;
                gone.accept(read);
            }
            return read;
        }
    }
}
