package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever table is written in whatever dialect and encoding: it reads back equal. The seeds are fixed. */
class WrittenTextTests {

    private static final List<String> ENCODINGS =
            List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1", "ISO-8859-15", "IBM850", "US-ASCII");
    private static final List<String> ENDS = List.of("\n", "\r\n", "\r");
    private static final String DELIMITERS = ";,\t|^~";
    private static final String LETTERS = "abcdefgh klmnoprstuvw";
    private static final String SPECIAL = ";,\t|'\"\n.-/";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** How a table is written. */
    private record Manner(String encoding, String delimiter, String end, boolean everything) {

        static Manner any(Random random) {
            return new Manner(
                    ENCODINGS.get(random.nextInt(ENCODINGS.size())),
                    String.valueOf(DELIMITERS.charAt(random.nextInt(DELIMITERS.length()))),
                    ENDS.get(random.nextInt(ENDS.size())),
                    random.nextBoolean());
        }

        byte[] write(List<List<String>> table) {
            var text = table.stream()
                    .map(row -> row.stream()
                                    .map(cell -> cell(cell, delimiter, everything))
                                    .collect(Collectors.joining(delimiter))
                            + end)
                    .collect(Collectors.joining());
            return (encoding.startsWith("UTF-16") ? "\uFEFF" + text : text).getBytes(Charset.forName(encoding));
        }
    }

    @Test
    void whatIsWrittenReadsBackEqual() throws IOException {
        for (int seed = 0; seed < 220; seed++) {
            var random = new Random(seed);
            var manner = Manner.any(random);
            var table = table(random, manner.encoding());
            if (!read(table, manner).equals(table)) {
                var smallest = smallest(table, manner);
                assertThat(read(smallest, manner))
                        .as("seed %d: %s, the smallest table for which it fails", seed, manner)
                        .isEqualTo(smallest);
            }
        }
    }

    private List<List<String>> read(List<List<String>> table, Manner manner) throws IOException {
        var file = Files.write(folder.resolve("written.csv"), manner.write(table));
        var out = folder.resolve("read.csv");
        ConvertFile.convert(file, out);
        return PlainCsv.read(Files.readString(out));
    }

    /** The table without the rows that it fails without, too; the header stays. */
    private List<List<String>> smallest(List<List<String>> failing, Manner manner) throws IOException {
        var table = new ArrayList<>(failing);
        for (int row = table.size() - 1; row > 0; row--) {
            var without = new ArrayList<>(table);
            without.remove(row);
            if (!read(without, manner).equals(without)) {
                table = without;
            }
        }
        return table;
    }

    /** Columns of words, amounts, days and counts; of accents only what the encoding has. */
    private static List<List<String>> table(Random random, String encoding) {
        var accents = encoding.equals("US-ASCII") ? "" : "éëïöüèçà";
        var table = new ArrayList<List<String>>();
        table.add(List.of("naam", "aantal", "dag", "opmerking", "bedrag"));
        int rows = 8 + random.nextInt(30);
        for (int i = 0; i < rows; i++) {
            table.add(List.of(
                    "n" + word(random, LETTERS + accents),
                    Integer.toString(random.nextInt(5000)),
                    "%02d-%02d-2023".formatted(1 + random.nextInt(28), 1 + random.nextInt(12)),
                    random.nextInt(3) == 0 ? "" : "o" + word(random, LETTERS + accents + SPECIAL) + "e",
                    "%d,%02d".formatted(random.nextInt(900), random.nextInt(100))));
        }
        return table;
    }

    private static String word(Random random, String alphabet) {
        var word = new StringBuilder();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString().strip().replace(" ", "_");
    }

    private static String cell(String value, String delimiter, boolean everything) {
        boolean special =
                value.contains(delimiter) || value.contains("\"") || value.contains("\n") || value.contains("'");
        return everything || special ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
