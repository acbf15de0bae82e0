package nl.datakade.platform.web;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.util.unit.DataSize;

/** A body of which no more is read than it may have, whatever its length is said to be. */
final class BoundedBody implements HttpInputMessage {

    private final HttpInputMessage message;
    private final DataSize limit;

    /** @throws BodyTooLarge when it says itself that it is too long */
    BoundedBody(HttpInputMessage message, DataSize limit) {
        if (message.getHeaders().getContentLength() > limit.toBytes()) {
            throw new BodyTooLarge(limit);
        }
        this.message = message;
        this.limit = limit;
    }

    @Override
    public HttpHeaders getHeaders() {
        return message.getHeaders();
    }

    /** @throws BodyTooLarge when more is read from it than it may have */
    @Override
    public InputStream getBody() throws IOException {
        return new Counted(message.getBody(), limit);
    }

    private static final class Counted extends InputStream {

        private final InputStream body;
        private final DataSize limit;
        private long read;

        Counted(InputStream body, DataSize limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            var one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var some = body.read(bytes, offset, length);
            count(some);
            return some;
        }

        private void count(int some) {
            read += Math.max(0, some);
            if (read > limit.toBytes()) {
                throw new BodyTooLarge(limit);
            }
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
