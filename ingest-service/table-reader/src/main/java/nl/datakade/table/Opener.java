package nl.datakade.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.datakade.table.Reading.DialectRead;
import nl.datakade.table.Reading.EncodingRead;
import nl.datakade.table.avro.AvroTable;
import nl.datakade.table.container.Archive;
import nl.datakade.table.container.Budget;
import nl.datakade.table.excel.Workbook;
import nl.datakade.table.geopackage.GeoPackage;
import nl.datakade.table.json.JsonTable;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.UnreadableFile;
import nl.datakade.table.sheet.Sheet;
import nl.datakade.table.sheet.SheetTable;
import nl.datakade.table.text.CsvTable;
import nl.datakade.table.text.Encoding;
import nl.datakade.table.text.EncodingDetector;
import nl.datakade.table.text.Guidance;
import nl.datakade.table.xml.XmlTable;
import org.jspecify.annotations.Nullable;

/** Finds the tables in a file, those in archives within it too. */
final class Opener {

    private static final int MAX_DEPTH = 3;

    /** How many of what is left out are named. */
    private static final int NAMED = 10;

    private final Path scratch;
    private final Budget budget;
    private final List<Finding> findings;
    private final @Nullable String laidDownEncoding;
    private final Guidance guidance;
    private final boolean withHidden;
    private @Nullable EncodingRead encoding;
    private @Nullable DialectRead dialect;

    Opener(Path scratch, long packedBytes, List<Finding> findings) {
        this(scratch, packedBytes, Instructions.NONE, findings);
    }

    /** @param scratch folder for what archives hold; the caller's to delete */
    Opener(Path scratch, long packedBytes, Instructions instructions, List<Finding> findings) {
        this.laidDownEncoding = instructions.encoding();
        this.guidance = new Guidance(
                instructions.delimiterCharacter(),
                instructions.quoteCharacter(),
                instructions.skippedLines(),
                instructions.headerLines());
        this.withHidden = Boolean.TRUE.equals(instructions.includeHidden());
        this.scratch = scratch;
        this.budget = new Budget(packedBytes);
        this.findings = findings;
    }

    /** @param claim how a sentence about the file starts: "the file ", or "claims to be CSV but " */
    List<Source> open(Path file, FormatDetector.Detected detected, String name, String label, String claim)
            throws IOException {
        return open(file, detected, name, label, claim, 0);
    }

    private List<Source> open(
            Path file, FormatDetector.Detected detected, String name, String label, String claim, int depth)
            throws IOException {
        return switch (detected.format()) {
            case CSV -> List.of(new Source.Raw(label, csv(file)));
            case JSON -> List.of(new Source.Raw(label, JsonTable.document(file, reportedEncoding(file))));
            case NDJSON -> List.of(new Source.Raw(label, JsonTable.lines(file, reportedEncoding(file))));
            case GEOJSON -> List.of(new Source.Raw(label, JsonTable.features(file, reportedEncoding(file))));
            case XLSX -> workbook(Workbook.sheets(modest(file)), label);
            case XLS -> workbook(Workbook.oldSheets(file), label);
            case XML_WORKBOOK -> workbook(Workbook.xmlSheets(file), label);
            case ODS -> workbook(Workbook.openDocumentSheets(modest(file)), label);
            case XML -> sheets(XmlTable.tables(file), label);
            case AVRO -> List.of(new Source.Raw(label, AvroTable.of(file)));
            case GEOPACKAGE -> sheets(GeoPackage.tables(file), label);
            case PARQUET -> List.of(new Source.Columnar(label, file));
            case ZIP -> entries(Archive.unzip(file, within(depth), budget), depth);
            case GZIP -> entries(Archive.gunzip(file, name, within(depth), budget), depth);
            case TAR -> entries(Archive.untar(file, within(depth), budget), depth);
            case EMPTY ->
                throw new UnreadableFile("EMPTY_FILE", "the file is empty", "send the file again, with its contents");
            case HTML ->
                throw new UnreadableFile(
                        "HTML_PAGE",
                        claim + "is an HTML page " + detected.evidence(),
                        "download the data itself, not the page that links to it or asks to sign in");
            case PDF, IMAGE, DOCUMENT ->
                throw new UnreadableFile(
                        "NOT_WHAT_IT_CLAIMS",
                        claim + "is " + detected.format().words(),
                        "send the data itself as CSV, Excel, JSON, GeoJSON or Parquet");
            case SHAPEFILE ->
                throw new UnreadableFile(
                        "FORMAT_NOT_READ",
                        claim + "is one part of a Shapefile, the shapes without what is known of them",
                        "pack all parts of the layer (.shp, .shx, .dbf, .prj) into one zip file and send that");
            default ->
                throw new UnreadableFile(
                        "FORMAT_NOT_READ",
                        claim + "is " + detected.format().words() + ", which is not read into tables",
                        "send the same data as CSV, Excel, JSON, GeoJSON or Parquet");
        };
    }

    private Path modest(Path workbook) throws IOException {
        budget.allow(workbook);
        return workbook;
    }

    private RawTable csv(Path file) throws IOException {
        var table = CsvTable.of(file, encoding(file), guidance);
        if (table.columnLabels().isEmpty()) {
            throw new UnreadableFile(
                    "EMPTY_FILE", "the file holds nothing but blank lines", "send it again, with its contents");
        }
        if (dialect == null) {
            var quote = table.dialect().quote();
            dialect = new DialectRead(
                    String.valueOf(table.dialect().delimiter()),
                    quote == 0 ? "" : String.valueOf(quote),
                    table.headerLine() == 0 ? null : table.headerLine());
        }
        return table;
    }

    /** Where no value can be named in which the characters are open. */
    private Encoding reportedEncoding(Path file) throws IOException {
        var found = encoding(file);
        findings.addAll(found.findings());
        return found;
    }

    private Encoding encoding(Path file) throws IOException {
        var detected = EncodingDetector.detect(file).orLaidDown(laidDownEncoding);
        if (encoding == null) {
            encoding = new EncodingRead(detected.name(), detected.evidence());
        }
        return detected;
    }

    private List<Source> workbook(List<? extends Sheet> sheets, String label) throws IOException {
        var tables = SheetTable.of(sheets, guidance, withHidden, findings);
        if (tables.isEmpty() && !withHidden && sheets.stream().anyMatch(Sheet::isHidden)) {
            throw new UnreadableFile(
                    "ALL_HIDDEN",
                    "every sheet that holds cells is hidden",
                    "show the sheets that are to be read and send the file again");
        }
        return sheets(tables, label);
    }

    private static List<Source> sheets(List<RawTable> sheets, String label) throws UnreadableFile {
        if (sheets.isEmpty()) {
            throw new UnreadableFile("NO_TABLE", "no sheet holds any cells", "send the file with its data");
        }
        return sheets.stream()
                .<Source>map(sheet ->
                        new Source.Raw(sheets.size() == 1 ? label : (label + " " + sheet.label()).strip(), sheet))
                .toList();
    }

    private Path within(int depth) throws IOException {
        if (depth >= MAX_DEPTH) {
            throw new UnreadableFile(
                    "ARCHIVES_TOO_DEEP",
                    "archives are packed in archives more than " + MAX_DEPTH + " deep",
                    "send the files in it unpacked");
        }
        return Files.createDirectories(scratch);
    }

    /** Every entry that is a table; the others are told, unless none is. */
    private List<Source> entries(Archive archive, int depth) throws IOException {
        tellLeftOut(archive.leftOut());
        var entries = archive.entries();
        if (Shapefiles.isOne(entries)) {
            return Shapefiles.open(entries, scratch, findings);
        }
        var sources = new ArrayList<Source>();
        UnreadableFile last = null;
        for (var entry : entries) {
            var base = entry.name().replaceAll("^.*[/\\\\]", "");
            try {
                var label = entries.size() == 1 ? "" : base.replaceAll("\\.[A-Za-z0-9]{1,8}$", "");
                var detected = FormatDetector.detect(entry.file());
                sources.addAll(open(entry.file(), detected, base, label, base + " ", depth + 1));
            } catch (UnreadableFile unreadable) {
                last = unreadable;
                findings.add(Finding.warning("ENTRY_NOT_READ", null, base + " makes no table: " + unreadable.reason())
                        .with(base, unreadable.reason()));
            }
        }
        if (sources.isEmpty()) {
            throw last != null && entries.size() == 1
                    ? last
                    : new UnreadableFile(
                            "NO_TABLE",
                            "the archive holds no table",
                            "send the data as CSV, Excel, JSON, GeoJSON or Parquet");
        }
        return sources;
    }

    private void tellLeftOut(List<String> names) {
        if (!names.isEmpty()) {
            var named = names.stream()
                            .map(name -> name.replaceAll("^.*[/\\\\]", ""))
                            .distinct()
                            .limit(NAMED)
                            .collect(Collectors.joining(", "))
                    + (names.size() > NAMED ? ", \u2026" : "");
            findings.add(Finding.info(
                            "ENTRIES_LEFT_OUT",
                            null,
                            names.size() + " files in the archive are no data and are left out: " + named)
                    .with(names.size(), named));
        }
    }

    @Nullable
    EncodingRead encoding() {
        return encoding;
    }

    @Nullable
    DialectRead dialect() {
        return dialect;
    }

    /** How a sentence about the file starts. */
    static String claim(@Nullable String declared, @Nullable String fileName) {
        boolean claimsCsv = (declared != null
                        && declared.toLowerCase(Locale.ROOT).startsWith("text/csv"))
                || (fileName != null && fileName.toLowerCase(Locale.ROOT).endsWith(".csv"));
        return claimsCsv ? "claims to be CSV but " : "the file ";
    }
}
