package nl.datakade.table.type;

import nl.datakade.table.row.RejectReason;

/** What a value of a column has to look like, said to whoever sent another one. */
final class Expectation {

    private Expectation() {}

    static RejectReason of(ColumnType type) {
        var expected = expected(type);
        var digits = type.sql().startsWith("DECIMAL")
                ? new RejectReason(
                        ", at most " + ColumnType.wholeDigits(type.sql()) + " digits before the mark and "
                                + ColumnType.scale(type.sql()) + " after it",
                        ", ten hoogste " + ColumnType.wholeDigits(type.sql()) + " cijfers voor het teken en "
                                + ColumnType.scale(type.sql()) + " erachter")
                : new RejectReason("", "");
        return new RejectReason(
                "the value is no " + type.sql() + ": expected " + expected.english() + digits.english(),
                "de waarde is geen " + type.sql() + ": verwacht wordt " + expected.dutch() + digits.dutch());
    }

    private static RejectReason expected(ColumnType type) {
        boolean whole = type.sql().equals("BIGINT");
        var time = type.sql().startsWith("TIMESTAMP") ? " 23:59:00" : "";
        return switch (type.notation()) {
            case TEXT, JSON -> new RejectReason("text", "tekst");
            case INTEGER -> new RejectReason("a whole number, as 1204", "een geheel getal, zoals 1204");
            case DOT_NUMBER ->
                whole
                        ? new RejectReason("a whole number, as 1204 or 1,204", "een geheel getal, zoals 1204 of 1,204")
                        : new RejectReason(
                                "a number with a decimal point, as 1204.5",
                                "een getal met een decimale punt, zoals 1204.5");
            case COMMA_NUMBER ->
                whole
                        ? new RejectReason("a whole number, as 1204 or 1.204", "een geheel getal, zoals 1204 of 1.204")
                        : new RejectReason(
                                "a number with a decimal comma, as 1204,5",
                                "een getal met een decimale komma, zoals 1204,5");
            case EITHER_NUMBER ->
                new RejectReason(
                        "a number with a decimal comma or point, as 1204,56 or 1204.56",
                        "een getal met een decimale komma of punt, zoals 1204,56 of 1204.56");
            case YEAR_FIRST -> date("year, month, day", "jaar, maand, dag", "2026-12-31" + time);
            case DAY_FIRST -> date("day, month, year", "dag, maand, jaar", "31-12-2026" + time);
            case MONTH_FIRST -> date("month, day, year", "maand, dag, jaar", "12/31/2026" + time);
            case MONTH_NAME ->
                date("day, name of the month, year", "dag, naam van de maand, jaar", "31 dec 2026" + time);
            case COMPACT_DATE -> date("eight digits", "acht cijfers", "20261231");
            case COMPACT_TIMESTAMP -> date("twelve or fourteen digits", "twaalf of veertien cijfers", "20261231235900");
            case TIME -> new RejectReason("a time, as 23:59 or 23:59:30", "een tijd, zoals 23:59 of 23:59:30");
            case BOOLEAN ->
                new RejectReason(
                        "yes or no, as ja, nee, J, N, true or false", "ja of nee, zoals ja, nee, J, N, true of false");
        };
    }

    private static RejectReason date(String english, String dutch, String sample) {
        return new RejectReason(
                "a date that exists, as " + english + ": " + sample,
                "een datum die bestaat, als " + dutch + ": " + sample);
    }
}
