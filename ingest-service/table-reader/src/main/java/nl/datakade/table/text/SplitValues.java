package nl.datakade.table.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.datakade.table.type.Shape;

/**
 * Rows that all have more cells than the header: a value with a delimiter in it that nobody quoted, as dates with a comma
 * are, was cut in two. Where nothing else fits, its parts are one cell again; otherwise nobody can say which heading
 * belongs to which column.
 *
 * @param joined the cells that go on in the one behind them
 * @param unsettled the rows have more cells than the header, and which of them belong together is open
 */
record SplitValues(BitSet joined, boolean unsettled, long line) {

    static final SplitValues NONE = new SplitValues(new BitSet(), false, 0);
    private static final int MAX_PREAMBLE = 60;

    /** A date in words has two commas at most, and hardly any table has two of those. */
    private static final int MOST = 4;

    private static final Pattern WEEKDAY = Pattern.compile(
            "(?i)(ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun|maan|dins|woens|donder|vrij|zater|zon|tues|wednes|thurs|satur)(dag|day)?\\.?");
    private static final Pattern MONTH_AND_DAY =
            Pattern.compile("(?i)(\\d{1,2}\\.? [a-z]{3,9}\\.?|[a-z]{3,9}\\.? \\d{1,2})(st|nd|rd|th)?");
    private static final Pattern YEAR_OR_MORE = Pattern.compile("\\s*(18|19|20)\\d\\d\\b.*");
    private static final Pattern DAY_OR_MORE = Pattern.compile("\\s*(\\d{1,2}|[A-Za-z]{3,9}) .*");

    static SplitValues in(List<SampleRow> rows, char delimiter) {
        for (int i = 0; i < Math.min(rows.size() - 1, MAX_PREAMBLE); i++) {
            var header = rows.get(i);
            var body = rows.subList(i + 1, rows.size());
            int width = SampleRow.width(body);
            int extra = width - header.cells().size();
            if (extra > 0 && extra <= MOST && isHeader(header, body, width)) {
                return in(header, body, extra, delimiter);
            }
            if (header.cells().size() >= width) {
                return NONE;
            }
        }
        return NONE;
    }

    /** Every column it names has a name of its own in words, the next row follows at once and most have more cells. */
    private static boolean isHeader(SampleRow header, List<SampleRow> body, int width) {
        int named = header.cells().size();
        return named > 1
                && header.filled() == named
                && Set.copyOf(header.cells()).size() == named
                && header.isWords()
                && !header.isApartFrom(body.getFirst())
                && !namesAll(body, width)
                && body.stream().filter(row -> row.cells().size() == width).count() * 2 > body.size();
    }

    /** The header follows: words for every column above values that are none. */
    private static boolean namesAll(List<SampleRow> rows, int width) {
        var first = rows.getFirst();
        var shapes = SampleRow.dominant(rows.subList(1, rows.size()), width);
        return first.cells().size() == width
                && first.isWords()
                && shapes.stream().anyMatch(Shape::isTyped);
    }

    private static SplitValues in(SampleRow header, List<SampleRow> all, int extra, char delimiter) {
        int width = header.cells().size() + extra;
        var body = all.stream().filter(row -> row.cells().size() == width).toList();
        if (body.stream()
                .allMatch(row ->
                        row.cells().subList(width - extra, width).stream().allMatch(String::isBlank))) {
            return NONE; // delimiters too many, with nothing behind them
        }
        var joined = new BitSet();
        for (int i = 0; i + 1 < width && (delimiter == ',' || delimiter == ';'); i++) {
            int cell = i;
            joined.set(
                    i,
                    body.stream()
                            .allMatch(row ->
                                    goesOn(row.cells().get(cell), row.cells().get(cell + 1))));
        }
        if (joined.cardinality() == extra) {
            return new SplitValues(joined, false, header.line());
        }
        boolean throughout = body.size() * 10 >= all.size() * 9;
        return throughout ? new SplitValues(new BitSet(), true, header.line()) : NONE;
    }

    /** As a sentence goes on behind a comma, or a date behind the day of the week or the month. */
    private static boolean goesOn(String cell, String next) {
        if (cell.isBlank() || next.isBlank()) {
            return false;
        }
        var text = cell.strip();
        return (next.startsWith(" ") && !next.startsWith("  "))
                || (WEEKDAY.matcher(text).matches() && DAY_OR_MORE.matcher(next).matches())
                || (MONTH_AND_DAY.matcher(text).matches()
                        && YEAR_OR_MORE.matcher(next).matches());
    }

    boolean isEmpty() {
        return joined.isEmpty();
    }

    /** The rows with their values whole again. */
    List<SampleRow> whole(List<SampleRow> rows, char delimiter) {
        if (joined.isEmpty()) {
            return rows;
        }
        int width = SampleRow.width(rows);
        return rows.stream()
                .map(row -> row.cells().size() == width ? whole(row, delimiter) : row)
                .toList();
    }

    private SampleRow whole(SampleRow row, char delimiter) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.cells().size(); i++) {
            if (i > 0 && joined.get(i - 1)) {
                cells.set(
                        cells.size() - 1,
                        cells.getLast() + delimiter + row.cells().get(i));
            } else {
                cells.add(row.cells().get(i));
            }
        }
        return SampleRow.of(row.line(), row.raw(), cells);
    }
}
