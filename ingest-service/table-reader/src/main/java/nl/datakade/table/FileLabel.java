package nl.datakade.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file from a {@code .options} file beside it. It names the delimiter only where that is unusual;
 * elsewhere it is the one that occurs most in the header. Where the label says UTF-8 and the bytes are not, or the
 * other way round, the bytes win.
 */
record FileLabel(String delimiter, boolean utf8, boolean plain) {

    static @Nullable FileLabel of(Path file) throws IOException {
        var options = file.resolveSibling(file.getFileName() + ".options");
        if (!Files.exists(options)) {
            return null;
        }
        var words = Arrays.asList(Files.readString(options).strip().split("\\s+", -1));
        var bytes = Files.readAllBytes(file);
        boolean valid = isUtf8(bytes);
        int skip = Integer.parseInt(after(words, "--skip", "0"));
        var header = new String(bytes, StandardCharsets.ISO_8859_1)
                .lines()
                .skip(skip)
                .findFirst()
                .orElse("");
        return new FileLabel(after(words, "--delimiter", frequent(header)), valid, isPlain(bytes));
    }

    private static String after(List<String> words, String option, String otherwise) {
        int at = words.indexOf(option);
        return at < 0 || at + 1 >= words.size() ? otherwise : words.get(at + 1);
    }

    private static String frequent(String header) {
        var best = ",";
        long most = 0;
        for (var delimiter : List.of(";", ",", "\t", "|")) {
            long count = header.chars().filter(c -> c == delimiter.charAt(0)).count();
            if (count > most) {
                most = count;
                best = delimiter;
            }
        }
        return most == 0 ? "" : best;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }

    private static boolean isPlain(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** In a table of one column any delimiter will do. */
    boolean agreesOnDelimiter(String read) {
        return delimiter.isEmpty() || delimiter.equals(read);
    }

    boolean agreesOnEncoding(String read) {
        boolean readAsUtf8 = read.equals("UTF-8") || read.equals("US-ASCII");
        return plain || utf8 == readAsUtf8;
    }
}
