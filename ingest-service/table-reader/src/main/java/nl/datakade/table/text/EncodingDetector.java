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

    /** In IBM850 one in so many high bytes may look like UTF-8 by chance; in the others a letter before a sign never does. */
    private static final int CHANCE = 100;

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
        var count = new HighBytes();
        int at = mark;
        boolean last = false;
        while (true) {
            while (at < filled) {
                if (buffer[at] >= 0) {
                    count.zeros += buffer[at] == 0 ? 1 : 0;
                    at++;
                    continue;
                }
                int length = Utf8.sequence(buffer, at, filled);
                if (length == Utf8.INCOMPLETE && !last) {
                    break;
                }
                if (length > 1) {
                    count.sequences++;
                    at += length;
                } else {
                    count.invalid(buffer, at, filled);
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
        return count.verdict(mark).withZeroBytes(count.zeros);
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

    /** What the bytes above 127 look like that are no UTF-8. */
    private static final class HighBytes {

        /** In IBM850 the accented letters of Dutch, French and German lie here. */
        private static final String LETTERS_850 =
                "\u0080\u0081\u0082\u0083\u0084\u0085\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u0090\u0093\u0094\u0095\u0096\u0097\u00a0\u00a1\u00a2\u00a3\u00a4";

        long zeros;
        long sequences;
        long invalid;
        long controls;
        long euroOf15;
        long letters1252;
        long letters850;

        void invalid(byte[] bytes, int at, int end) {
            invalid++;
            int value = bytes[at] & 0xFF;
            boolean vowel = value != 0xA0; // two of which may stand together; this is a blank elsewhere
            boolean afterLetter = at > 0
                    && (isLetter(bytes[at - 1])
                            || (vowel && at > 1 && bytes[at - 1] == bytes[at] && isLetter(bytes[at - 2])));
            boolean beforeLetter = at + 1 < end
                    && (isLetter(bytes[at + 1])
                            || (vowel && at + 2 < end && bytes[at + 1] == bytes[at] && isLetter(bytes[at + 2])));
            if (value >= 0x80 && value < 0xA0) {
                controls++;
            }
            if (value == 0xA4) {
                euroOf15++;
            }
            if (!afterLetter && !beforeLetter) {
                return;
            }
            if ((value >= 0xC0 && value != 0xD7 && value != 0xF7) || value == 0x92) {
                letters1252++;
            } else if (LETTERS_850.indexOf(value) >= 0
                    && afterLetter
                    && (beforeLetter || (value < 0xA0 && value != 0x93 && value != 0x94))) {
                letters850++;
            }
        }

        private static boolean isLetter(byte b) {
            return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
        }

        Encoding verdict(int mark) {
            if (invalid == 0) {
                return sequences == 0 && mark == 0
                        ? new Encoding("US-ASCII", 0, "no byte above 127")
                        : new Encoding(
                                "UTF-8",
                                mark,
                                (mark > 0 ? "byte order mark; " : "") + sequences + " sequences, all valid UTF-8");
            }
            if (letters850 > 2 * letters1252 && sequences * CHANCE <= invalid) {
                return new Encoding("IBM850", mark, letters850 + " accented letters where IBM850 has them");
            }
            if (sequences > 0) {
                return new Encoding(
                        Encoding.MIXED,
                        mark,
                        sequences + " valid UTF-8 sequences and " + invalid + " single bytes read as windows-1252");
            }
            if (controls > 0) {
                return new Encoding(
                        "windows-1252", mark, invalid + " bytes are no UTF-8, " + controls + " of them in 80-9F");
            }
            if (euroOf15 > 0) {
                return new Encoding("ISO-8859-15", mark, invalid + " bytes are no UTF-8, " + euroOf15 + " of them A4");
            }
            return new Encoding("ISO-8859-1", mark, invalid + " bytes are no UTF-8, none of them in 80-9F");
        }
    }
}
