package nl.datakade.table.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How comments open in a text, if it has any. A line opens as one but has as many cells as a row may still be a row whose
 * first value begins with that sign: it counts as a comment only where such lines are few.
 *
 * @param prefix empty when there are no comments
 * @param anyWidth a line that opens so is a comment, however many cells it has
 */
record CommentLines(String prefix, boolean anyWidth, int width) {

    static final List<String> PREFIXES = List.of("#", "//", "--");
    static final CommentLines NONE = new CommentLines("", false, 0);

    private static final int LONGEST_HEADING = 40;

    /** Rows for one line among them that opens as a comment and has as many cells as they. */
    private static final int FEW = 3;

    static CommentLines in(List<SampleRow> all) {
        for (var prefix : PREFIXES) {
            var opening = all.stream().filter(row -> opens(row, prefix)).toList();
            var others = all.stream().filter(row -> !opens(row, prefix)).toList();
            int width = SampleRow.width(others);
            if (opening.isEmpty() || others.isEmpty() || width < 2) {
                continue;
            }
            long start = others.getFirst().line();
            long wide = opening.stream()
                    .filter(row -> row.cells().size() == width && row.line() > start)
                    .count();
            long narrow = opening.stream()
                    .filter(row -> row.cells().size() != width && row.line() > start)
                    .count();
            boolean anyWidth = wide * FEW <= others.size() || wide <= narrow;
            boolean sure = opening.stream().anyMatch(row -> row.cells().size() != width);
            if (sure || (wide == 0 && opensWithWord(all.getFirst(), prefix))) {
                return new CommentLines(prefix, anyWidth, width);
            }
        }
        return NONE;
    }

    private static boolean opens(SampleRow row, String prefix) {
        var text = row.raw().isEmpty() ? row.cells().getFirst() : row.raw();
        return text.startsWith(prefix);
    }

    private static boolean opensWithWord(SampleRow row, String prefix) {
        return opens(row, prefix)
                && Character.isLetter(
                        (row.raw().substring(Math.min(prefix.length(), row.raw().length())) + ".")
                                .stripLeading()
                                .charAt(0));
    }

    boolean has(SampleRow row) {
        return !prefix.isEmpty()
                && opens(row, prefix)
                && (anyWidth || row.cells().size() != width);
    }

    /** The last comment above a line that names as many columns as the table has, each by a few words; null when none does. */
    @Nullable
    SampleRow heading(List<SampleRow> all, long above, int columns) {
        SampleRow heading = null;
        for (var row : all) {
            if (row.line() < above && has(row) && row.cells().size() == columns && isHeading(row)) {
                heading = row;
            }
        }
        return heading;
    }

    private boolean isHeading(SampleRow row) {
        var labels = labels(row);
        return Set.copyOf(labels).size() == labels.size()
                && row.isWords()
                && labels.stream()
                        .allMatch(label -> !label.isBlank()
                                && label.length() <= LONGEST_HEADING
                                && label.split(" ", -1).length <= FEW + 1);
    }

    /** The cells of a comment without what it opens with. */
    List<String> labels(SampleRow row) {
        var labels = new ArrayList<>(row.cells());
        labels.set(0, labels.getFirst().replaceFirst("^\\s*[#/-]+", ""));
        return labels.stream().map(String::strip).toList();
    }
}
