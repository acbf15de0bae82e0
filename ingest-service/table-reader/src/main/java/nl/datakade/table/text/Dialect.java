package nl.datakade.table.text;

/**
 * How rows and cells are told apart.
 *
 * @param delimiter between cells
 * @param quote around cells, or 0 when quotes are ordinary characters
 * @param escape before a quote inside a quoted cell; the quote itself when it is doubled
 * @param carriageReturn rows end in a carriage return alone
 * @param spaceAfterDelimiter every delimiter is followed by one space that is no part of the cell
 */
public record Dialect(char delimiter, char quote, char escape, boolean carriageReturn, boolean spaceAfterDelimiter) {

    static Dialect of(char delimiter, char quote) {
        return new Dialect(delimiter, quote, quote, false, false);
    }
}
