package nl.datakade.quality.semantic;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recognises special categories (AVG art. 9) and criminal data (art. 10) by the column's name. Only in a table about people:
 * a column <em>ziekenhuis</em> in a table of distances says nothing about anybody's health.
 */
final class SpecialCategories {
    private static final Map<SemanticType, List<String>> TERMS = Map.of(
            SemanticType.HEALTH,
                    Terms.of(
                            "diagnose diagnosis medicatie medicijn medication aandoening ziekte disease handicap beperking "
                                    + "disability gezondheid health bloedgroep zorgindicatie indicatiestelling allergie allergy zwanger "
                                    + "verslaving behandeling zorgvraag ggz icd"),
            SemanticType.RELIGION, Terms.of("godsdienst religie religion geloof levensovertuiging kerkgenootschap"),
            SemanticType.ETHNICITY, Terms.of("etniciteit ethnicity etnisch afkomst herkomst race migratieachtergrond"),
            SemanticType.POLITICAL_OPINION,
                    Terms.of("politiekevoorkeur politiek partijlidmaatschap politicalopinion stemgedrag"),
            SemanticType.TRADE_UNION, Terms.of("vakbond tradeunion vakbondslidmaatschap"),
            SemanticType.SEXUALITY, Terms.of("geaardheid seksuelegeaardheid seksualiteit sexualorientation sexuality"),
            SemanticType.BIOMETRIC, Terms.of("vingerafdruk fingerprint biometrie biometric dna gelaatsscan"),
            SemanticType.CRIMINAL_RECORD,
                    Terms.of("strafblad delict misdrijf verdachte veroordeling veroordeeld antecedenten criminalrecord "
                            + "conviction offence detentie arrestatie"));

    private SpecialCategories() {}

    static @Nullable Detection detect(ColumnSample column) {
        if (column.filled() == 0) {
            return null;
        }
        for (var type : SemanticType.values()) {
            var term = column.name().firstOf(TERMS.getOrDefault(type, List.of()));
            if (term != null) {
                return Detection.whole(type, 0.75, column.values().size(), 1, term)
                        .personal(true);
            }
        }
        return null;
    }
}
