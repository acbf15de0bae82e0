package nl.datakade.access.statement;

import org.jspecify.annotations.Nullable;

/**
 * Why a statement is not run.
 *
 * @param subject the function, form or name it is about; never a literal of the statement
 */
public record Refusal(
        Reason reason, @Nullable String subject, @Nullable Position position) {

    /** The same, for text that begins so many columns later. */
    Refusal before(int columns) {
        return position == null || position.line() > 1
                ? this
                : new Refusal(reason, subject, new Position(1, Math.max(1, position.column() - columns)));
    }

    public enum Reason {
        EMPTY,
        TOO_LONG,
        TOO_DEEP,
        TOO_LARGE,
        SYNTAX,
        NOT_A_SELECT,
        SEVERAL_STATEMENTS,
        PARAMETER,
        FORM,
        FUNCTION,
        TABLE_FUNCTION,
        QUALIFIED_FUNCTION,
        RESERVED_NAME,
        TABLE_NAME,
        FILTER
    }
}
