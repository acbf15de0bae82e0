package nl.datakade.quality.rule;

import java.util.Locale;

/** The rules. What they say, why, and what to do is in {@code rules.properties}, in Dutch and English. */
public enum Rule {
    UNREADABLE(true, Court.DEPARTMENT),
    NO_TABLE(true, Court.DEPARTMENT),
    NOT_MEASURED(true, Court.ADMINISTRATOR),
    NO_ROWS(true, Court.DEPARTMENT),
    TOO_MANY_REJECTS(true, Court.DEPARTMENT),
    UNDECLARED_BSN(true, Court.DATA_STEWARD),
    UNDECLARED_SPECIAL_CATEGORY(true, Court.DATA_STEWARD),
    COLUMN_LOST(true, Court.DATA_STEWARD),
    TYPE_CHANGED(true, Court.DATA_STEWARD),
    TABLE_LOST(true, Court.DATA_STEWARD),
    COLUMN_EMPTIED(true, Court.DEPARTMENT),
    CONTRACT_BROKEN(true, Court.DEPARTMENT),
    NEARLY_ALL_ROWS_GONE(true, Court.DEPARTMENT),
    UNDECLARED_PERSONAL_DATA(false, Court.DATA_STEWARD),
    HEAVIER_THAN_CLASSIFIED(false, Court.DATA_STEWARD),
    NOT_CLASSIFIED(false, Court.DATA_STEWARD),
    EMPTY_TABLE(false, Court.DEPARTMENT),
    TYPE_WIDENED(false, Court.DATA_STEWARD),
    COLUMN_RENAMED(false, Court.DATA_STEWARD),
    COLUMN_ADDED(false, Court.DATA_STEWARD),
    TABLE_ADDED(false, Court.DATA_STEWARD),
    VALUES_SHIFTED(false, Court.DATA_STEWARD),
    ROWS_REJECTED(false, Court.DEPARTMENT),
    FAR_FEWER_ROWS(false, Court.DEPARTMENT),
    FAR_MORE_ROWS(false, Court.DEPARTMENT);

    private final boolean blocking;
    private final Court court;

    Rule(boolean blocking, Court court) {
        this.blocking = blocking;
        this.court = court;
    }

    /** Whether a version that breaks it is held back. */
    public boolean blocking() {
        return blocking;
    }

    public Court court() {
        return court;
    }

    /** Kebab-case, as other services know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
