package nl.datakade.quality.semantic;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises numbers of passports and identity cards; unnamed only when letters stand among the digits, as theirs do. */
final class IdentityDocumentDetector implements Detector {
    private static final List<String> TERMS =
            Terms.of("paspoort paspoortnummer passport idkaart identiteitskaart identitycard documentnummer idbewijs "
                    + "identiteitsbewijs");
    private static final Pattern MIXED = Pattern.compile("[A-Z]{2}(?=.*[A-Z].)(?=.*\\d.)\\w{7}");
    private static final int ENOUGH = 20;

    @Override
    public @Nullable Detection detect(ColumnSample column) {
        if (column.kind() != ValueKind.TEXT || column.values().isEmpty()) {
            return null;
        }
        var tested = column.values().size();
        var fitting = column.values().stream()
                .map(value -> value.text().strip())
                .filter(Checks::isIdentityDocument)
                .toList();
        var share = (double) fitting.size() / tested;
        var term = column.name().firstOf(TERMS);
        if (term != null) {
            return share >= 0.6
                    ? Detection.whole(SemanticType.IDENTITY_DOCUMENT, 0.75 + 0.24 * share, tested, share, term)
                    : null;
        }
        var mixed = fitting.stream().filter(MIXED.asMatchPredicate()).count();
        return share >= 0.95 && tested >= ENOUGH && mixed * 2 > tested
                ? Detection.whole(SemanticType.IDENTITY_DOCUMENT, 0.8 * share, tested, share, null)
                : null;
    }
}
