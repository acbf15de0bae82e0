package nl.datakade.table.row;

/** What the file itself says a cell is. Text may still be a number or a date in someone's notation; the others are certain. */
public enum CellKind {
    TEXT,
    /** Written with a dot as decimal mark and no grouping. */
    NUMBER,
    BOOLEAN,
    /** ISO 8601: a date, a date with time, or a time. */
    TEMPORAL,
    /** An object or array in JSON. */
    JSON,
    /** No value at all. */
    ABSENT
}
