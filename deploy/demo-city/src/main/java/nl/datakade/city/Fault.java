package nl.datakade.city;

/** What is wrong on purpose, as it is in files that people really send. */
public enum Fault {
    /** A total or a note after the last record; no record itself. */
    FOOTER(false),
    /** A day that no calendar has: whoever guesses nothing and loses nothing keeps the column as text, and says so. */
    BROKEN_DATE(false),
    /** A delimiter inside a value that is not quoted: one cell too many. */
    EXTRA_CELL(true),
    /** A dash or a word where nothing was measured: a missing value. */
    MARK(false),
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
