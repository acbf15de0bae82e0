package nl.datakade.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nl.datakade.table.parquet.PlainEngine;

/**
 * Writes one large file as a municipality would have it, reads it as a delivery is read, and says how long that took and
 * how much memory this process ever held: {@code GIB [FOLDER]}.
 */
public final class BenchLarge {

    private static final String[] PLACES = {"Binckhorst", "Bezuidenhout", "Loosduinen", "Scheveningen", "Ypenburg"};
    private static final long MEBIBYTE = 1 << 20;

    private BenchLarge() {}

    static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("Give the size in GiB: bench large GIB [FOLDER]");
            System.exit(2);
        }
        var parent = arguments.length > 1 ? Path.of(arguments[1]) : Path.of(System.getProperty("java.io.tmpdir"));
        var folder = Files.createTempDirectory(parent, "datakade-large");
        try {
            measure(folder, (long) (Double.parseDouble(arguments[0]) * 1024 * MEBIBYTE));
        } finally {
            Folders.delete(folder);
        }
    }

    private static void measure(Path folder, long bytes) throws IOException {
        var file = folder.resolve("large.csv");
        long rows = write(file, bytes);
        long start = System.nanoTime();
        var reading = TableReader.read(
                file,
                "text/csv",
                "large.csv",
                Files.createDirectory(folder.resolve("tables")),
                ReadOptions.named("large"));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d bytes, %d rows written, %d read, %d rejected, in %.0f s, MB/s %.1f, resident at most %d MiB with a heap of %d%n",
                Files.size(file),
                rows,
                reading.rows(),
                reading.rejectedRows(),
                seconds,
                Files.size(file) / 1e6 / seconds,
                peakResident() / MEBIBYTE,
                Runtime.getRuntime().maxMemory() / MEBIBYTE);
        var plain = PlainEngine.secondsToConvert(file, folder.resolve("plain.parquet"));
        System.out.printf(
                Locale.ROOT,
                "DuckDB's own reader: %s, ratio %s%n",
                plain == null ? "cannot" : String.format(Locale.ROOT, "%.0f s", plain),
                plain == null ? "unknown" : String.format(Locale.ROOT, "%.2f", plain / seconds));
    }

    /** Numbers, dates, identifiers, places and words in Dutch notation; the same at every run. */
    private static long write(Path file, long bytes) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_260_101L);
        long rows = 0;
        long written = 0;
        var line = new StringBuilder();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write("telpunt;datum;uur;fietsers;bromfietsers;snelheid;rd_x;rd_y;wijk;opmerking\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            while (written < bytes) {
                line.setLength(0);
                for (int i = 0; i < 1000; i++) {
                    row(line, random);
                }
                var text = line.toString().getBytes(StandardCharsets.UTF_8);
                out.write(text);
                written += text.length;
                rows += 1000;
            }
        }
        return rows;
    }

    private static void row(StringBuilder line, RandomGenerator random) {
        two(line.append("0").append(100 + random.nextInt(900)).append("A;"), 1 + random.nextInt(28));
        two(line.append('-'), 1 + random.nextInt(12));
        two(line.append("-20").append(10 + random.nextInt(15)).append(';'), random.nextInt(24));
        line.append(":00;").append(random.nextInt(3)).append('.').append(100 + random.nextInt(900));
        line.append(';')
                .append(random.nextInt(50))
                .append(';')
                .append(random.nextInt(40))
                .append(',');
        line.append(random.nextInt(10))
                .append(';')
                .append(70_000 + random.nextInt(20_000))
                .append(',');
        two(line, random.nextInt(100));
        line.append(';').append(445_000 + random.nextInt(20_000)).append(',');
        two(line, random.nextInt(100));
        line.append(';').append(PLACES[random.nextInt(PLACES.length)]).append(';');
        line.append(random.nextInt(20) == 0 ? "\"storing; geteld met de hand, één uur\"\r\n" : "\r\n");
    }

    private static void two(StringBuilder line, int number) {
        line.append(number < 10 ? "0" : "").append(number);
    }

    private static long peakResident() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(0);
    }
}
