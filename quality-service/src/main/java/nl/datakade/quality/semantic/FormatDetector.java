package nl.datakade.quality.semantic;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a meaning by the form of the values and by the column's name. A name that points at it lowers the bar; without
 * one, the form must be telling by itself ({@code shareUnnamed} above 1 means it never is).
 */
record FormatDetector(
        SemanticType type,
        Set<ValueKind> kinds,
        List<String> terms,
        Predicate<String> format,
        double shareNamed,
        double shareUnnamed,
        int distinctUnnamed)
        implements Detector {

    @Override
    public @Nullable Detection detect(ColumnSample column) {
        var tested = column.values().size();
        if (tested == 0 || !kinds.contains(column.kind())) {
            return null;
        }
        var share = (double) column.values().stream()
                        .filter(value -> format.test(value.text().strip()))
                        .count()
                / tested;
        var term = column.name().firstOf(terms);
        if (term != null && share >= shareNamed) {
            return Detection.whole(type, 0.75 + 0.24 * share, tested, share, term);
        }
        if (share >= shareUnnamed && tested >= distinctUnnamed) {
            return Detection.whole(type, 0.9 * share, tested, share, null);
        }
        return null;
    }
}
