package nl.datakade.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.datakade.table.Reading.Outcome;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.UnreadableFile;
import org.jspecify.annotations.Nullable;

/** Reads a file a department sent into tables, or says precisely why that cannot be. */
public final class TableReader {

    private static final String TABULAR_NAME =
            "(?i).*\\.(csv|tsv|json|ndjson|geojson|xlsx?|ods|parquet|avro|gpkg|gml|kml|xml)";
    private static final String TABULAR_TYPE =
            "(?i)(text/(csv|tab-separated-values)|application/(json|geo\\+json|vnd\\.ms-excel|vnd\\.openxml.*sheet)).*";

    private final Path file;
    private final @Nullable String declared;
    private final @Nullable String fileName;
    private final Path folder;
    private final ReadOptions options;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Reading.Table> tables = new ArrayList<>();
    private final Map<String, Map<String, String>> sketches = new LinkedHashMap<>();

    private TableReader(
            Path file, @Nullable String declared, @Nullable String fileName, Path folder, ReadOptions options) {
        this.file = file;
        this.declared = declared;
        this.fileName = fileName;
        this.folder = folder;
        this.options = options;
    }

    /**
     * Reads a file. What the file holds never makes this fail: the outcome says so. Only trouble with the disk does.
     *
     * @param declaredMediaType what the sender says it is
     * @param fileName what the sender calls it
     * @param outputFolder exists; receives Parquet files and rejected rows
     */
    public static Reading read(
            Path rawFile,
            @Nullable String declaredMediaType,
            @Nullable String fileName,
            Path outputFolder,
            ReadOptions options)
            throws IOException {
        return new TableReader(rawFile, declaredMediaType, fileName, outputFolder, options).read();
    }

    private Reading read() throws IOException {
        var detected = FormatDetector.detect(file);
        var scratch = folder.resolve("unpacked");
        var opener = new Opener(scratch, Files.size(file), options.instructions(), findings);
        try (var rejects = new Rejects(folder)) {
            if (detected.format().isNonTabular() && !claimsTable()) {
                return nonTabular(detected);
            }
            var claim = Opener.claim(declared, fileName);
            var name = fileName == null ? "" : fileName;
            write(open(opener, detected, name, claim), rejects);
            findings.addAll(Contract.absent(options.instructions(), tables));
            return reading(Outcome.READ, detected, opener, null, null);
        } catch (UnreadableFile why) {
            findings.add(new Finding(
                    why.code(), Finding.Severity.BLOCKING, null, null, null, why.reason() + "; " + why.remedy()));
            tables.clear();
            sketches.clear();
            return reading(Outcome.UNREADABLE, detected, opener, why.reason(), why.remedy());
        } finally {
            Folders.delete(scratch);
        }
    }

    private List<Source> open(Opener opener, FormatDetector.Detected detected, String name, String claim)
            throws IOException {
        try {
            return opener.open(file, detected, name, "", claim);
        } catch (UncheckedIOException disk) {
            throw new IOException(disk);
        } catch (RuntimeException | StackOverflowError fault) {
            throw failed(
                    fault, "the start of the file, read as " + detected.format().words());
        }
    }

    /** Several tables are called as the file calls them, a single one as the caller does. */
    private void write(List<Source> sources, Rejects rejects) throws IOException {
        var writer = new TableWriter(folder, options, rejects, findings, sketches);
        var names = SqlNames.of(sources.stream().map(Source::label).toList(), "table");
        for (int i = 0; i < sources.size(); i++) {
            var name = sources.size() == 1 ? onlyName() : names.get(i);
            var table = switch (sources.get(i)) {
                case Source.Raw raw -> write(writer, raw.table(), name);
                case Source.Columnar parquet -> new ParquetCopy(folder, options).copy(parquet.file(), name);
            };
            tellPlaces(table);
            tables.add(table.described(options.descriptions().getOrDefault(name, Map.of())));
            if (table.rowsIn() == 0) {
                findings.add(Finding.warning("NO_ROWS", null, "the table has a header but no rows")
                        .of(name, null));
            }
        }
    }

    /** A fault of the reader is one every time: it is an outcome with its place, not a reason to try again. */
    private static Reading.Table write(TableWriter writer, RawTable raw, String name) throws IOException {
        var watched = new WatchedTable(raw);
        try {
            return writer.write(watched, name);
        } catch (UncheckedIOException disk) {
            throw new IOException(disk);
        } catch (RuntimeException | StackOverflowError fault) {
            throw failed(fault, "table " + name + ", near line " + watched.line());
        }
    }

    private static UnreadableFile failed(Throwable fault, String where) {
        var at = Stream.of(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("nl.datakade."))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
        return new UnreadableFile(
                "READER_FAILED",
                "the reader itself failed in " + where + " (" + fault.getClass().getSimpleName() + at + ")",
                "report it to those who run the platform; the file may be in order");
    }

    private void tellPlaces(Reading.Table table) {
        for (var column : table.columns()) {
            var place = column.geometry();
            if (place != null && place.maximumError() != null && place.role().equals("longitude")) {
                findings.add(Finding.info(
                                "COMPUTED_FROM_RD",
                                null,
                                "longitude and latitude are computed from RD by RDNAPTRANS with the correction grid of 2008 (without it at sea), at most "
                                        + place.maximumError() + " m off RDNAPTRANS2018")
                        .with(place.maximumError())
                        .of(table.name(), column.name()));
            }
        }
    }

    private String onlyName() {
        if (options.tableName() != null) {
            return SqlNames.of(options.tableName(), "table_1");
        }
        var base = fileName == null ? "" : fileName.replaceAll("^.*[/\\\\]", "").replaceAll("\\.[A-Za-z0-9]{1,8}$", "");
        return SqlNames.of(base, "table_1");
    }

    private Reading nonTabular(FormatDetector.Detected detected) {
        return new Reading(
                Outcome.NOT_TABULAR,
                detected.format().name(),
                detected.evidence(),
                null,
                null,
                "the file is " + detected.format().words() + ", which holds no table",
                "nothing to do; to have its data queried, send that as CSV, Excel, JSON, GeoJSON or Parquet",
                List.of(),
                List.of(),
                Map.of(),
                options.instructions());
    }

    private Reading reading(
            Outcome outcome,
            FormatDetector.Detected detected,
            Opener opener,
            @Nullable String reason,
            @Nullable String remedy) {
        return new Reading(
                outcome,
                detected.format().name(),
                detected.evidence(),
                opener.encoding(),
                opener.dialect(),
                reason,
                remedy,
                tables,
                findings,
                sketches,
                options.instructions());
    }

    private boolean claimsTable() {
        return (declared != null && declared.matches(TABULAR_TYPE))
                || (fileName != null && fileName.matches(TABULAR_NAME));
    }
}
