package nl.datakade.table.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first rows of a sheet with the cells that are merged in them, columns counted as far as they are read. */
final class Head {

    /** A cell that covers more rows below it and columns to its right. */
    record Span(int column, int down, int across) {}

    /** A row that holds something. */
    record Line(long line, List<@Nullable String> texts, List<Span> spans) {

        boolean isBlank(int column) {
            var text = text(column);
            return text == null || text.isBlank();
        }

        @Nullable
        String text(int column) {
            return column < texts.size() ? texts.get(column) : null;
        }

        long filled() {
            return texts.stream()
                    .filter(text -> text != null && !text.isBlank())
                    .count();
        }
    }

    final List<Line> lines = new ArrayList<>();

    boolean hasSpans() {
        return lines.stream().anyMatch(line -> !line.spans().isEmpty());
    }
}
