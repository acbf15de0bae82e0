package nl.datakade.table.text;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import nl.datakade.table.type.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Where in the text the table stands.
 *
 * @param above what each record before the first row is
 * @param headerLine line of the header, or 0 when the table has none
 * @param labels a label per column, blank where the header says nothing
 * @param units what a units line under the header says, or empty
 * @param headings the header's own text, line by line, to know it when it returns
 * @param shapes what most values of each column look like in the first rows
 * @param filled which columns have a value in each of the first rows
 * @param comments how comments open
 * @param split which values are cut by a delimiter in them
 */
public record Layout(
        List<LineKind> above,
        long headerLine,
        List<String> labels,
        List<@Nullable String> units,
        List<String> headings,
        List<Shape> shapes,
        BitSet filled,
        CommentLines comments,
        SplitValues split) {

    private static final Set<LineKind> NO_HEADER = Set.of(LineKind.TITLE, LineKind.COMMENT, LineKind.BLANK);

    static final Layout EMPTY = new Layout(
            List.of(),
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new BitSet(),
            CommentLines.NONE,
            SplitValues.NONE);

    public int width() {
        return labels.size();
    }

    /** Records before the first row, the header and the units line among them. */
    public int skipped() {
        return above.size();
    }

    /** Lines above the table that are neither header nor units. */
    public int preamble() {
        return (int) above.stream().filter(NO_HEADER::contains).count();
    }

    /** The header stands in a comment. */
    boolean isHeadedByComment() {
        return headings.stream().anyMatch(text -> !comments.prefix().isEmpty() && text.startsWith(comments.prefix()));
    }
}
