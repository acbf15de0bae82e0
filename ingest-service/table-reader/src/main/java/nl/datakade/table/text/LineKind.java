package nl.datakade.table.text;

/** What a line is that is no row. */
public enum LineKind {
    TITLE,
    HEADING,
    UNITS,
    COMMENT,
    BLANK,
    REPEATED_HEADING,
    NOTE
}
