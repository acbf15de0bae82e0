package nl.datakade.access.policy;

/**
 * A column that looks like personal data and is not.
 *
 * @param semanticType what it looks like; if it comes to look like something else, that has not been cleared
 */
public record Clearance(String table, int column, String semanticType, String reason) {

    boolean covers(Recognised recognised) {
        return covers(recognised.table(), recognised.column(), recognised.meaning());
    }

    public boolean covers(String otherTable, int otherColumn, String meaning) {
        return table.equals(otherTable) && column == otherColumn && semanticType.equals(meaning);
    }
}
