package nl.datakade.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file from a {@code .options} file beside it. It names the delimiter only where that is unusual;
 * elsewhere it is the one that occurs most in the header. Where the label says UTF-8 and the bytes are not, or the
 * other way round, the bytes win. ISO-8859-1 stands for windows-1252 too, as it does on the web.
 *
 * @param charset as labelled; null where the label says UTF-8 or nothing
 * @param highBytes which bytes above 127 the file has
 */
record FileLabel(String delimiter, boolean utf8, @Nullable String charset, BitSet highBytes) {

    private static final List<String> WESTERN = List.of("ISO-8859-1", "windows-1252", "mixed");

    static @Nullable FileLabel of(Path file) throws IOException {
        var options = file.resolveSibling(file.getFileName() + ".options");
        if (!Files.exists(options)) {
            return null;
        }
        var words = Arrays.asList(Files.readString(options).strip().split("\\s+", -1));
        var bytes = Files.readAllBytes(file);
        int skip = Integer.parseInt(after(words, "--skip", "0"));
        var header = new String(bytes, StandardCharsets.ISO_8859_1)
                .lines()
                .skip(skip)
                .findFirst()
                .orElse("");
        var charset = after(words, "--charset", "UTF-8");
        return new FileLabel(
                after(words, "--delimiter", frequent(header)),
                isUtf8(bytes),
                charset.equalsIgnoreCase("UTF-8") ? null : charset,
                highBytes(bytes));
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

    private static BitSet highBytes(byte[] bytes) {
        var high = new BitSet();
        for (byte b : bytes) {
            if (b < 0) {
                high.set(b & 0xFF);
            }
        }
        return high;
    }

    /** In a table of one column any delimiter will do. */
    boolean agreesOnDelimiter(String read) {
        return delimiter.isEmpty() || delimiter.equals(read);
    }

    /** The same name, or one in which every byte that the file has is the same character. */
    boolean agreesOnEncoding(String read) {
        boolean readAsUtf8 = read.equals("UTF-8") || read.equals("US-ASCII");
        if (highBytes.isEmpty() || utf8 || charset == null) {
            return highBytes.isEmpty() || utf8 == readAsUtf8;
        }
        return !readAsUtf8 && (canonical(read).equals(canonical(charset)) || isSameText(canonical(read)));
    }

    private static String canonical(String name) {
        return WESTERN.stream().anyMatch(name::equalsIgnoreCase) ? "windows-1252" : name;
    }

    private boolean isSameText(String read) {
        if (!Charset.isSupported(read)) {
            return false; // an old encoding that Java has under another name, and no label names
        }
        var one = Charset.forName(read);
        var other = Charset.forName(canonical(String.valueOf(charset)));
        return highBytes.stream().allMatch(value -> {
            byte[] single = {(byte) value};
            return new String(single, one).equals(new String(single, other));
        });
    }
}
