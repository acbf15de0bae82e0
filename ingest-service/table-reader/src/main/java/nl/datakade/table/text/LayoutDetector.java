package nl.datakade.table.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.datakade.table.row.Rows;
import nl.datakade.table.type.Shape;
import org.jspecify.annotations.Nullable;

/** Tells titles, header, units line and rows apart in the start of a text. */
public final class LayoutDetector {

    private static final int MAX_PREAMBLE = 60;
    private static final int MAX_HEADERS = 5;
    private static final int MIN_STEPS = 3;
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?is)\"?sep=.\"?\\s*");

    private final List<SampleRow> rows;

    private LayoutDetector(List<SampleRow> rows) {
        this.rows = rows;
    }

    static Layout detect(byte[] sample, Dialect dialect, Guidance guidance) throws IOException {
        try (var records = new Records(new ByteArrayInputStream(sample), dialect)) {
            return detect(new RecordRows(records), guidance);
        }
    }

    /** Looks at the first rows, none of them blank; their raw text is what the header is known by when it returns. */
    public static Layout detect(Rows rows, Guidance guidance) throws IOException {
        var detector = new LayoutDetector(SampleRow.read(rows));
        return guidance.isAboutLayout() && !detector.rows.isEmpty() ? detector.guided(guidance) : detector.layout();
    }

    private Layout layout() {
        if (rows.isEmpty()) {
            return new Layout(0, 0, List.of(), List.of(), 0, "", List.of(), new BitSet());
        }
        int width = SampleRow.width(rows);
        int header = firstRow(width);
        width = Math.max(width, rows.get(header).lastFilled() + 1);
        boolean hasHeader = isHeaderAt(header, width);
        for (int later = header + 1; !hasHeader && later < Math.min(header + MAX_HEADERS, rows.size() - 1); later++) {
            if (isFullAndDistinct(rows.get(later), width) && isHeaderAt(later, width)) {
                header = later;
                hasHeader = true;
            }
        }
        return layout(header, hasHeader, width);
    }

    private Layout layout(int first, boolean hasHeader, int width) {
        var header = hasHeader ? HeaderLines.at(first, rows, width) : HeaderLines.of(List.of(), width);
        return layout(first, hasHeader ? header.lines() : 0, header);
    }

    private Layout layout(int first, int lines, HeaderLines header) {
        int width = header.labels().size();
        var body = rows.subList(first + lines, rows.size());
        return new Layout(
                first + lines,
                lines == 0 ? 0 : rows.get(first).line(),
                header.labels(),
                header.units(),
                first,
                lines == 0 ? "" : rows.get(first).raw(),
                SampleRow.dominant(body, width),
                SampleRow.filled(body, width));
    }

    private boolean isHeaderAt(int row, int width) {
        var body = rows.subList(row + 1, rows.size());
        return isHeader(rows.get(row), SampleRow.dominant(body, width), body);
    }

    /** The layout as somebody said it is: the header follows the lines to skip, whatever it looks like. */
    private Layout guided(Guidance guidance) {
        int first = first(guidance.skippedLines());
        int lines = guidance.headerLines() == null ? 1 : Math.min(guidance.headerLines(), rows.size() - first);
        int width = Math.max(
                SampleRow.width(rows.subList(first, rows.size())),
                lines == 0 ? 0 : rows.get(first).lastFilled() + 1);
        return layout(first, lines, HeaderLines.of(rows.subList(first, first + lines), width));
    }

    private int first(@Nullable Integer skippedLines) {
        if (skippedLines == null) {
            return firstRow(SampleRow.width(rows));
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).line() > skippedLines) {
                return i;
            }
        }
        return rows.size() - 1;
    }

    private static boolean isFullAndDistinct(SampleRow row, int width) {
        return row.filled() == width
                && row.shapes().contains(Shape.TEXT)
                && Set.copyOf(row.cells()).size() == width;
    }

    /** The first row that is as full as rows of this table are; what stands above it are titles and notes. */
    private int firstRow(int width) {
        int fullest = 0;
        for (var row : rows) {
            if (row.cells().size() <= width) {
                fullest = Math.max(fullest, row.filled());
            }
        }
        for (int i = 0; i < Math.min(rows.size(), MAX_PREAMBLE); i++) {
            var row = rows.get(i);
            if (!isAbove(row, i, width) && row.filled() * 2 >= fullest) {
                return i;
            }
        }
        return 0;
    }

    /** A comment, the line that tells spreadsheets the delimiter, or a title: one cell, where the table has more. */
    private boolean isAbove(SampleRow row, int index, int width) {
        int cells = row.cells().size();
        boolean comment = row.cells().getFirst().startsWith("#") && cells < width;
        boolean title = cells == 1 && (width > 2 || (width == 2 && isTitleOfPairs(index)));
        return comment
                || title
                || (index == 0 && SEPARATOR_LINE.matcher(row.raw()).matches());
    }

    /** Above a table of two columns a title is told from a row that lacks a cell by the header that follows. */
    private boolean isTitleOfPairs(int index) {
        for (int i = index + 1; i < Math.min(rows.size() - 1, MAX_PREAMBLE); i++) {
            if (rows.get(i).cells().size() == 2) {
                return isFullAndDistinct(rows.get(i), 2) && isHeaderAt(i, 2);
            }
        }
        return false;
    }

    /** A first row whose cells are of the same kind as those below is data, unless it counts years or months off. */
    private static boolean isHeader(SampleRow first, List<Shape> shapes, List<SampleRow> body) {
        int typed = 0;
        int alike = 0;
        for (int i = 0; i < Math.min(shapes.size(), first.cells().size()); i++) {
            if (first.cells().get(i).isBlank() || !shapes.get(i).isTyped()) {
                continue;
            }
            typed++;
            alike += first.shapes().get(i).agreesWith(shapes.get(i)) ? 1 : 0;
        }
        if (typed == 0) {
            return body.isEmpty() || !first.shapes().stream().allMatch(Shape::isTyped);
        }
        return alike * 2 <= typed || isSequence(first, shapes);
    }

    /** Years next to each other, or enough other numbers that it is no chance. */
    private static boolean isSequence(SampleRow first, List<Shape> shapes) {
        Long previous = null;
        int steps = 0;
        boolean years = true;
        for (int i = 0; i < Math.min(shapes.size(), first.cells().size()); i++) {
            if (first.shapes().get(i) != Shape.INTEGER || !first.has(i)) {
                continue;
            }
            var text = first.cells().get(i).strip();
            if (!text.matches("\\d{1,9}")) {
                return false;
            }
            long number = Long.parseLong(text);
            if (previous != null && Math.abs(number - previous) != 1) {
                return false;
            }
            years &= HeaderLines.isYear(text);
            steps += previous == null ? 0 : 1;
            previous = number;
        }
        return steps >= (years ? 1 : MIN_STEPS) && first.shapes().contains(Shape.TEXT);
    }
}
