package nl.datakade.quality.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.quality.profile.ColumnProfile;
import nl.datakade.quality.profile.Profile;
import nl.datakade.quality.profile.TableProfile;
import nl.datakade.quality.semantic.Bearing;
import nl.datakade.quality.semantic.Detection;
import nl.datakade.quality.semantic.SemanticType;
import org.jspecify.annotations.Nullable;

/** Whether the personal data found in a version is what the dataset was said to hold. */
final class Declared {
    static final Set<Rule> RULES = EnumSet.of(
            Rule.NOT_CLASSIFIED,
            Rule.UNDECLARED_BSN,
            Rule.UNDECLARED_SPECIAL_CATEGORY,
            Rule.UNDECLARED_PERSONAL_DATA,
            Rule.HEAVIER_THAN_CLASSIFIED);

    private Declared() {}

    static List<Breach> check(Profile profile, @Nullable Classification classification) {
        var breaches = new ArrayList<Breach>();
        for (var table : profile.tables()) {
            for (var column : table.columns()) {
                column.meanings().stream()
                        .filter(Detection::personal)
                        .findFirst()
                        .ifPresent(ignored -> breaches.addAll(check(table, column, classification)));
            }
        }
        return breaches;
    }

    private static List<Breach> check(
            TableProfile table, ColumnProfile column, @Nullable Classification classification) {
        var breaches = new ArrayList<Breach>();
        for (var meaning : column.meanings()) {
            if (meaning.personal()) {
                var rule = rule(meaning.type(), classification);
                if (rule != null) {
                    breaches.add(Breach.at(
                            table.name(), column.name(), rule, meaning.type().code()));
                }
            }
        }
        return breaches;
    }

    /** The same by what is still known of a version whose profile was let go. */
    static List<Breach> check(List<ScoreState.Column> columns, @Nullable Classification classification) {
        var breaches = new ArrayList<Breach>();
        for (var column : columns) {
            var type = column.personal() ? SemanticType.of(column.semanticType()) : Optional.<SemanticType>empty();
            type.map(personal -> rule(personal, classification))
                    .ifPresent(rule ->
                            breaches.add(Breach.at(column.table(), column.name(), rule, column.semanticType())));
        }
        return breaches;
    }

    /** The number of a citizen and the special categories have laws of their own (UAVG art. 46, AVG art. 9 and 10). */
    private static @Nullable Rule rule(SemanticType meaning, @Nullable Classification classification) {
        var bearing = meaning.bearing();
        var heavy = bearing == Bearing.SPECIAL || bearing == Bearing.CRIMINAL;
        if (classification == null) {
            return Rule.NOT_CLASSIFIED;
        }
        return switch (classification.personalData()) {
            case NONE ->
                meaning == SemanticType.BSN
                        ? Rule.UNDECLARED_BSN
                        : heavy ? Rule.UNDECLARED_SPECIAL_CATEGORY : Rule.UNDECLARED_PERSONAL_DATA;
            case PERSONAL -> heavy ? Rule.HEAVIER_THAN_CLASSIFIED : null;
            case SPECIAL -> bearing == Bearing.CRIMINAL ? Rule.HEAVIER_THAN_CLASSIFIED : null;
            case CRIMINAL -> null;
        };
    }
}
