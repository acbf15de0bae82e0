package nl.datakade.ingest.landing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/** The file's name in a Content-Disposition (RFC 6266, RFC 8187): for people to recognise it, never a path. */
public final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    static @Nullable String in(@Nullable String contentDisposition) {
        if (contentDisposition == null || contentDisposition.isBlank()) {
            return null;
        }
        try {
            var name = ContentDisposition.parse(utf8(contentDisposition)).getFilename();
            return name == null ? null : plain(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Without folders and what cannot be printed; none when nothing is left. */
    public static @Nullable String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var printable = last.replaceAll("\\p{Cntrl}", "").strip();
        var end = Math.max(0, printable.length() - LONGEST);
        return printable.isEmpty() ? null : printable.substring(end);
    }

    /** Many clients write UTF-8 into a field that the server reads as Latin-1. */
    private static String utf8(String field) {
        try {
            var bytes = ByteBuffer.wrap(field.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return field;
        }
    }
}
