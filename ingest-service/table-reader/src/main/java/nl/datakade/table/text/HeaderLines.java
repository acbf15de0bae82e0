package nl.datakade.table.text;

import java.util.ArrayList;
import java.util.List;
import nl.datakade.table.type.Shape;
import org.jspecify.annotations.Nullable;

/** A header of one line or more, with a line of units under it perhaps. */
final class HeaderLines {

    private static final int MAX_UNIT = 14;
    private static final int MAX_HEADERS = 5;

    private final int width;
    private final List<String> labels = new ArrayList<>();
    private List<@Nullable String> units = List.of();
    private int lines = 1;

    private HeaderLines(int width) {
        this.width = width;
    }

    /** Without any header, or with the lines that somebody said it has. */
    static HeaderLines of(List<SampleRow> lines, int width) {
        var header = new HeaderLines(width);
        for (int i = 0; i < width; i++) {
            header.labels.add("");
        }
        lines.forEach(header::join);
        return header;
    }

    /** The first line with those that belong to it by the looks of them and of what stands below. */
    static HeaderLines at(int first, List<SampleRow> rows, int width) {
        var header = of(rows.subList(first, first + 1), width);
        header.extend(first, rows);
        return header;
    }

    private void extend(int first, List<SampleRow> rows) {
        while (units.isEmpty() && lines < MAX_HEADERS && rows.size() - first - lines > 3) {
            var row = rows.get(first + lines);
            var below = SampleRow.dominant(
                    rows.subList(Math.min(first + MAX_HEADERS, rows.size() - 2), rows.size()), width);
            boolean divided = isDivision(row, below);
            if (!divided && !hasWordsForValues(row, below)) {
                return;
            }
            if (divided) {
                spread(row);
                join(row);
            } else if (isUnits(row, below)) {
                units = cells(row);
            } else {
                join(row);
            }
            lines++;
        }
    }

    int lines() {
        return lines;
    }

    List<String> labels() {
        return labels;
    }

    List<@Nullable String> units() {
        return units;
    }

    /** Under headings that span several columns, one that names each: words, or years. */
    private boolean isDivision(SampleRow row, List<Shape> below) {
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

    static boolean isYear(String text) {
        return text.matches("(18|19|20)\\d\\d");
    }

    /** A heading goes for the columns after it that have none of their own. */
    private void spread(SampleRow row) {
        for (int i = 1; i < labels.size(); i++) {
            if (labels.get(i).isEmpty() && !row.cells().get(i - 1).isBlank()) {
                labels.set(i, labels.get(i - 1));
            }
        }
    }

    /** One more line of the header. */
    private void join(SampleRow row) {
        for (int i = 0; i < Math.min(labels.size(), row.cells().size()); i++) {
            var text = row.cells().get(i).strip();
            if (!text.isEmpty() && !text.equals(labels.get(i))) {
                labels.set(i, labels.get(i).isEmpty() ? text : labels.get(i) + " " + text);
            }
        }
    }

    /** A row under the header with words where the rows below it have numbers or dates: units, or more header. */
    private static boolean hasWordsForValues(SampleRow row, List<Shape> shapes) {
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

    private static boolean isUnits(SampleRow row, List<Shape> shapes) {
        for (int i = 0; i < Math.min(shapes.size(), row.cells().size()); i++) {
            if (shapes.get(i).isTyped() && row.cells().get(i).strip().length() > MAX_UNIT) {
                return false;
            }
        }
        return true;
    }

    private List<@Nullable String> cells(SampleRow row) {
        var cells = new ArrayList<@Nullable String>();
        for (int i = 0; i < width; i++) {
            var text = i < row.cells().size() ? row.cells().get(i).strip() : "";
            cells.add(text.isEmpty() ? null : text);
        }
        return cells;
    }
}
