package nl.datakade.ingest.landing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Hashes what is read through it. */
final class HashedStream extends FilterInputStream {

    private final Hashing hashing;

    HashedStream(InputStream in, Hashing hashing) {
        super(in);
        this.hashing = hashing;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            hashing.update(bytes, offset, read);
        }
        return read;
    }
}
