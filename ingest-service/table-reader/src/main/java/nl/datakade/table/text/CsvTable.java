package nl.datakade.table.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.datakade.table.row.Finding;
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
    private List<Finding> findings = List.of();

    private CsvTable(Path file, Encoding encoding, Dialect dialect, Layout layout) {
        this.file = file;
        this.encoding = encoding;
        this.dialect = dialect;
        this.layout = layout;
    }

    public static CsvTable of(Path file, Encoding encoding, Guidance guidance) throws IOException {
        var sample = sample(file, encoding);
        var dialect = DialectDetector.detect(lines(sample, DIALECT_SAMPLE), guidance);
        return new CsvTable(file, encoding, dialect, LayoutDetector.detect(lines(sample, SAMPLE), dialect, guidance));
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
        return findings;
    }

    @Override
    public Rows open() throws IOException {
        return new CsvRows(records(), dialect, layout, noted -> findings = told(noted));
    }

    private Records records() throws IOException {
        InputStream in = Files.newInputStream(file);
        return new Records(
                Utf8Input.of(encoding.isUtf8() ? in : new BufferedInputStream(in, 1 << 16), encoding), dialect);
    }

    private List<Finding> told(List<Finding> noted) {
        var told = new ArrayList<Finding>();
        if (encoding.zeroBytes() > 0) {
            told.add(Finding.warning(
                            "ZERO_BYTES", null, encoding.zeroBytes() + " zero bytes stand for no character, left out")
                    .with(encoding.zeroBytes()));
        }
        if (layout.preamble() > 0) {
            told.add(Finding.info("PREAMBLE", 1L, layout.preamble() + " lines above the table are no rows, left out")
                    .with(layout.preamble()));
        }
        if (layout.headerLine() == 0 && layout.width() > 0) {
            told.add(Finding.warning(
                    "NO_HEADER", null, "the first row is data, so the columns have no names of their own"));
        }
        if (!layout.units().isEmpty()) {
            told.add(Finding.info(
                    "UNITS_LINE",
                    layout.headerLine() + 1,
                    "the line under the header holds units, kept with the columns"));
        }
        told.addAll(noted);
        return told;
    }
}
