package nl.datakade.ingest.table.text;

import java.nio.charset.Charset;

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

    boolean isUtf8() {
        return name.equals("UTF-8") || name.equals("US-ASCII");
    }

    boolean isMixed() {
        return name.equals(MIXED);
    }

    boolean isWide() {
        return name.startsWith("UTF-16");
    }

    Charset charset() {
        return Charset.forName(isMixed() ? "windows-1252" : name);
    }
}
