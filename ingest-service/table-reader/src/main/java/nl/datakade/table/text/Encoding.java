package nl.datakade.table.text;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The characters a file is written in.
 *
 * @param name as registered with IANA, or {@code mixed} for UTF-8 with single bytes of windows-1252 among it
 * @param byteOrderMark length of the mark at the start, in bytes
 * @param evidence what in the bytes says so
 * @param zeroBytes how many bytes are zero where no character is: they are left out
 */
public record Encoding(String name, int byteOrderMark, String evidence, long zeroBytes) {

    public static final String MIXED = "mixed";

    Encoding(String name, int byteOrderMark, String evidence) {
        this(name, byteOrderMark, evidence, 0);
    }

    Encoding withZeroBytes(long count) {
        return new Encoding(name, byteOrderMark, evidence, count);
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
            "windows-1250",
            MIXED);

    /** As somebody laid it down, unless the bytes cannot be that. */
    public Encoding orLaidDown(@Nullable String laidDown) {
        if (laidDown == null || laidDown.equals(name)) {
            return this;
        }
        if (laidDown.equals("UTF-8") && !isUtf8()) {
            return new Encoding(
                    name, byteOrderMark, evidence + "; laid down as UTF-8, which the bytes are not", zeroBytes);
        }
        return new Encoding(laidDown, byteOrderMark, "laid down; by itself " + name + ": " + evidence, zeroBytes);
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
        return Charset.forName(isMixed() ? "windows-1252" : name);
    }
}
