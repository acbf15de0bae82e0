package nl.datakade.ingest.landing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import nl.datakade.ingest.fairness.Pace;
import org.springframework.util.unit.DataSize;

/** The request's body up to the limit; what breaks it off is the sender's, and told apart from our own failures. */
public final class BodyStream extends FilterInputStream {

    private final DataSize limit;
    private final Pace pace;
    private final DataSize slowest;
    private long left;

    /**
     * Over a request's body.
     *
     * @param slowest bytes a second that a sender must send
     * @param window over which that is measured
     */
    public BodyStream(InputStream body, DataSize limit, DataSize slowest, Duration window) {
        super(body);
        this.limit = limit;
        this.slowest = slowest;
        this.pace = new Pace(slowest, window);
        this.left = limit.toBytes();
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        long begin = System.nanoTime();
        int read = readBody(bytes, offset, length);
        if (read > 0 && pace.isTooSlow(read, System.nanoTime() - begin)) {
            throw new LandingProblem.TooSlow(slowest);
        }
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
