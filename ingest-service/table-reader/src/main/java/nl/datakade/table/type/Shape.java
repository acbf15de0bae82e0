package nl.datakade.table.type;

/** What one value looks like by itself. {@code THREE}: one mark and three digits, so it may group thousands or start a fraction. */
public enum Shape {
    INTEGER(Kind.NUMBER),
    DOT_DECIMAL(Kind.NUMBER),
    COMMA_DECIMAL(Kind.NUMBER),
    DOT_THREE(Kind.NUMBER),
    COMMA_THREE(Kind.NUMBER),
    DOT_GROUPED(Kind.NUMBER),
    COMMA_GROUPED(Kind.NUMBER),
    LEADING_ZERO(Kind.DIGITS),
    LONG_DIGITS(Kind.DIGITS),
    DATE_ISO(Kind.DATE),
    DATE_DAY_FIRST(Kind.DATE),
    DATE_MONTH_FIRST(Kind.DATE),
    DATE_EITHER(Kind.DATE),
    DATE_NAMED(Kind.DATE),
    TIME(Kind.TIME),
    JA_NEE(Kind.TRUTH),
    TRUE_FALSE(Kind.TRUTH),
    YES_NO(Kind.TRUTH),
    WAAR_ONWAAR(Kind.TRUTH),
    J_N(Kind.TRUTH),
    Y_N(Kind.TRUTH),
    JSON(Kind.STRUCTURE),
    MARK(Kind.WORD),
    TEXT(Kind.WORD);

    /** What shapes have in common. */
    enum Kind {
        NUMBER,
        DIGITS,
        DATE,
        TIME,
        TRUTH,
        STRUCTURE,
        WORD
    }

    private final Kind kind;

    Shape(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isBoolean() {
        return kind == Kind.TRUTH;
    }

    /** Neither a word nor a mark for a missing value. */
    public boolean isTyped() {
        return kind != Kind.WORD;
    }

    /** Two values of these shapes can stand in one column of numbers, dates or truth values. */
    public boolean agreesWith(Shape other) {
        return this == other || (kind == other.kind && kind != Kind.WORD);
    }
}
