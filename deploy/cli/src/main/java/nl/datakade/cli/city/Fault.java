package nl.datakade.cli.city;

/** What is wrong on purpose, as it is in files that people really send. */
public enum Fault {
    /** A total or a note after the last record. */
    FOOTER(true),
    /** A date that is none, in a column of dates. */
    BROKEN_DATE(true),
    /** A delimiter inside a value that is not quoted: one cell too many. */
    EXTRA_CELL(true),
    /** A dash where nothing was measured: a missing value. */
    DASH(false),
    /** A cell in another encoding than the rest of the file; readable when the line is looked at by itself. */
    OTHER_ENCODING(false),
    /** A record that was exported twice. */
    DUPLICATE(false);

    private final boolean unreadable;

    Fault(boolean unreadable) {
        this.unreadable = unreadable;
    }

    /** Whether a careful reader has to put the whole line aside. */
    public boolean unreadable() {
        return unreadable;
    }
}
