package nl.datakade.table.row;

/** The bound on tables that stand in one text behind each other: for each of them the text is read from its start. */
public final class TooManyTables {

    private static final int MOST = 250;

    private TooManyTables() {}

    public static void check(int tables) throws UnreadableFile {
        if (tables > MOST) {
            throw new UnreadableFile(
                    "TOO_MANY_TABLES",
                    "the file holds " + tables + " tables behind each other, more than " + MOST,
                    "send them in several files, or as .xlsx");
        }
    }
}
