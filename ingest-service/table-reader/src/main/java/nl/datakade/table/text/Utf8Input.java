package nl.datakade.table.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** A file's text as UTF-8, whatever it is written in, so that all that follows knows one encoding. */
public final class Utf8Input extends InputStream {

    private final InputStream in;
    private final boolean mixed;
    private final byte[][] table;
    private final byte[] raw = new byte[1 << 15];
    private int rawFrom;
    private int rawTo;
    private boolean ended;
    private byte[] out = new byte[1 << 17];
    private int outFrom;
    private int outTo;

    private Utf8Input(InputStream in, Encoding encoding) {
        this.in = in;
        this.mixed = encoding.isMixed();
        this.table = new byte[256][];
        for (int i = 0; i < 256; i++) {
            var text = new String(new byte[] {(byte) i}, encoding.charset());
            table[i] = (text.equals("\uFFFD") ? Character.toString((char) i) : text).getBytes(StandardCharsets.UTF_8);
        }
    }

    public static InputStream of(InputStream in, Encoding encoding) throws IOException {
        in.skipNBytes(encoding.byteOrderMark());
        if (encoding.zeroBytes() > 0) {
            return decoded(new WithoutZeros(in), encoding);
        }
        return decoded(in, encoding);
    }

    private static InputStream decoded(InputStream in, Encoding encoding) {
        if (encoding.isUtf8()) {
            return in;
        }
        return encoding.isWide()
                ? new Wide(new InputStreamReader(in, encoding.charset()))
                : new Utf8Input(in, encoding);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (outFrom == outTo && !refill()) {
            return -1;
        }
        int given = Math.min(length, outTo - outFrom);
        System.arraycopy(out, outFrom, target, offset, given);
        outFrom += given;
        return given;
    }

    private boolean refill() throws IOException {
        System.arraycopy(raw, rawFrom, raw, 0, rawTo - rawFrom);
        rawTo -= rawFrom;
        rawFrom = 0;
        if (!ended) {
            int read = in.read(raw, rawTo, raw.length - rawTo);
            ended = read < 0;
            rawTo += Math.max(read, 0);
        }
        outFrom = 0;
        outTo = 0;
        while (rawFrom < rawTo) {
            int length = mixed ? Utf8.sequence(raw, rawFrom, rawTo) : 0;
            if (length == Utf8.INCOMPLETE && !ended) {
                break;
            }
            if (length > 0) {
                System.arraycopy(raw, rawFrom, out, outTo, length);
                outTo += length;
                rawFrom += length;
            } else {
                var encoded = table[raw[rawFrom++] & 0xFF];
                System.arraycopy(encoded, 0, out, outTo, encoded.length);
                outTo += encoded.length;
            }
        }
        return outTo > 0 || (!ended && refill());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Zero bytes stand for nothing in any of the encodings of single bytes. */
    private static final class WithoutZeros extends FilterInputStream {

        WithoutZeros(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            while (read == 0) {
                read = in.read();
            }
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int kept = 0;
            while (kept == 0 && length > 0) { // nothing asked for is nothing read, not a reason to wait for a byte
                int read = in.read(target, offset, length);
                if (read < 0) {
                    return -1;
                }
                for (int i = offset; i < offset + read; i++) {
                    if (target[i] != 0) {
                        target[offset + kept++] = target[i];
                    }
                }
            }
            return kept;
        }
    }

    /** UTF-16: rare, so by way of the JDK's own decoder. */
    private static final class Wide extends InputStream {

        private final Reader reader;
        private final CharBuffer chars = CharBuffer.allocate(1 << 14);
        private byte[] out = new byte[0];
        private int from;

        Wide(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (from == out.length) {
                if (reader.read(chars) < 0 && chars.position() == 0) {
                    return -1;
                }
                chars.flip();
                boolean split = chars.length() > 1 && Character.isHighSurrogate(chars.charAt(chars.length() - 1));
                var whole =
                        chars.subSequence(0, chars.length() - (split ? 1 : 0)).toString();
                out = whole.getBytes(StandardCharsets.UTF_8);
                from = 0;
                chars.position(chars.position() + whole.length());
                chars.compact();
            }
            int given = Math.min(length, out.length - from);
            System.arraycopy(out, from, target, offset, given);
            from += given;
            return given;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
