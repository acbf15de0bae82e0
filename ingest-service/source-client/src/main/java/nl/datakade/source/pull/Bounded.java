package nl.datakade.source.pull;

import java.io.ByteArrayOutputStream;

/** Bytes in memory, up to a limit: no record of somebody else's decides how much there is. */
final class Bounded extends ByteArrayOutputStream {

    static final int RECORD = 16 << 20;
    static final int FACT = 1 << 20;

    private final int limit;

    Bounded(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized void write(int b) {
        require(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        require(length);
        super.write(bytes, offset, length);
    }

    private void require(int more) {
        if (count + (long) more > limit) {
            throw PullFailure.lasting("record-too-large");
        }
    }
}
