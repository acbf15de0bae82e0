package nl.datakade.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** The file's name in a header: plain where that can be, and encoded after RFC 8187 where it holds more than ASCII. */
final class ContentDisposition {
    private static final String PLAIN = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    static String of(String fileName) {
        String ascii = fileName.replaceAll("[^\\x20-\\x7E]", "_").replaceAll("[\"\\\\%]", "_");
        String plain = "attachment; filename=\"" + ascii + "\"";
        return ascii.equals(fileName) ? plain : plain + "; filename*=UTF-8''" + encoded(fileName);
    }

    private static String encoded(String fileName) {
        var text = new StringBuilder();
        for (byte octet : fileName.getBytes(UTF_8)) {
            int c = octet & 0xFF;
            if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                text.append((char) c);
            } else {
                text.append(String.format(Locale.ROOT, "%%%02X", c));
            }
        }
        return text.toString();
    }
}
