package nl.datakade.ingest.landing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;

/** The request's body up to the limit; what breaks it off is the sender's, and told apart from our own failures. */
final class BodyStream extends FilterInputStream {

    private final DataSize limit;
    private long left;

    BodyStream(InputStream body, DataSize limit) {
        super(body);
        this.limit = limit;
        this.left = limit.toBytes();
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        int read = readBody(bytes, offset, length);
        left -= Math.max(0, read);
        if (left < 0) {
            throw new LandingProblem.TooLarge(limit);
        }
        return read;
    }

    private int readBody(byte[] bytes, int offset, int length) {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException brokenOff) {
            throw new LandingProblem.Incomplete(brokenOff);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
