package nl.datakade.table.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.datakade.table.sheet.Head.Line;
import nl.datakade.table.sheet.Head.Span;
import nl.datakade.table.text.Layout;
import nl.datakade.table.text.LineKind;
import org.jspecify.annotations.Nullable;

/** A header whose cells are merged: what spans columns names each of them, what spans lines belongs to all of them. */
final class MergedHeader {

    private static final int MOST_LINES = 6;

    private final Layout layout;
    private final List<Line> lines;
    private int first;
    private int last;

    private MergedHeader(Layout layout, Head head) {
        this.layout = layout;
        this.lines = head.lines;
        this.first = layout.above().indexOf(LineKind.HEADING);
        this.last = layout.above().lastIndexOf(LineKind.HEADING);
    }

    /**
     * The layout with the header as its merged cells say.
     *
     * @param fixed whether somebody said which lines are the header
     */
    static Layout of(Layout layout, Head head, boolean fixed) {
        if (!layout.above().contains(LineKind.HEADING) || !head.hasSpans()) {
            return layout;
        }
        var header = new MergedHeader(layout, head);
        if (!fixed && layout.units().isEmpty()) {
            header.extend();
        }
        return header.layout();
    }

    private void extend() {
        while (first > 0 && last - first < MOST_LINES && isHeadingOver(first - 1)) {
            first--;
        }
        while (last + 2 < lines.size() && last - first < MOST_LINES && goesOn()) {
            last++;
        }
    }

    /** A row right above the header with headings over some of its columns; a title would stand in the first. */
    private boolean isHeadingOver(int index) {
        var row = lines.get(index);
        boolean adjacent = row.line() + 1 == lines.get(index + 1).line();
        boolean spans = row.spans().stream().anyMatch(span -> span.across() > 0 && isPart(span));
        return adjacent && spans && (row.filled() > 1 || row.isBlank(0)) && hasNoNumbers(row);
    }

    private boolean isPart(Span span) {
        return span.across() + 1 < layout.width();
    }

    private static boolean hasNoNumbers(Line row) {
        return row.texts().stream().allMatch(text -> text == null || text.isBlank() || isHeading(text));
    }

    /** A merged cell reaches into the next line, or columns that share a heading have one each there. */
    private boolean goesOn() {
        var next = lines.get(last + 1);
        boolean adjacent = lines.get(last).line() + 1 == next.line();
        boolean covered = false;
        for (int i = first; i <= last; i++) {
            for (var span : lines.get(i).spans()) {
                covered |= span.down() > 0 && lines.get(i).line() + span.down() >= next.line();
            }
        }
        boolean divided = lines.get(last).spans().stream().anyMatch(span -> isPart(span) && isDivided(span, next));
        return adjacent && (covered || divided) && hasNoNumbers(next);
    }

    private static boolean isDivided(Span span, Line next) {
        for (int i = span.column(); i <= span.column() + span.across(); i++) {
            if (next.isBlank(i)) {
                return false;
            }
        }
        return span.across() > 0;
    }

    /** Words, or a year. */
    private static boolean isHeading(String text) {
        return text.chars().anyMatch(Character::isLetter) || text.strip().matches("(18|19|20)\\d\\d");
    }

    private Layout layout() {
        int width = layout.width();
        var labels = new ArrayList<String>();
        for (int column = 0; column < width; column++) {
            labels.add(label(column));
        }
        return new Layout(
                above(),
                lines.get(first).line(),
                labels,
                layout.units(),
                layout.headings(),
                layout.shapes(),
                layout.filled(),
                layout.comments(),
                layout.split());
    }

    private List<LineKind> above() {
        var above = new ArrayList<>(layout.above());
        while (above.size() <= last) {
            above.add(LineKind.HEADING);
        }
        Collections.fill(above.subList(first, last + 1), LineKind.HEADING);
        return above;
    }

    private String label(int column) {
        var label = new StringBuilder();
        @Nullable String before = null;
        for (int i = first; i <= last; i++) {
            var text = textAt(i, column);
            if (text != null && !text.isBlank() && !text.equals(before)) {
                label.append(label.isEmpty() ? "" : " ").append(text.strip());
                before = text;
            }
        }
        return label.toString();
    }

    /** The cell's own text, or that of the merged cell that covers it. */
    private @Nullable String textAt(int index, int column) {
        var row = lines.get(index);
        if (!row.isBlank(column)) {
            return row.text(column);
        }
        for (int i = first; i <= index; i++) {
            var above = lines.get(i);
            for (var span : above.spans()) {
                if (above.line() + span.down() >= row.line()
                        && column >= span.column()
                        && column <= span.column() + span.across()) {
                    return above.text(span.column());
                }
            }
        }
        return null;
    }
}
