package nl.datakade.ingest.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.ingest.table.Reading.DialectRead;
import nl.datakade.ingest.table.Reading.EncodingRead;
import nl.datakade.ingest.table.Reading.Outcome;
import nl.datakade.ingest.table.excel.Workbook;
import nl.datakade.ingest.table.json.JsonTable;
import nl.datakade.ingest.table.row.Finding;
import nl.datakade.ingest.table.row.RawTable;
import nl.datakade.ingest.table.row.UnreadableFile;
import nl.datakade.ingest.table.text.CsvTable;
import nl.datakade.ingest.table.text.Encoding;
import nl.datakade.ingest.table.text.EncodingDetector;
import org.jspecify.annotations.Nullable;

/** Reads a file a department sent into tables, or says precisely why that cannot be. */
public final class TableReader {

    private final Path file;
    private final @Nullable String declared;
    private final @Nullable String fileName;
    private final Path folder;
    private final ReadOptions options;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Reading.Table> tables = new ArrayList<>();
    private @Nullable EncodingRead encoding;
    private @Nullable DialectRead dialect;

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
        try (var rejects = new Rejects(folder)) {
            var writer = new TableWriter(folder, options, rejects, findings);
            switch (detected.format()) {
                case CSV -> csv(writer);
                case JSON -> add(writer, JsonTable.document(file, encoding()), onlyName());
                case NDJSON -> add(writer, JsonTable.lines(file, encoding()), onlyName());
                case GEOJSON -> add(writer, JsonTable.features(file, encoding()), onlyName());
                case XLSX -> addAll(writer, Workbook.tables(file));
                case PARQUET -> parquet();
                case EMPTY ->
                    throw new UnreadableFile(
                            "EMPTY_FILE", "the file is empty", "send the file again, with its contents");
                case HTML ->
                    throw new UnreadableFile(
                            "HTML_PAGE",
                            claim() + "is an HTML page " + detected.evidence(),
                            "download the data itself, not the page that links to it or asks to sign in");
                case PDF, IMAGE, DOCUMENT -> {
                    return nonTabular(detected);
                }
                default ->
                    throw new UnreadableFile(
                            "FORMAT_NOT_READ",
                            claim() + "is " + detected.format().words() + ", which is not read into tables",
                            "send the same data as CSV, Excel, JSON, GeoJSON or Parquet");
            }
            return new Reading(
                    Outcome.READ,
                    detected.format().name(),
                    detected.evidence(),
                    encoding,
                    dialect,
                    null,
                    null,
                    tables,
                    findings);
        } catch (UnreadableFile unreadable) {
            return unreadable(detected, unreadable);
        }
    }

    private void csv(TableWriter writer) throws IOException {
        var table = CsvTable.of(file, encoding());
        if (table.columnLabels().isEmpty()) {
            throw new UnreadableFile(
                    "EMPTY_FILE", "the file holds nothing but blank lines", "send it again, with its contents");
        }
        var quote = table.dialect().quote();
        dialect = new DialectRead(
                String.valueOf(table.dialect().delimiter()),
                quote == 0 ? "" : String.valueOf(quote),
                table.headerLine() == 0 ? null : table.headerLine());
        add(writer, table, onlyName());
    }

    private Encoding encoding() throws IOException {
        var detected = EncodingDetector.detect(file);
        encoding = new EncodingRead(detected.name(), detected.evidence());
        return detected;
    }

    private void parquet() throws IOException {
        var name = onlyName();
        tables.add(new ParquetCopy(folder, options).copy(file, name));
    }

    /** Several tables are called as the file calls them, a single one as the caller does. */
    private void addAll(TableWriter writer, List<RawTable> several) throws IOException {
        if (several.isEmpty()) {
            throw new UnreadableFile("NO_TABLE", "no sheet holds any cells", "send the file with its data");
        }
        var names = SqlNames.of(several.stream().map(RawTable::label).toList(), "table");
        for (int i = 0; i < several.size(); i++) {
            add(writer, several.get(i), several.size() == 1 ? onlyName() : names.get(i));
        }
    }

    private void add(TableWriter writer, RawTable table, String name) throws IOException {
        var written = writer.write(table, name);
        tables.add(written);
        if (written.rowsIn() == 0) {
            findings.add(Finding.warning("NO_ROWS", null, "the table has a header but no rows")
                    .of(name, null));
        }
    }

    private String onlyName() {
        if (options.tableName() != null) {
            return SqlNames.of(options.tableName(), "table");
        }
        var base = fileName == null ? "" : fileName.replaceAll("^.*[/\\\\]", "").replaceAll("\\.[A-Za-z0-9]{1,8}$", "");
        return SqlNames.of(base, "table_1");
    }

    private Reading nonTabular(FormatDetector.Detected detected) throws IOException {
        if (claimsTable()) {
            throw new UnreadableFile(
                    "NOT_WHAT_IT_CLAIMS",
                    claim() + "is " + detected.format().words(),
                    "send the data itself as CSV, Excel, JSON, GeoJSON or Parquet");
        }
        return new Reading(
                Outcome.NOT_TABULAR,
                detected.format().name(),
                detected.evidence(),
                null,
                null,
                "the file is " + detected.format().words() + ", which holds no table",
                "nothing to do; to have its data queried, send that as CSV, Excel, JSON, GeoJSON or Parquet",
                List.of(),
                List.of());
    }

    private Reading unreadable(FormatDetector.Detected detected, UnreadableFile why) {
        findings.add(new Finding(
                why.code(), Finding.Severity.BLOCKING, null, null, null, why.reason() + "; " + why.remedy()));
        return new Reading(
                Outcome.UNREADABLE,
                detected.format().name(),
                detected.evidence(),
                encoding,
                dialect,
                why.reason(),
                why.remedy(),
                List.of(),
                findings);
    }

    private boolean claimsTable() {
        return (declared != null
                        && declared.matches(
                                "(?i)(text/(csv|tab-separated-values).*|application/(json|geo\\+json|vnd\\.ms-excel|vnd\\.openxml.*sheet).*)"))
                || (fileName != null && fileName.matches("(?i).*\\.(csv|tsv|json|geojson|xlsx?|parquet)"));
    }

    private String claim() {
        if ((declared != null && declared.toLowerCase(java.util.Locale.ROOT).startsWith("text/csv"))
                || (fileName != null
                        && fileName.toLowerCase(java.util.Locale.ROOT).endsWith(".csv"))) {
            return "claims to be CSV but ";
        }
        return "the file ";
    }
}
