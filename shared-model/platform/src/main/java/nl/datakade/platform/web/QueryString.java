package nl.datakade.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/** The query of an address, read from the address itself, so that a form in the body is left alone. */
final class QueryString {

    private QueryString() {}

    /** How often each parameter is given, in the order of the address; for an address that is {@link #isEncoded}. */
    static Map<String, Integer> names(@Nullable String query) {
        var names = new LinkedHashMap<String, Integer>();
        for (var pair : pairs(query)) {
            var name = pair.split("=", 2)[0];
            if (!pair.isEmpty()) {
                names.merge(decode(name), 1, Integer::sum);
            }
        }
        return names;
    }

    /** Whether every percent starts a byte, and the bytes are UTF-8. */
    static boolean isEncoded(@Nullable String part) {
        if (part == null || part.indexOf('%') < 0) {
            return true;
        }
        try {
            // as ISO 8859-1 every byte becomes one character, so that none is lost before it is checked
            var bytes = UriUtils.decode(part, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return false;
        }
    }

    static String[] pairs(@Nullable String query) {
        return query == null ? new String[0] : StringUtils.delimitedListToStringArray(query, "&");
    }

    static String decode(String text) {
        return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
    }
}
