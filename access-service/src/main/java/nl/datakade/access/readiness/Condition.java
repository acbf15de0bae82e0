package nl.datakade.access.readiness;

import java.util.List;

/**
 * One of the things that have to be so before anybody's statement runs.
 *
 * @param link where whose move it is can make it
 * @param subjects the columns it is about, as {@code table.column}
 */
public record Condition(Code code, boolean met, Mover whoseMove, String link, List<String> subjects) {

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
