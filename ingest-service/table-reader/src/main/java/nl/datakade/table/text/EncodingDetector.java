package nl.datakade.table.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Decides the encoding on every byte of the file: a single stray byte at the end is enough to make a sample wrong. */
public final class EncodingDetector {

    private static final int CHUNK = 1 << 16;

    private EncodingDetector() {}

    public static Encoding detect(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return detect(in);
        }
    }

    static Encoding detect(InputStream in) throws IOException {
        var buffer = new byte[CHUNK];
        int filled = in.readNBytes(buffer, 0, CHUNK);
        var wide = wide(buffer, filled);
        if (wide != null) {
            return wide;
        }
        int mark = startsWith(buffer, filled, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        var high = new HighBytes();
        long zeros = 0;
        long sequences = 0;
        long line = 1;
        int at = mark;
        boolean last = false;
        while (true) {
            while (at < filled) {
                byte b = buffer[at];
                if (b >= 0) {
                    zeros += b == 0 ? 1 : 0;
                    line += b == '\n' ? 1 : 0;
                    at++;
                    continue;
                }
                int length = Utf8.sequence(buffer, at, filled);
                if (length == Utf8.INCOMPLETE && !last) {
                    break;
                }
                if (length > 1) {
                    sequences++;
                    at += length;
                } else {
                    high.add(buffer, at, filled, line);
                    at++;
                }
            }
            if (last) {
                break;
            }
            int kept = filled - at;
            System.arraycopy(buffer, at, buffer, 0, kept);
            int read = in.readNBytes(buffer, kept, CHUNK - kept);
            filled = kept + read;
            at = 0;
            last = filled < CHUNK;
        }
        return new EncodingVerdict(high, sequences, mark).encoding().withZeroBytes(zeros);
    }

    /** The start of a text, whatever it is written in, to see what kind of text it is. */
    public static String start(byte[] head) {
        var wide = wide(head, head.length);
        return new String(head, wide == null ? StandardCharsets.UTF_8 : wide.charset())
                .replace("\uFEFF", "")
                .replace("\0", "");
    }

    private static @Nullable Encoding wide(byte[] bytes, int length) {
        if (startsWith(bytes, length, 0xFF, 0xFE, 0, 0)) {
            return new Encoding("UTF-32LE", 4, "byte order mark FF FE 00 00");
        }
        if (startsWith(bytes, length, 0, 0, 0xFE, 0xFF)) {
            return new Encoding("UTF-32BE", 4, "byte order mark 00 00 FE FF");
        }
        var quads = quads(bytes, length);
        if (quads != null) {
            return quads;
        }
        if (startsWith(bytes, length, 0xFF, 0xFE)) {
            return new Encoding("UTF-16LE", 2, "byte order mark FF FE");
        }
        if (startsWith(bytes, length, 0xFE, 0xFF)) {
            return new Encoding("UTF-16BE", 2, "byte order mark FE FF");
        }
        int even = 0;
        int odd = 0;
        int seen = Math.min(length, 4096) & ~1;
        for (int i = 0; i < seen; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (seen >= 8 && odd > seen * 0.35 && even == 0) {
            return new Encoding("UTF-16LE", 0, "every second byte is zero");
        }
        if (seen >= 8 && even > seen * 0.35 && odd == 0) {
            return new Encoding("UTF-16BE", 0, "every first byte of two is zero");
        }
        return null;
    }

    /** Four bytes a character, of which those of our alphabet have three that are zero. */
    private static @Nullable Encoding quads(byte[] bytes, int length) {
        int seen = Math.min(length, 4096) & ~3;
        int little = 0;
        int big = 0;
        for (int i = 0; i < seen; i += 4) {
            boolean middle = bytes[i + 1] == 0 && bytes[i + 2] == 0;
            little += middle && bytes[i] != 0 && bytes[i + 3] == 0 ? 1 : 0;
            big += middle && bytes[i] == 0 && bytes[i + 3] != 0 ? 1 : 0;
        }
        if (seen >= 16 && little * 4 > seen * 0.9) {
            return new Encoding("UTF-32LE", 0, "three of four bytes are zero");
        }
        if (seen >= 16 && big * 4 > seen * 0.9) {
            return new Encoding("UTF-32BE", 0, "three of four bytes are zero");
        }
        return null;
    }

    private static boolean startsWith(byte[] bytes, int length, int... expected) {
        if (length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
