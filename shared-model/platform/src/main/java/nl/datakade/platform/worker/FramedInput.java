package nl.datakade.platform.worker;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Joins DATA frames into a stream that ends at the first frame of another kind, which {@link #last} keeps. */
final class FramedInput extends InputStream {

    private final DataInputStream in;
    private byte[] content = new byte[0];
    private int position;
    private @Nullable Frame last;

    FramedInput(DataInputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return fill() ? content[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int part = Math.min(length, content.length - position);
        System.arraycopy(content, position, bytes, offset, part);
        position += part;
        return part;
    }

    @Override
    public int available() {
        return content.length - position;
    }

    /** Reads over what is left and answers the frame that ended the stream. */
    Frame last() throws IOException {
        position = content.length;
        while (fill()) {
            position = content.length;
        }
        if (last == null) {
            throw new EOFException();
        }
        return last;
    }

    private boolean fill() throws IOException {
        while (last == null && position == content.length) {
            var frame = Frame.read(in);
            if (frame.kind() == Frame.Kind.DATA) {
                content = frame.content();
                position = 0;
            } else {
                last = frame;
            }
        }
        return last == null;
    }
}
