package nl.datakade.platform.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Cuts what is written into DATA frames; {@code flush} sends what there is. */
final class FramedOutput extends OutputStream {

    private final DataOutputStream out;
    private final byte[] buffer = new byte[Frame.LARGEST];
    private int used;

    FramedOutput(DataOutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        if (used == buffer.length) {
            send();
        }
        buffer[used++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (used == buffer.length) {
                send();
            }
            int part = Math.min(left, buffer.length - used);
            System.arraycopy(bytes, from, buffer, used, part);
            used += part;
            from += part;
            left -= part;
        }
    }

    @Override
    public void flush() throws IOException {
        send();
        out.flush();
    }

    private void send() throws IOException {
        if (used > 0) {
            Frame.write(out, Frame.Kind.DATA, buffer, 0, used);
            used = 0;
        }
    }
}
