package nl.datakade.quality.semantic;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises citizen service numbers by the 11-test over a whole column: one number in eleven passes by chance, so a single
 * value proves nothing, and a column of lamp numbers passes for nine per cent.
 */
final class BsnDetector implements Detector {
    private static final Set<ValueKind> KINDS = Set.of(ValueKind.TEXT, ValueKind.INTEGER);
    private static final List<String> TERMS =
            Terms.of("bsn burgerservicenummer burgerservicenr sofinummer sofinr sofi citizenservicenumber");
    private static final List<String> ORGANISATION =
            Terms.of("rsin fiscaalnummer fiscaalnr fi kvk kvknummer organisatie rechtspersoon");
    private static final int ENOUGH = 20;
    private static final double PASSING = 0.9;

    @Override
    public @Nullable Detection detect(ColumnSample column) {
        if (!KINDS.contains(column.kind()) || column.name().speaksOf(ORGANISATION)) {
            return null;
        }
        var candidates = column.values().stream()
                .map(value -> Checks.nineDigits(value.text()))
                .filter(digits -> !digits.isEmpty())
                .distinct()
                .toList();
        if (candidates.isEmpty()) {
            return null;
        }
        var passing = candidates.stream().filter(Checks::isBsn).count();
        var share = (double) passing / candidates.size();
        var term = column.name().firstOf(TERMS);
        if (term != null) {
            // Named so, but mostly invalid: treated as one all the same, for a typing error is still somebody's number.
            return Detection.whole(SemanticType.BSN, 0.6 + 0.39 * share, candidates.size(), share, term);
        }
        return candidates.size() >= ENOUGH && share >= PASSING
                ? Detection.whole(SemanticType.BSN, 0.95 * share, candidates.size(), share, null)
                : null;
    }
}
