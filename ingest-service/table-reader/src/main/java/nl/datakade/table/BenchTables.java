package nl.datakade.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.datakade.table.parquet.PlainEngine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a folder of files, says of each how it went, and compares the speed with that of DuckDB's own reader on the
 * files that one can open, in the same run: {@code DIR [--json FILE] [--labels FILE]}.
 */
public final class BenchTables {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A column as it was read. */
    record ColumnRead(
            String name,
            String label,
            String type,
            @Nullable String notation) {}

    /**
     * One file's outcome.
     *
     * @param lines of a text file, counted by its bytes alone
     * @param accountedLines how many the reader knows what they are of; null where a file is no single text
     */
    record Line(
            String file,
            String outcome,
            @Nullable String encoding,
            @Nullable String delimiter,
            @Nullable Long headerLine,
            int columns,
            long rowsIn,
            long rowsOut,
            long rejects,
            @Nullable Long lines,
            @Nullable Long accountedLines,
            List<ColumnRead> columnsRead,
            List<String> findings,
            @Nullable String reason,
            @Nullable Boolean delimiterRight,
            @Nullable Boolean encodingRight,
            int labelled,
            long typedRight,
            long bytes,
            double seconds,
            @Nullable Double duckdbSeconds) {

        static Line tookTooLong(String file, int labelled, long bytes, long start) {
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Line(
                    file,
                    "TOOK_TOO_LONG",
                    null,
                    null,
                    null,
                    0,
                    0,
                    0,
                    0,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    "took too long",
                    null,
                    null,
                    labelled,
                    0,
                    bytes,
                    seconds,
                    null);
        }

        boolean balanced() {
            return rowsIn == rowsOut + rejects && (accountedLines == null || accountedLines.equals(lines));
        }
    }

    private final Path work;
    private final ColumnLabels labels;

    private BenchTables(Path work, ColumnLabels labels) {
        this.work = work;
        this.labels = labels;
    }

    static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("Give the folder of files to read: bench tables DIR [--json FILE] [--labels FILE]");
            System.exit(2);
        }
        run(Path.of(arguments[0]), option(arguments, "--json"), option(arguments, "--labels"), System.out);
    }

    private static @Nullable Path option(String[] arguments, String name) {
        int at = List.of(arguments).indexOf(name);
        return at < 1 || at + 1 >= arguments.length ? null : Path.of(arguments[at + 1]);
    }

    static void run(Path folder, @Nullable Path json, @Nullable Path labels, PrintStream out) throws IOException {
        var work = Files.createTempDirectory("datakade-bench");
        try {
            var bench = new BenchTables(work, ColumnLabels.of(labels));
            var files = files(folder);
            bench.warmUp(files);
            var lines = new ArrayList<Line>();
            for (var file : files) {
                var line = bench.measure(folder, file);
                out.println(words(line));
                lines.add(line);
            }
            if (json != null) {
                write(lines, json);
            }
            out.println(total(lines));
        } finally {
            Folders.delete(work);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".options"))
                    .filter(file -> !file.toString().endsWith(".columns.csv"))
                    .sorted()
                    .toList();
        }
    }

    /** Both readers do their first files slowly; neither is judged on that. */
    private void warmUp(List<Path> files) throws IOException {
        for (var file : files.subList(0, Math.min(30, files.size()))) {
            read(file);
            PlainEngine.secondsToConvert(file, work.resolve("plain.parquet"));
        }
    }

    private Reading read(Path file) throws IOException {
        var folder = Files.createTempDirectory(work, "tables");
        try {
            return TableReader.read(file, null, String.valueOf(file.getFileName()), folder, ReadOptions.named("table"));
        } finally {
            Folders.delete(folder);
        }
    }

    private Optional<Reading> readWithin(Path file) throws IOException {
        try {
            return ReadingTime.within(ReadingTime.ofProgram(Files.size(file)), () -> read(file));
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Line measure(Path folder, Path file) throws IOException {
        long start = System.nanoTime();
        var finished = readWithin(file);
        var name = folder.relativize(file).toString();
        var judged = labels.of(file, name);
        if (finished.isEmpty()) {
            return Line.tookTooLong(name, judged.size(), Files.size(file), start);
        }
        var reading = finished.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        var label = FileLabel.of(file);
        var dialect = reading.dialect();
        var encoding = reading.encoding();
        var columns = reading.tables().stream()
                .flatMap(table -> table.columns().stream())
                .toList();
        var accounted = accountedLines(reading);
        return new Line(
                name,
                reading.outcome().name(),
                encoding == null ? null : encoding.name(),
                dialect == null ? null : dialect.delimiter(),
                dialect == null ? null : dialect.headerLine(),
                columns.size(),
                reading.rowsIn(),
                reading.rows(),
                reading.rejectedRows(),
                accounted == null ? null : (Long) FileLines.count(file),
                accounted,
                columns.stream()
                        .map(column -> new ColumnRead(column.name(), column.label(), column.type(), column.format()))
                        .toList(),
                reading.findings().stream()
                        .map(finding -> finding.code())
                        .distinct()
                        .toList(),
                reading.reason(),
                (label == null || dialect == null) ? null : label.agreesOnDelimiter(dialect.delimiter()),
                (label == null || encoding == null) ? null : label.agreesOnEncoding(encoding.name()),
                judged.size(),
                ColumnLabels.right(judged, columns),
                Files.size(file),
                seconds,
                PlainEngine.secondsToConvert(file, work.resolve("plain.parquet")));
    }

    /** The sum of the account, not its own count of lines; null unless the file is one text. */
    private static @Nullable Long accountedLines(Reading reading) {
        var lines = reading.tables().size() == 1 && reading.format().equals(Format.CSV.name())
                ? reading.tables().getFirst().lines()
                : null;
        return lines == null ? null : (Long) lines.accounted();
    }

    private static String words(Line line) {
        return String.format(
                Locale.ROOT,
                "%s %s %s %s header %s, %d columns, %d rows in, %d out, %d rejected, %.3f s%s",
                line.file(),
                line.outcome(),
                line.encoding(),
                line.delimiter(),
                line.headerLine(),
                line.columns(),
                line.rowsIn(),
                line.rowsOut(),
                line.rejects(),
                line.seconds(),
                line.reason() == null ? "" : ": " + line.reason());
    }

    private static String total(List<Line> lines) {
        long opened =
                lines.stream().filter(line -> line.outcome().equals("READ")).count();
        long unbalanced = lines.stream().filter(line -> !line.balanced()).count();
        double bytes = lines.stream().mapToLong(Line::bytes).sum();
        double seconds = lines.stream().mapToDouble(Line::seconds).sum();
        double ours = 0;
        double theirs = 0;
        for (var line : lines) {
            var plain = line.duckdbSeconds();
            ours += plain == null ? 0 : line.seconds();
            theirs += plain == null ? 0 : plain;
        }
        return String.format(
                Locale.ROOT,
                "opened %d of %d, unbalanced %d, delimiter right %d, encoding right %d, MB/s %.1f, ratio %.2f, typed right %d of %d",
                opened,
                lines.size(),
                unbalanced,
                right(lines.stream().map(Line::delimiterRight)),
                right(lines.stream().map(Line::encodingRight)),
                bytes / 1e6 / seconds,
                ours == 0 ? 0 : theirs / ours,
                lines.stream().mapToLong(Line::typedRight).sum(),
                lines.stream().mapToInt(Line::labelled).sum());
    }

    private static long right(Stream<@Nullable Boolean> judged) {
        return judged.filter(judgement -> judgement != null && judgement).count();
    }

    private static void write(List<Line> lines, Path json) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(json)) {
            for (var line : lines) {
                writer.write(JSON.writeValueAsString(line));
                writer.newLine();
            }
        }
    }
}
