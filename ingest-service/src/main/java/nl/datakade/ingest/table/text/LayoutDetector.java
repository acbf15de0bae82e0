package nl.datakade.ingest.table.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import nl.datakade.ingest.table.row.Cells;
import nl.datakade.ingest.table.row.Rows;
import nl.datakade.ingest.table.type.Shape;
import nl.datakade.ingest.table.type.Value;
import org.jspecify.annotations.Nullable;

/** Tells titles, header, units line and rows apart in the start of a text. */
public final class LayoutDetector {

    private static final int MAX_ROWS = 400;
    private static final int MAX_PREAMBLE = 60;
    private static final int MAX_UNIT = 14;
    private static final int MAX_HEADERS = 5;

    private record Row(long line, String raw, List<String> cells, List<Shape> shapes, int filled) {}

    private final List<Row> rows = new ArrayList<>();
    private final Value value = new Value();

    private LayoutDetector() {}

    static Layout detect(byte[] sample, Dialect dialect, Guidance guidance) throws IOException {
        try (var records = new Records(new ByteArrayInputStream(sample), dialect)) {
            return detect(new RecordRows(records), guidance);
        }
    }

    /** Looks at the first rows, none of them blank; their raw text is what the header is known by when it returns. */
    public static Layout detect(Rows rows, Guidance guidance) throws IOException {
        var detector = new LayoutDetector();
        detector.read(rows);
        return guidance.isAboutLayout() && !detector.rows.isEmpty() ? detector.guided(guidance) : detector.layout();
    }

    private void read(Rows source) throws IOException {
        var cells = new Cells();
        while (rows.size() < MAX_ROWS && source.next(cells)) {
            var texts = new ArrayList<String>();
            var shapes = new ArrayList<Shape>();
            int filled = 0;
            for (int i = 0; i < cells.size(); i++) {
                var text = cells.text(i);
                texts.add(text);
                shapes.add(shape(cells, i));
                filled += text.isBlank() ? 0 : 1;
            }
            var raw = cells.raw();
            rows.add(new Row(cells.line(), raw == null ? "" : raw, texts, shapes, filled));
        }
    }

    private Shape shape(Cells cells, int cell) {
        return value.look(cells.bytes(), cells.from(cell), cells.to(cell), cells.kind(cell))
                .shape();
    }

    private Layout layout() {
        if (rows.isEmpty()) {
            return new Layout(0, 0, List.of(), List.of(), 0, "", List.of(), new BitSet());
        }
        var counts = new ArrayList<Integer>();
        rows.forEach(row -> counts.add(row.cells().size()));
        int width = Widths.mostCommon(counts);
        int header = firstRow(width);
        width = Math.max(width, lastFilled(rows.get(header)) + 1);
        boolean hasHeader = isHeaderAt(header, width);
        for (int later = header + 1; !hasHeader && later < Math.min(header + MAX_HEADERS, rows.size() - 1); later++) {
            if (isFullAndDistinct(rows.get(later), width) && isHeaderAt(later, width)) {
                header = later;
                hasHeader = true;
            }
        }
        return layout(header, hasHeader, width);
    }

    private Layout layout(int header, boolean hasHeader, int width) {
        var first = rows.get(header);
        var labels = new ArrayList<String>();
        for (int i = 0; i < width; i++) {
            labels.add(
                    hasHeader && i < first.cells().size() ? first.cells().get(i).strip() : "");
        }
        int data = header + (hasHeader ? 1 : 0);
        var shapes = dominant(rows.subList(data, rows.size()), width);
        List<@Nullable String> units = List.of();
        while (hasHeader && units.isEmpty() && data - header < MAX_HEADERS && rows.size() - data > 3) {
            var below = dominant(rows.subList(Math.min(header + MAX_HEADERS, rows.size() - 2), rows.size()), width);
            boolean divided = isDivision(labels, rows.get(data), below);
            if (!divided && !hasWordsForValues(rows.get(data), below)) {
                break;
            }
            if (divided) {
                spread(labels, rows.get(data));
                join(labels, rows.get(data));
            } else if (isUnits(rows.get(data), below)) {
                units = cells(rows.get(data), width);
            } else {
                join(labels, rows.get(data));
            }
            data++;
            shapes = dominant(rows.subList(data, rows.size()), width);
        }
        return new Layout(
                data,
                hasHeader ? first.line() : 0,
                labels,
                units,
                header,
                hasHeader ? first.raw() : "",
                shapes,
                filled(rows.subList(data, rows.size()), width));
    }

    private static BitSet filled(List<Row> body, int width) {
        var filled = new BitSet();
        filled.set(0, body.size() > 1 ? width : 0);
        for (var row : body) {
            for (int i = 0; row.cells().size() == width && i < width; i++) {
                if (row.cells().get(i).isBlank()) {
                    filled.clear(i);
                }
            }
        }
        return filled;
    }

    private boolean isHeaderAt(int row, int width) {
        var body = rows.subList(row + 1, rows.size());
        return isHeader(rows.get(row), dominant(body, width), body);
    }

    /** The layout as somebody said it is: the header follows the lines to skip, whatever it looks like. */
    private Layout guided(Guidance guidance) {
        int first = first(guidance.skippedLines());
        int lines = guidance.headerLines() == null ? 1 : Math.min(guidance.headerLines(), rows.size() - first);
        var counts = new ArrayList<Integer>();
        rows.subList(first, rows.size()).forEach(row -> counts.add(row.cells().size()));
        int width = Math.max(Widths.mostCommon(counts), lines == 0 ? 0 : lastFilled(rows.get(first)) + 1);
        var labels = new ArrayList<String>(Collections.nCopies(width, ""));
        rows.subList(first, first + lines).forEach(row -> join(labels, row));
        var body = rows.subList(first + lines, rows.size());
        return new Layout(
                first + lines,
                lines == 0 ? 0 : rows.get(first).line(),
                labels,
                List.of(),
                first,
                lines == 0 ? "" : rows.get(first).raw(),
                dominant(body, width),
                filled(body, width));
    }

    private int first(@Nullable Integer skippedLines) {
        if (skippedLines == null) {
            var counts = new ArrayList<Integer>();
            rows.forEach(row -> counts.add(row.cells().size()));
            return firstRow(Widths.mostCommon(counts));
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).line() > skippedLines) {
                return i;
            }
        }
        return rows.size() - 1;
    }

    private static boolean isFullAndDistinct(Row row, int width) {
        return row.filled() == width
                && row.shapes().contains(Shape.TEXT)
                && Set.copyOf(row.cells()).size() == width;
    }

    /** Under headings that span several columns, one that names each: words, or years. */
    private static boolean isDivision(List<String> labels, Row row, List<Shape> below) {
        int spanned = 0;
        int typed = 0;
        for (int i = 0; i < labels.size(); i++) {
            boolean filled = i < row.cells().size() && !row.cells().get(i).isBlank();
            if (labels.get(i).isEmpty()) {
                if (!filled) {
                    return false;
                }
                spanned++;
                typed += below.get(i).isTyped() ? 1 : 0;
            }
            if (filled
                    && row.shapes().get(i) != Shape.TEXT
                    && !isYear(row.cells().get(i).strip())) {
                return false;
            }
        }
        return typed * 2 > spanned && !labels.getFirst().isEmpty();
    }

    private static boolean isYear(String text) {
        return text.matches("(18|19|20)\\d\\d");
    }

    /** A heading goes for the columns after it that have none of their own. */
    private static void spread(List<String> labels, Row row) {
        for (int i = 1; i < labels.size(); i++) {
            if (labels.get(i).isEmpty() && !row.cells().get(i - 1).isBlank()) {
                labels.set(i, labels.get(i - 1));
            }
        }
    }

    /** The second line of a header of several. */
    private static void join(List<String> labels, Row row) {
        for (int i = 0; i < Math.min(labels.size(), row.cells().size()); i++) {
            var text = row.cells().get(i).strip();
            if (!text.isEmpty() && !text.equals(labels.get(i))) {
                labels.set(i, labels.get(i).isEmpty() ? text : labels.get(i) + " " + text);
            }
        }
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
            boolean comment =
                    row.cells().getFirst().startsWith("#") && row.cells().size() < width;
            if (!comment
                    && row.filled() * 2 >= fullest
                    && (width < 3 || row.cells().size() > 1)) {
                return i;
            }
        }
        return 0;
    }

    private static int lastFilled(Row row) {
        for (int i = row.cells().size() - 1; i >= 0; i--) {
            if (!row.cells().get(i).isBlank()) {
                return i;
            }
        }
        return -1;
    }

    /** The shape at least nine in ten filled cells of a column agree on; text otherwise. */
    private static List<Shape> dominant(List<Row> body, int width) {
        var dominant = new ArrayList<Shape>();
        for (int column = 0; column < width; column++) {
            var counts = new EnumMap<Shape, Integer>(Shape.class);
            int filled = 0;
            for (var row : body) {
                if (column < row.cells().size()
                        && row.cells().size() == width
                        && !row.cells().get(column).isBlank()) {
                    counts.merge(row.shapes().get(column), 1, Integer::sum);
                    filled++;
                }
            }
            dominant.add(agreed(counts, filled));
        }
        return dominant;
    }

    private static Shape agreed(EnumMap<Shape, Integer> counts, int filled) {
        for (var candidate : counts.keySet()) {
            int agreeing = 0;
            for (var entry : counts.entrySet()) {
                agreeing += entry.getKey().agreesWith(candidate) || entry.getKey() == Shape.MARK ? entry.getValue() : 0;
            }
            if (candidate.isTyped() && agreeing * 10 >= filled * 9) {
                return candidate;
            }
        }
        return Shape.TEXT;
    }

    /** A first row whose cells are of the same kind as those below is data, unless it counts years or months off. */
    private static boolean isHeader(Row first, List<Shape> shapes, List<Row> body) {
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
            return body.isEmpty() || !first.shapes().stream().allMatch(LayoutDetector::isValue);
        }
        return alike * 2 <= typed || isSequence(first, shapes);
    }

    private static boolean isValue(Shape shape) {
        return shape.isTyped();
    }

    private static boolean isSequence(Row first, List<Shape> shapes) {
        Long previous = null;
        int steps = 0;
        for (int i = 0; i < Math.min(shapes.size(), first.cells().size()); i++) {
            if (first.shapes().get(i) != Shape.INTEGER || first.cells().get(i).isBlank()) {
                continue;
            }
            long number = Long.parseLong(first.cells().get(i).strip());
            if (previous != null && Math.abs(number - previous) != 1) {
                return false;
            }
            steps += previous == null ? 0 : 1;
            previous = number;
        }
        return steps > 0 && first.shapes().contains(Shape.TEXT);
    }

    /** A row under the header with words where the rows below it have numbers or dates: units, or more header. */
    private static boolean hasWordsForValues(Row row, List<Shape> shapes) {
        int typed = 0;
        int words = 0;
        for (int i = 0; i < shapes.size(); i++) {
            if (!shapes.get(i).isTyped()) {
                continue;
            }
            typed++;
            if (i < row.cells().size() && !row.cells().get(i).isBlank()) {
                if (row.shapes().get(i) != Shape.TEXT) {
                    return false;
                }
                words++;
            }
        }
        return words > 0 && words * 2 >= typed;
    }

    private static boolean isUnits(Row row, List<Shape> shapes) {
        for (int i = 0; i < Math.min(shapes.size(), row.cells().size()); i++) {
            if (shapes.get(i).isTyped() && row.cells().get(i).strip().length() > MAX_UNIT) {
                return false;
            }
        }
        return true;
    }

    private static List<@Nullable String> cells(Row row, int width) {
        var cells = new ArrayList<@Nullable String>();
        for (int i = 0; i < width; i++) {
            var text = i < row.cells().size() ? row.cells().get(i).strip() : "";
            cells.add(text.isEmpty() ? null : text);
        }
        return cells;
    }
}
