package nl.datakade.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.datakade.table.parquet.ParquetFile;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.UnreadableFile;

/**
 * Writes the table in a file as plain CSV (RFC 4180, UTF-8) with the values as read, untyped: {@code FILE OUT.csv}; or
 * as they were understood, with {@code --typed}; or as the Parquet itself, when the output ends so. Of several tables
 * each goes to a file with its name in it; an empty file stays one.
 */
public final class ConvertFile {

    private static final String TYPED = "--typed";
    private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

    private ConvertFile() {}

    static void main(String[] arguments) throws Exception {
        var paths =
                Stream.of(arguments).filter(argument -> !argument.equals(TYPED)).toList();
        if (paths.size() != 2) {
            System.err.println("Give the file to read and the file to write: convert FILE OUT.csv [--typed]");
            System.exit(2);
        }
        var file = Path.of(paths.getFirst());
        var out = Path.of(paths.getLast());
        boolean typed = paths.size() < arguments.length || ConvertTyped.isParquet(out);
        try {
            var bound = ReadingTime.ofProgram(Files.size(file));
            if (ReadingTime.within(bound, () -> typed ? ConvertTyped.convert(file, out) : convert(file, out))
                    .isEmpty()) {
                System.err.println("reading this file took longer than " + bound.toSeconds() + " s; what was written"
                        + " so far is not whole");
                System.exit(1);
            }
        } catch (UnreadableFile unreadable) {
            System.err.println(unreadable.reason() + "; " + unreadable.remedy());
            System.exit(1);
        } catch (NoSuchFileException | AccessDeniedException unreachable) {
            System.err.println("no file can be read at " + unreachable.getMessage());
            System.exit(1);
        }
    }

    /** Returns the file that was written: of several tables, the first one's. */
    static Path convert(Path file, Path out) throws IOException {
        var scratch = Files.createTempDirectory("datakade-convert");
        try {
            var name = String.valueOf(file.getFileName());
            var detected = FormatDetector.detect(file);
            if (detected.format() == Format.EMPTY) {
                return Files.write(out, new byte[0]);
            }
            var opener = new Opener(scratch, Files.size(file), new ArrayList<>());
            var sources = opener.open(file, detected, name, "", Opener.claim(null, name));
            var first = out;
            var names = SqlNames.of(sources.stream().map(Source::label).toList(), "table");
            for (int i = 0; i < sources.size(); i++) {
                var target = sources.size() == 1 ? out : beside(out, names.get(i));
                first = i == 0 ? target : first;
                switch (sources.get(i)) {
                    case Source.Raw raw -> write(raw.table(), target);
                    case Source.Columnar parquet -> ParquetFile.toCsv(parquet.file(), target);
                }
            }
            return first;
        } finally {
            Folders.delete(scratch);
        }
    }

    /** The file for one of several tables: its name behind that of the file that was asked for. */
    static Path beside(Path out, String table) {
        var name = String.valueOf(out.getFileName());
        int dot = name.lastIndexOf('.');
        return out.resolveSibling(
                dot <= 0 ? name + "-" + table : name.substring(0, dot) + "-" + table + name.substring(dot));
    }

    private static void write(RawTable table, Path out) throws IOException {
        try (var rows = table.open();
                var writer = Files.newBufferedWriter(out)) {
            var empty = emptyColumns(table);
            var values = new ArrayList<>(table.columnLabels());
            if (values.stream().anyMatch(label -> !label.isBlank())) {
                drop(empty, values);
                line(writer, values);
            }
            int width = table.columnLabels().size();
            var cells = new Cells();
            while (rows.next(cells)) {
                values.clear();
                for (int i = 0; i < cells.size(); i++) {
                    values.add(cells.kind(i) == CellKind.ABSENT ? "" : cells.text(i));
                }
                while (values.size() < width) {
                    values.add("");
                }
                drop(empty, values);
                line(writer, values);
            }
        }
    }

    /** Columns with neither a name nor a value, which a table does not have either. */
    private static BitSet emptyColumns(RawTable table) throws IOException {
        var empty = new BitSet();
        for (int i = 0; i < table.columnLabels().size(); i++) {
            empty.set(i, table.columnLabels().get(i).isBlank());
        }
        try (var rows = table.open()) {
            var cells = new Cells();
            while (!empty.isEmpty() && rows.next(cells)) {
                for (int i = empty.nextSetBit(0); i >= 0 && i < cells.size(); i = empty.nextSetBit(i + 1)) {
                    empty.set(i, cells.text(i).isBlank());
                }
            }
        }
        return empty;
    }

    private static void drop(BitSet columns, List<String> values) {
        for (int i = columns.length() - 1; i >= 0; i = columns.previousSetBit(i - 1)) {
            if (i < values.size()) {
                values.remove(i);
            }
        }
    }

    private static void line(BufferedWriter writer, List<String> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            writer.write(i == 0 ? "" : ",");
            boolean quoted = SPECIAL.matcher(value).find() || (value.isEmpty() && values.size() == 1);
            writer.write(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
        }
        writer.write("\r\n");
    }
}
