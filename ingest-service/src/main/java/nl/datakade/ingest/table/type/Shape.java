package nl.datakade.ingest.table.type;

/** What one value looks like by itself. {@code THREE}: one mark and three digits, so it may group thousands or start a fraction. */
public enum Shape {
    INTEGER,
    LEADING_ZERO,
    LONG_DIGITS,
    DOT_DECIMAL,
    COMMA_DECIMAL,
    DOT_THREE,
    COMMA_THREE,
    DOT_GROUPED,
    COMMA_GROUPED,
    DATE_ISO,
    DATE_DAY_FIRST,
    DATE_MONTH_FIRST,
    DATE_EITHER,
    DATE_NAMED,
    TIME,
    JA_NEE,
    TRUE_FALSE,
    YES_NO,
    WAAR_ONWAAR,
    J_N,
    Y_N,
    MARK,
    JSON,
    TEXT;

    boolean isNumber() {
        return ordinal() <= COMMA_GROUPED.ordinal() && this != LEADING_ZERO && this != LONG_DIGITS;
    }

    boolean isDate() {
        return ordinal() >= DATE_ISO.ordinal() && ordinal() <= DATE_NAMED.ordinal();
    }

    boolean isBoolean() {
        return ordinal() >= JA_NEE.ordinal() && ordinal() <= Y_N.ordinal();
    }

    /** Neither a word nor a mark for a missing value. */
    public boolean isTyped() {
        return ordinal() < MARK.ordinal();
    }

    /** Two values of these shapes can stand in one column of numbers, dates or truth values. */
    public boolean agreesWith(Shape other) {
        return this == other
                || isNumber() && other.isNumber()
                || isDate() && other.isDate()
                || isBoolean() && other.isBoolean();
    }
}
