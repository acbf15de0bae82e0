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
 * files that one can open, in the same run: {@code DIR [--json FILE]}.
 */
public final class BenchTables {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One file's outcome. */
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
            List<String> findings,
            @Nullable String reason,
            @Nullable Boolean delimiterRight,
            @Nullable Boolean encodingRight,
            long bytes,
            double seconds,
            @Nullable Double duckdbSeconds) {

        static Line tookTooLong(String file, long bytes, long start) {
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
                    List.of(),
                    "took too long",
                    null,
                    null,
                    bytes,
                    seconds,
                    null);
        }

        boolean balanced() {
            return rowsIn == rowsOut + rejects;
        }
    }

    private final Path work;

    private BenchTables(Path work) {
        this.work = work;
    }

    static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("Give the folder of files to read: bench tables DIR [--json FILE]");
            System.exit(2);
        }
        var json = arguments.length > 2 && arguments[1].equals("--json") ? Path.of(arguments[2]) : null;
        run(Path.of(arguments[0]), json, System.out);
    }

    static void run(Path folder, @Nullable Path json, PrintStream out) throws IOException {
        var work = Files.createTempDirectory("datakade-bench");
        try {
            var bench = new BenchTables(work);
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
        if (finished.isEmpty()) {
            return Line.tookTooLong(folder.relativize(file).toString(), Files.size(file), start);
        }
        var reading = finished.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        var label = FileLabel.of(file);
        var dialect = reading.dialect();
        var encoding = reading.encoding();
        return new Line(
                folder.relativize(file).toString(),
                reading.outcome().name(),
                encoding == null ? null : encoding.name(),
                dialect == null ? null : dialect.delimiter(),
                dialect == null ? null : dialect.headerLine(),
                reading.tables().stream()
                        .mapToInt(table -> table.columns().size())
                        .sum(),
                reading.rowsIn(),
                reading.rows(),
                reading.rejectedRows(),
                reading.findings().stream()
                        .map(finding -> finding.code())
                        .distinct()
                        .toList(),
                reading.reason(),
                (label == null || dialect == null) ? null : label.agreesOnDelimiter(dialect.delimiter()),
                (label == null || encoding == null) ? null : label.agreesOnEncoding(encoding.name()),
                Files.size(file),
                seconds,
                PlainEngine.secondsToConvert(file, work.resolve("plain.parquet")));
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
                "opened %d of %d, unbalanced %d, delimiter right %d, encoding right %d, MB/s %.1f, ratio %.2f",
                opened,
                lines.size(),
                unbalanced,
                right(lines.stream().map(Line::delimiterRight)),
                right(lines.stream().map(Line::encodingRight)),
                bytes / 1e6 / seconds,
                ours == 0 ? 0 : theirs / ours);
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
