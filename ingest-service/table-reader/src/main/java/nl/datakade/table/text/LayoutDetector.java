package nl.datakade.table.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import nl.datakade.table.row.Rows;
import nl.datakade.table.type.Shape;
import org.jspecify.annotations.Nullable;

/** Distinguishes titles, comments, header, units line and rows in the start of a text. */
public final class LayoutDetector {

    private static final int MAX_PREAMBLE = 60;
    private static final int MAX_HEADERS = 5;
    private static final int MIN_STEPS = 3;
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?is)\"?sep=.\"?\\s*");

    private final List<SampleRow> all;
    private final CommentLines comments;
    private final SplitValues split;

    /** Those that are no comments. */
    private final List<SampleRow> rows;

    private LayoutDetector(List<SampleRow> all, CommentLines comments, char delimiter) {
        this.comments = comments;
        var others = all.stream().filter(row -> !comments.has(row)).toList();
        this.split = delimiter == 0 ? SplitValues.NONE : SplitValues.in(others, delimiter);
        this.rows = split.whole(others, delimiter);
        this.all = all;
    }

    static Layout detect(byte[] sample, Dialect dialect, Guidance guidance) throws IOException {
        try (var records = new Records(new ByteArrayInputStream(sample), dialect)) {
            return detect(SampleRow.read(new RecordRows(records)), dialect.delimiter(), guidance);
        }
    }

    /** Looks at the first rows, none of them blank; their raw text is what the header is known by when it returns. */
    public static Layout detect(Rows rows, Guidance guidance) throws IOException {
        return detect(SampleRow.read(rows), (char) 0, guidance);
    }

    private static Layout detect(List<SampleRow> all, char delimiter, Guidance guidance) {
        if (all.isEmpty()) {
            return Layout.EMPTY;
        }
        return guidance.isAboutLayout()
                ? new LayoutDetector(all, CommentLines.NONE, delimiter).guided(guidance)
                : new LayoutDetector(all, CommentLines.in(all), delimiter).layout();
    }

    private Layout layout() {
        int width = SampleRow.width(rows);
        int header = firstRow(width);
        width = Math.max(width, rows.get(header).lastFilled() + 1);
        boolean hasHeader = isHeaderAt(header, width);
        for (int later = header + 1; !hasHeader && later < Math.min(header + MAX_HEADERS, rows.size() - 1); later++) {
            if (rows.get(later).isFullAndDistinct(width) && isHeaderAt(later, width)) {
                header = later;
                hasHeader = true;
            }
        }
        var inComment = hasHeader && !isWordsOnly(header, width)
                ? null
                : comments.heading(all, rows.get(header).line(), width);
        if (inComment != null) {
            return layout(header, HeaderLines.named(comments.labels(inComment)), inComment);
        }
        if (!hasHeader) {
            return layout(header, HeaderLines.of(List.of(), width), null);
        }
        var lines = HeaderLines.at(header, rows, width);
        for (int above = header - 1; above >= 0 && spans(rows.get(above), rows.get(above + 1), lines); above--) {
            var longer = HeaderLines.at(above, rows, width);
            if (longer.isDivided()) {
                lines = longer;
            } else if (lines.isDivided()) {
                lines.under(rows.get(above));
            } else {
                break;
            }
            header = above;
        }
        return layout(header, lines, null);
    }

    /** A line of headings each of which goes for several columns, right above lines that name them all. */
    private static boolean spans(SampleRow row, SampleRow next, HeaderLines named) {
        var labels = named.labels();
        if (row.cells().size() > labels.size() || row.isApartFrom(next) || !row.hasGap()) {
            return false;
        }
        for (int i = 0; i < labels.size(); i++) {
            boolean fits = row.has(i)
                    ? row.shapes().get(i) == Shape.TEXT
                            || HeaderLines.isYear(row.cells().get(i).strip())
                    : !labels.get(i).isEmpty();
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private Layout layout(int first, HeaderLines header, @Nullable SampleRow inComment) {
        int lines = header.lines();
        int width = header.labels().size();
        var own = rows.subList(first, first + lines);
        var body = rows.subList(first + lines, rows.size());
        var values = SampleRow.without(own, body);
        var headings = new ArrayList<>(inComment == null ? own : List.of(inComment));
        return new Layout(
                above(headings, header.units().isEmpty() ? null : own.getLast(), body),
                headings.isEmpty() ? 0 : headings.getFirst().line(),
                header.labels(),
                header.units(),
                headings.stream().map(SampleRow::raw).toList(),
                SampleRow.dominant(values, width),
                SampleRow.filled(values, width),
                comments,
                split);
    }

    /** What every record is that stands before the first row. */
    private List<LineKind> above(List<SampleRow> headings, @Nullable SampleRow units, List<SampleRow> body) {
        var lines = new HashSet<Long>();
        headings.forEach(row -> lines.add(row.line()));
        var above = new ArrayList<LineKind>();
        for (var row : all) {
            if (!body.isEmpty() && row.line() == body.getFirst().line()) {
                break;
            }
            if (units != null && row.line() == units.line()) {
                above.add(LineKind.UNITS);
            } else if (lines.contains(row.line())) {
                above.add(LineKind.HEADING);
            } else if (comments.has(row)) {
                above.add(LineKind.COMMENT);
            } else {
                above.add(row.filled() == 0 ? LineKind.BLANK : isComment(row) ? LineKind.COMMENT : LineKind.TITLE);
            }
        }
        return above;
    }

    private boolean isHeaderAt(int row, int width) {
        var body = SampleRow.without(List.of(rows.get(row)), rows.subList(row + 1, rows.size()));
        return isHeader(rows.get(row), SampleRow.dominant(body, width), body);
    }

    /** No column shows by its values that the header is none of them. */
    private boolean isWordsOnly(int header, int width) {
        var body = rows.subList(header + 1, rows.size());
        return width > 2 && SampleRow.dominant(body, width).stream().noneMatch(Shape::isTyped);
    }

    /** The layout as somebody said it is: the header follows the lines to skip, whatever it looks like. */
    private Layout guided(Guidance guidance) {
        int first = first(guidance.skippedLines());
        int lines = guidance.headerLines() == null ? 1 : Math.min(guidance.headerLines(), rows.size() - first);
        int width = Math.max(
                SampleRow.width(rows.subList(first, rows.size())),
                lines == 0 ? 0 : rows.get(first).lastFilled() + 1);
        return layout(first, HeaderLines.of(rows.subList(first, first + lines), width), null);
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

    /** A comment, the line that names the delimiter for spreadsheets, or a title. */
    private boolean isAbove(SampleRow row, int index, int width) {
        int cells = row.cells().size();
        boolean title = cells == 1 && (width > 2 || (width == 2 && isTitleOfPairs(index)));
        return (isComment(row) && cells < width)
                || title
                || isTitleOfCells(index, width)
                || (index == 0 && SEPARATOR_LINE.matcher(row.raw()).matches());
    }

    private static boolean isComment(SampleRow row) {
        return row.cells().getFirst().startsWith("#");
    }

    /** Above a table of two columns a title and a row that lacks a cell are distinguished by the header that follows. */
    private boolean isTitleOfPairs(int index) {
        for (int i = index + 1; i < Math.min(rows.size() - 1, MAX_PREAMBLE); i++) {
            if (rows.get(i).cells().size() == 2) {
                return rows.get(i).isFullAndDistinct(2) && isHeaderAt(i, 2);
            }
        }
        return false;
    }

    /**
     * A title of several cells is known by the header that follows: one that names every column, right below a title that
     * does not, or below a blank line.
     */
    private boolean isTitleOfCells(int index, int width) {
        var row = rows.get(index);
        boolean full = row.filled() >= width;
        int last = Math.min(rows.size() - 1, full ? index + 2 : MAX_PREAMBLE);
        boolean apart = false;
        for (int i = index + 1; i < last; i++) {
            apart |= rows.get(i - 1).isApartFrom(rows.get(i)) || rows.get(i).filled() == 0;
            if (rows.get(i).filled() < width) {
                continue;
            }
            if (!rows.get(i).isFullAndDistinct(width) || (full && !apart) || (row.hasGap() && !apart)) {
                return false;
            }
            var body = rows.subList(i + 1, rows.size());
            var shapes = SampleRow.dominant(body, width);
            boolean proven = rows.get(i).isWords() && shapes.stream().anyMatch(Shape::isTyped) && !isUnitsAt(i, shapes);
            return proven || (!full && apart && isHeader(rows.get(i), shapes, body));
        }
        return false;
    }

    /** What follows are units under a header whose last columns have no name. */
    private boolean isUnitsAt(int index, List<Shape> shapes) {
        int typed = 0;
        int units = 0;
        for (int i = 0; i < shapes.size(); i++) {
            if (shapes.get(i).isTyped()) {
                typed++;
                units += UnitWords.has(rows.get(index).cells().get(i)) ? 1 : 0;
            }
        }
        return units * 2 > typed;
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
