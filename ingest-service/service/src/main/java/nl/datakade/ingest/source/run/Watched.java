package nl.datakade.ingest.source.run;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import nl.datakade.source.pull.PullFailure;
import nl.datakade.source.pull.Pulls;
import org.springframework.util.unit.DataSize;

/** What comes from a source: so much and so long at most, and only for as long as the run holds its source. */
final class Watched extends FilterInputStream {

    private final Job job;
    private final long limit;
    private final Instant until;
    private final Clock clock;
    private final BooleanSupplier holds;
    private long count;

    /** @param holds asked at the end, before anything is made of the bytes */
    Watched(InputStream in, Job job, DataSize limit, Instant until, Clock clock, BooleanSupplier holds) {
        super(in);
        this.job = job;
        this.limit = limit.toBytes();
        this.until = until;
        this.clock = clock;
        this.holds = holds;
    }

    long count() {
        return count;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        int read = readSource(bytes, offset, length);
        if (job.lost().get() || (read < 0 && !holds.getAsBoolean())) {
            throw PullFailure.passing("run-lost");
        }
        count += Math.max(0, read);
        if (count > limit) {
            throw PullFailure.lasting("too-large");
        }
        if (clock.instant().isAfter(until)) {
            throw PullFailure.passing("took-too-long");
        }
        return read;
    }

    private int readSource(byte[] bytes, int offset, int length) {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException line) {
            throw Pulls.failure(line);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
