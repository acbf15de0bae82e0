package nl.datakade.access.readiness;

import java.util.List;
import nl.datakade.contracts.catalog.Visibility;

/**
 * One of the things that have to be so before anybody's statement runs.
 *
 * @param link where the one who must act can do so
 * @param subjects the columns it is about, as {@code table.column}
 */
public record Condition(Code code, boolean met, Mover whoseMove, String link, List<String> subjects) {

    /** Without columns for those who may know no more of the dataset than its name. */
    public static List<Condition> shown(List<Condition> conditions, Visibility visibility) {
        return visibility == Visibility.VISIBLE
                ? conditions
                : conditions.stream()
                        .map(it -> new Condition(it.code, it.met, it.whoseMove, it.link, List.of()))
                        .toList();
    }

    public enum Code {
        REGISTERED,
        OWNER,
        STEWARD,
        ACCESS_GRANTOR,
        CLASSIFIED,
        RELEASED,
        PERSONAL_DATA_COVERED,
        POLICY,
        GRANT
    }

    public enum Mover {
        OWNER,
        STEWARD,
        ACCESS_GRANTOR,
        ASKER
    }
}
