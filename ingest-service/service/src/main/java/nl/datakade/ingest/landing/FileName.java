package nl.datakade.ingest.landing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/** The file's name in a Content-Disposition (RFC 6266, RFC 8187): for people to recognise it, never a path. */
public final class FileName {

    private static final int LONGEST = 200;

    /**
     * Control characters, ends of lines, characters that are none, and those that turn the direction of what follows: with
     * them a name looks like another one. What joins letters or emoji, or marks the direction of one word, stays.
     */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    private static final Pattern FOLDER = Pattern.compile("\\.*");

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
    public static @Nullable String plain(String path) {
        var last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        var printable = UNPRINTABLE.matcher(last).replaceAll("").strip();
        var name = end(printable).strip();
        return FOLDER.matcher(name).matches() ? null : name;
    }

    /** Its end tells more, for there the kind of file stands. Nothing that is read as one character is cut in two. */
    private static String end(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(name);
        var from = characters.following(name.length() - LONGEST - 1);
        return from == BreakIterator.DONE ? "" : name.substring(from);
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
