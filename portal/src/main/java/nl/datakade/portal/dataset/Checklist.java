package nl.datakade.portal.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.datakade.portal.api.Access.Condition;
import nl.datakade.portal.api.Access.Readiness;
import nl.datakade.portal.api.Catalog.Dataset;
import nl.datakade.portal.visitor.Person;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset still needs before its data can be used, as one list: what is missing first, then what is in order. Catalog
 * and access both know a part; of the registration catalog knows more, so its words stand for what access says of that.
 */
record Checklist(List<Step> missing, List<Step> met) {

    private static final Set<String> REGISTRATION =
            Set.of("registered", "owner", "steward", "access-grantor", "classified");

    /**
     * One step.
     *
     * @param responsible who must act: a key of the messages, or words when {@code inWords}
     * @param yours whether that is the visitor
     * @param link where the visitor does it; null when no page does that yet
     */
    record Step(
            String code,
            @Nullable String message,
            @Nullable String responsible,
            boolean inWords,
            boolean yours,
            @Nullable String link) {}

    static Checklist of(Dataset dataset, @Nullable Readiness readiness, Person person) {
        var missing = new ArrayList<Step>();
        var met = new ArrayList<Step>();
        dataset.missing().forEach(lack -> {
            var code = lack.code() == null ? "registered" : lack.code();
            var yours = registers(dataset, person);
            missing.add(new Step(code, lack.message(), lack.whoseMove(), true, yours, null));
        });
        if (readiness != null) {
            readiness.conditions().forEach(condition -> {
                if (condition.met()) {
                    met.add(step(condition, dataset, person));
                } else if (dataset.missing().isEmpty() || !REGISTRATION.contains(condition.code())) {
                    missing.add(step(condition, dataset, person));
                }
            });
        }
        return new Checklist(List.copyOf(missing), List.copyOf(met));
    }

    /** Is there nothing but a grant that the visitor lacks? */
    public boolean lacksAccessOnly() {
        return missing.size() == 1 && missing.getFirst().code().equals("grant");
    }

    private static Step step(Condition condition, Dataset dataset, Person person) {
        var yours = !condition.met()
                && switch (condition.whoseMove()) {
                    case "owner" -> dataset.has("DATA_OWNER", person.subject());
                    case "access-grantor" -> dataset.has("ACCESS_GRANTOR", person.subject());
                    case "asker" -> true;
                    default -> registers(dataset, person);
                };
        return new Step(
                condition.code(),
                condition.message(),
                condition.whoseMove(),
                false,
                yours,
                yours ? link(condition.code(), dataset) : null);
    }

    /** The steward named in the catalogue; as long as there is none, those of the department. */
    private static boolean registers(Dataset dataset, Person person) {
        return dataset.hasSteward(person.subject())
                || (!dataset.has("DATA_STEWARD")
                        && person.is("steward")
                        && dataset.department() != null
                        && person.departments().contains(dataset.department()));
    }

    private static @Nullable String link(String code, Dataset dataset) {
        return switch (code) {
            case "grant" -> "#ask";
            case "released" -> "/quarantine?dataset=" + dataset.name();
            default -> null;
        };
    }
}
