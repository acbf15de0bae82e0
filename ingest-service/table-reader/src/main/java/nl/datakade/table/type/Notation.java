package nl.datakade.table.type;

/** In which notation a column's values are written, and so how they are read. */
public enum Notation {
    TEXT,
    INTEGER,
    /** 1234.5 or 1,234.5 */
    DOT_NUMBER,
    /** 1234,5 or 1.234,5 */
    COMMA_NUMBER,
    /** Some with a comma, some with a point, each clear by itself: 1234,56 and 1234.56 */
    EITHER_NUMBER,
    YEAR_FIRST,
    DAY_FIRST,
    MONTH_FIRST,
    MONTH_NAME,
    /** yyyymmdd */
    COMPACT_DATE,
    /** yyyymmddhhmm or yyyymmddhhmmss */
    COMPACT_TIMESTAMP,
    TIME,
    BOOLEAN,
    JSON
}
