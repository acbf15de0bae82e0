package nl.datakade.table.row;

/**
 * What became of every line of a text file. A value with line breaks stands on several lines, which all count as its row's.
 *
 * @param lines how many the file has, counted before any of them is judged
 * @param titles above the table, the line that names the delimiter among them
 * @param headings lines of the header
 * @param units the line of units under it
 * @param comments wherever they stand
 * @param blank lines without a value that are no rows
 * @param repeatedHeadings the header again, further down
 * @param notes under the table
 * @param rows of the table
 * @param rejected of rows that were rejected
 */
public record LineAccount(
        long lines,
        long titles,
        long headings,
        long units,
        long comments,
        long blank,
        long repeatedHeadings,
        long notes,
        long rows,
        long rejected) {

    /** The same, when the rows have been read too. */
    public LineAccount withRows(long rowLines, long rejectedLines) {
        return new LineAccount(
                lines, titles, headings, units, comments, blank, repeatedHeadings, notes, rowLines, rejectedLines);
    }

    /** How many lines are something. */
    public long accounted() {
        return titles + headings + units + comments + blank + repeatedHeadings + notes + rows + rejected;
    }

    /** Every line is accounted for, once. */
    public boolean complete() {
        return lines == accounted();
    }
}
