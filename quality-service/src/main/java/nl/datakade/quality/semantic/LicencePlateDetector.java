package nl.datakade.quality.semantic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises licence plates: with dashes by their form, without them (AB1234 is also a stock code) by the name too. */
final class LicencePlateDetector implements Detector {
    private static final List<String> TERMS =
            Terms.of("kenteken kentekens nummerbord licenceplate licenseplate numberplate platenumber");
    private static final int ENOUGH = 20;

    @Override
    public @Nullable Detection detect(ColumnSample column) {
        if (column.kind() != ValueKind.TEXT || column.values().isEmpty()) {
            return null;
        }
        var tested = column.values().size();
        var term = column.name().firstOf(TERMS);
        var share = (double) column.values().stream()
                        .map(value -> value.text().strip())
                        .filter(term == null ? Checks::isDashedPlate : Checks::isLicencePlate)
                        .count()
                / tested;
        if (term != null) {
            return share >= 0.6
                    ? Detection.whole(SemanticType.LICENCE_PLATE, 0.75 + 0.24 * share, tested, share, term)
                    : null;
        }
        return share >= 0.95 && tested >= ENOUGH
                ? Detection.whole(SemanticType.LICENCE_PLATE, 0.85 * share, tested, share, null)
                : null;
    }
}
