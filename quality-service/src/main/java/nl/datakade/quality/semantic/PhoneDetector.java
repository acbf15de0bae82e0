package nl.datakade.quality.semantic;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises Dutch telephone numbers; without a name that says so, only when they do not look like one series of codes. */
final class PhoneDetector implements Detector {
    private static final Set<ValueKind> KINDS = Set.of(ValueKind.TEXT, ValueKind.INTEGER);
    private static final List<String> TERMS =
            Terms.of("telefoon telefoonnummer telefoonnr tel telnr telnummer mobiel mobielnummer gsm gsmnummer phone "
                    + "phonenumber mobile cellphone");
    private static final int ENOUGH = 20;
    private static final int PREFIX = 3;

    @Override
    public @Nullable Detection detect(ColumnSample column) {
        if (!KINDS.contains(column.kind()) || column.values().isEmpty()) {
            return null;
        }
        var term = column.name().firstOf(TERMS);
        var tested = column.values().size();
        var numbers = column.values().stream()
                .map(value -> withZero(value.text().strip(), column.kind()))
                .filter(Checks::isPhone)
                .toList();
        var share = (double) numbers.size() / tested;
        if (term != null && share >= 0.5) {
            return Detection.whole(SemanticType.PHONE, 0.75 + 0.24 * share, tested, share, term);
        }
        if (term != null || column.kind() != ValueKind.TEXT || share < 0.9 || tested < ENOUGH) {
            return null;
        }
        var mobile = numbers.stream().filter(Checks::isMobile).count();
        var prefixes = numbers.stream()
                .map(number -> Checks.bare(number).substring(0, PREFIX))
                .distinct()
                .count();
        return mobile * 2 > numbers.size() || prefixes > PREFIX
                ? Detection.whole(SemanticType.PHONE, 0.85 * share, tested, share, null)
                : null;
    }

    /** A spreadsheet takes 0612345678 for a number and loses its zero. */
    private static String withZero(String value, ValueKind kind) {
        return kind == ValueKind.INTEGER && value.length() == 9 ? "0" + value : value;
    }
}
