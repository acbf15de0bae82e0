package nl.datakade.table.text;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.table.row.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The characters a file is written in.
 *
 * @param name as registered with IANA, or {@code mixed} for UTF-8 with single bytes of windows-1252 among it
 * @param byteOrderMark length of the mark at the start, in bytes
 * @param evidence what in the bytes says so
 * @param zeroBytes how many bytes are zero where no character is: they are left out
 * @param high the bytes above 127 that are no UTF-8; null where there are none or nobody looked
 * @param rival another encoding that the bytes may as well be in, when that is not clear
 */
public record Encoding(
        String name,
        int byteOrderMark,
        String evidence,
        long zeroBytes,
        @Nullable HighBytes high,
        @Nullable String rival) {

    public static final String MIXED = "mixed";

    private static final String MACINTOSH = "macintosh";

    Encoding(String name, int byteOrderMark, String evidence) {
        this(name, byteOrderMark, evidence, 0, null, null);
    }

    Encoding withZeroBytes(long count) {
        return new Encoding(name, byteOrderMark, evidence, count, high, rival);
    }

    Encoding with(HighBytes seen, @Nullable String otherName) {
        return new Encoding(name, byteOrderMark, evidence, zeroBytes, seen, otherName);
    }

    /** What may be laid down. */
    public static final List<String> NAMES = List.of(
            "UTF-8",
            "UTF-16LE",
            "UTF-16BE",
            "UTF-32LE",
            "UTF-32BE",
            "windows-1252",
            "ISO-8859-1",
            "ISO-8859-15",
            "IBM850",
            "IBM437",
            MACINTOSH,
            "windows-1250",
            MIXED);

    /** As somebody laid it down, unless the bytes cannot be that. */
    public Encoding orLaidDown(@Nullable String laidDown) {
        if (laidDown == null) {
            return this;
        }
        if (laidDown.equals(name)) {
            return new Encoding(name, byteOrderMark, evidence, zeroBytes, high, null);
        }
        if (laidDown.equals("UTF-8") && !isUtf8()) {
            return new Encoding(
                    name,
                    byteOrderMark,
                    evidence + "; laid down as UTF-8, which the bytes are not",
                    zeroBytes,
                    high,
                    rival);
        }
        return new Encoding(
                laidDown, byteOrderMark, "laid down; by itself " + name + ": " + evidence, zeroBytes, high, null);
    }

    boolean isUtf8() {
        return name.equals("UTF-8") || name.equals("US-ASCII");
    }

    boolean isMixed() {
        return name.equals(MIXED);
    }

    boolean isWide() {
        return name.startsWith("UTF-16") || name.startsWith("UTF-32");
    }

    Charset charset() {
        return charset(name);
    }

    /** The old Macintosh's goes by another name in Java than with IANA. */
    static Charset charset(String name) {
        return switch (name) {
            case MIXED -> Charset.forName("windows-1252");
            case MACINTOSH -> Charset.forName("x-MacRoman");
            default -> Charset.forName(name);
        };
    }

    /** How many bytes are no character in it. */
    long undefined() {
        return high == null || isUtf8() || isWide() ? 0 : high.undefinedIn(charset());
    }

    /** What to report of a text whose bytes leave its characters open, before any cell of it is known. */
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        if (high == null) {
            return findings;
        }
        long undefined = undefined();
        if (undefined > 0) {
            findings.add(undefined(high.firstLine(), undefined));
        }
        if (rival != null) {
            findings.add(unsure(high.firstLine(), high.total()));
        }
        return findings;
    }

    Finding undefined(long line, long count) {
        return Finding.warning(
                        "UNDEFINED_BYTES",
                        line,
                        count + " bytes are no character in " + bytesIn() + "; fix the encoding if it is another one")
                .with(count, bytesIn());
    }

    /** What single bytes are read as. */
    private String bytesIn() {
        return isMixed() ? "windows-1252" : name;
    }

    Finding unsure(long line, long count) {
        return Finding.warning(
                        "ENCODING_UNSURE",
                        line,
                        count + " characters are read as " + name + " and are others in " + rival
                                + "; fix the encoding if they are wrong")
                .with(count, name, String.valueOf(rival));
    }
}
