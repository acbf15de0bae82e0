package nl.datakade.table.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import nl.datakade.table.row.CellWatch;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.LineAccount;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.Rows;
import org.jspecify.annotations.Nullable;

/** Delimited text as a table: dialect and layout found in its first half mebibyte, rows streamed from the whole. */
public final class CsvTable implements RawTable {

    private static final int SAMPLE = 1 << 19;
    private static final int DIALECT_SAMPLE = 1 << 16;

    private final Path file;
    private final Encoding encoding;
    private final Dialect dialect;
    private final Layout layout;
    private final boolean guided;
    private final @Nullable HighCells highCells;
    private List<Finding> findings = List.of();
    private @Nullable LineAccount lines;

    private CsvTable(Path file, Encoding encoding, Dialect dialect, Layout layout, boolean guided) {
        this.file = file;
        this.encoding = encoding;
        this.dialect = dialect;
        this.layout = layout;
        this.guided = guided;
        this.highCells = HighCells.of(encoding);
    }

    public static CsvTable of(Path file, Encoding encoding, Guidance guidance) throws IOException {
        var sample = sample(file, encoding);
        var dialect = DialectDetector.detect(lines(sample, DIALECT_SAMPLE), guidance);
        var layout = LayoutDetector.detect(lines(sample, SAMPLE), dialect, guidance);
        return new CsvTable(file, encoding, dialect, layout, guidance.isAboutLayout());
    }

    private static byte[] sample(Path file, Encoding encoding) throws IOException {
        try (var in = Utf8Input.of(Files.newInputStream(file), encoding)) {
            return in.readNBytes(SAMPLE);
        }
    }

    /** As many whole lines as fit. */
    private static byte[] lines(byte[] text, int length) {
        if (text.length < length) {
            return text;
        }
        int end = length;
        while (end > 0 && text[end - 1] != '\n' && text[end - 1] != '\r') {
            end--;
        }
        return Arrays.copyOf(text, end == 0 ? length : end);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The line of the header, 0 when there is none. */
    public long headerLine() {
        return layout.headerLine();
    }

    @Override
    public String label() {
        return "";
    }

    @Override
    public List<String> columnLabels() {
        return layout.labels();
    }

    @Override
    public List<@Nullable String> units() {
        return layout.units();
    }

    @Override
    public List<Finding> findings() {
        if (highCells == null || !highCells.isEmpty()) {
            return findings;
        }
        var all = new ArrayList<>(findings);
        all.addAll(encoding.findings()); // what stands in no value stands in a heading or a comment
        return all;
    }

    @Override
    public @Nullable CellWatch watch() {
        return highCells;
    }

    @Override
    public @Nullable LineAccount lines() {
        return lines;
    }

    @Override
    public Rows open() throws IOException {
        return new CsvRows(records(), dialect, layout, (noted, counted) -> {
            findings = found(noted);
            lines = counted;
        });
    }

    private Records records() throws IOException {
        InputStream in = Files.newInputStream(file);
        return new Records(
                Utf8Input.of(encoding.isUtf8() ? in : new BufferedInputStream(in, 1 << 16), encoding), dialect);
    }

    private List<Finding> found(List<Finding> noted) {
        var found = new ArrayList<Finding>();
        if (encoding.zeroBytes() > 0) {
            found.add(Finding.warning(
                            "ZERO_BYTES", null, encoding.zeroBytes() + " zero bytes stand for no character, left out")
                    .with(encoding.zeroBytes()));
        }
        if (layout.preamble() > 0) {
            found.add(Finding.info("PREAMBLE", 1L, layout.preamble() + " lines above the table are no rows, left out")
                    .with(layout.preamble()));
        }
        if (layout.headerLine() == 0 && layout.width() > 0) {
            found.add(Finding.warning(
                    "NO_HEADER", null, "the first row is data, so the columns have no names of their own"));
        }
        if (!layout.units().isEmpty()) {
            found.add(Finding.info(
                    "UNITS_LINE",
                    layout.headerLine() + layout.headings().size() - 1,
                    "the line under the header holds units, kept with the columns"));
        }
        reportHeadings(found);
        found.addAll(noted);
        return found;
    }

    private void reportHeadings(List<Finding> found) {
        if (layout.isHeadedByComment()) {
            found.add(Finding.warning(
                    "HEADING_IN_COMMENT",
                    layout.headerLine(),
                    "the headings stand in a comment, and are taken from there"));
        } else if (layout.headings().size() > (layout.units().isEmpty() ? 1 : 2)) {
            int heads = layout.headings().size() - (layout.units().isEmpty() ? 0 : 1);
            found.add(Finding.info(
                            "HEADING_LINES",
                            layout.headerLine(),
                            "the header has " + heads + " lines, joined to one name a column")
                    .with(heads));
        }
        var split = layout.split();
        if (!split.isEmpty()) {
            found.add(Finding.warning(
                            "SPLIT_VALUES",
                            split.line(),
                            "every row has more cells than the header: values with an unquoted delimiter in them, read as one, in column "
                                    + splitLabels())
                    .with(splitLabels()));
        }
        if (split.unsettled() && !guided) {
            found.add(
                    new Finding(
                            "HEADINGS_TOO_FEW",
                            Finding.Severity.BLOCKING,
                            null,
                            null,
                            split.line(),
                            "every row has more cells than the header, and which heading belongs to which column is open; fix how many lines the header has, and the names of the columns, or quote values with a delimiter in them"));
        }
    }

    private String splitLabels() {
        var labels = new ArrayList<String>();
        int cut = 0;
        for (int i = layout.split().joined().nextSetBit(0);
                i >= 0;
                i = layout.split().joined().nextSetBit(i + 1)) {
            int column = i - cut++;
            labels.add(column < layout.width() ? layout.labels().get(column) : "");
        }
        return String.join(", ", new LinkedHashSet<>(labels));
    }
}
