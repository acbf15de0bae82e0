package nl.datakade.table.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.table.row.Cells;

/**
 * Reads a record that has another number of cells than the table as somebody else may have written it: with another
 * delimiter, quotation mark or escape than the rest, or ended by another end of line, so that it took the next row with
 * it. What comes out counts only when it has exactly the table's width and fits its columns.
 */
final class RowRepair {

    private static final char[] DELIMITERS = {';', ',', '\t', '|', ' '};
    private static final char[] QUOTES = {'"', '\''};

    /** A blank stands in every sentence: so many cells must be of their columns' kinds to make it a delimiter. */
    private static final int PROOF_FOR_BLANKS = 2;

    /** A file in which so many records in a row could not be repaired holds something else than broken rows. */
    private static final int MAX_FAILURES = 500;

    private static final int MAX_LENGTH = 1 << 16;

    private final Dialect dialect;
    private final int width;
    private final ColumnShapes shapes;
    private final Cells cells = new Cells();
    private final List<Dialect> dialects;
    private int failures;

    RowRepair(Dialect dialect, int width, ColumnShapes shapes) {
        this.dialect = dialect;
        this.width = width;
        this.shapes = shapes;
        this.dialects = dialects(dialect);
    }

    private static List<Dialect> dialects(Dialect own) {
        var dialects = new ArrayList<Dialect>();
        for (char quote : QUOTES) {
            for (char escape : new char[] {quote, '\\'}) {
                dialects.add(new Dialect(own.delimiter(), quote, escape, own.carriageReturn(), false));
            }
        }
        for (char delimiter : DELIMITERS) {
            for (char quote : QUOTES) {
                if (delimiter != own.delimiter()) {
                    dialects.add(new Dialect(delimiter, quote, quote, own.carriageReturn(), false));
                }
            }
        }
        return dialects;
    }

    /** The rows in the record, or none when it stays what it is. */
    List<List<String>> read(String raw) throws IOException {
        if (width < 2 || failures > MAX_FAILURES || raw.length() > MAX_LENGTH) {
            return List.of();
        }
        var rows = splitAtOtherEnds(raw);
        for (int i = 0; rows.isEmpty() && i < dialects.size(); i++) {
            rows = readAs(dialects.get(i), raw);
        }
        failures = rows.isEmpty() ? failures + 1 : 0;
        return rows;
    }

    private List<List<String>> splitAtOtherEnds(String raw) throws IOException {
        var other = dialect.carriageReturn() ? "\n" : "\r";
        if (!raw.contains(other)) {
            return List.of();
        }
        var own = new Dialect(
                dialect.delimiter(),
                dialect.quote(),
                dialect.escape(),
                !dialect.carriageReturn(),
                dialect.spaceAfterDelimiter());
        var rows = records(own, raw);
        return rows.stream().allMatch(row -> row.size() == width && shapes.agreement(row) >= 0) ? rows : List.of();
    }

    private List<List<String>> readAs(Dialect other, String raw) throws IOException {
        long delimiters = raw.chars().filter(c -> c == other.delimiter()).count();
        if (delimiters < width - 1) {
            return List.of();
        }
        var rows = records(other, raw);
        if (rows.size() != 1 || rows.getFirst().size() != width) {
            return List.of();
        }
        if (other.quote() != dialect.quote() && rows.getFirst().stream().anyMatch(this::isCutThrough)) {
            return List.of();
        }
        int agreement = shapes.agreement(rows.getFirst());
        int proof = other.delimiter() == ' ' ? PROOF_FOR_BLANKS : width == 2 ? 1 : 0;
        return agreement >= proof ? rows : List.of();
    }

    /** A quotation mark of the rest of the text stands at one end only. */
    private boolean isCutThrough(String cell) {
        var quote = String.valueOf(dialect.quote());
        return cell.startsWith(quote) != cell.endsWith(quote);
    }

    private List<List<String>> records(Dialect with, String raw) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var records = Records.of(raw.getBytes(StandardCharsets.UTF_8), with)) {
            while (records.next()) {
                if (!records.isBlank()) {
                    records.into(cells);
                    rows.add(cells.texts());
                }
            }
        }
        return rows;
    }
}
