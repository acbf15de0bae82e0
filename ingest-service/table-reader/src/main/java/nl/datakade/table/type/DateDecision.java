package nl.datakade.table.type;

import org.jspecify.annotations.Nullable;

/** What a column of nothing but dates is; none of it when their order or century is not settled. */
final class DateDecision {

    private DateDecision() {}

    static @Nullable ColumnType of(Undecided column) {
        var evidence = column.evidence();
        long dayFirst = evidence.count(Shape.DATE_DAY_FIRST);
        long monthFirst = evidence.count(Shape.DATE_MONTH_FIRST);
        long either = evidence.count(Shape.DATE_EITHER);
        long iso = evidence.count(Shape.DATE_ISO);
        long named = evidence.count(Shape.DATE_NAMED);
        int kinds = (dayFirst + monthFirst + either > 0 ? 1 : 0) + (iso > 0 ? 1 : 0) + (named > 0 ? 1 : 0);
        if (kinds > 1 || (dayFirst > 0 && monthFirst > 0)) {
            return column.warn("MIXED_DATE_NOTATIONS", null, "dates are written in more than one order, kept as text");
        }
        if (evidence.offsets > 0 && evidence.offsets < evidence.dates()) {
            return column.warn(
                    "MIXED_OFFSETS", null, "some times have an offset from UTC and others do not, kept as text");
        }
        if (evidence.twoDigitYears > 0) {
            if (Names.isBirth(column.label())) {
                return column.warn(
                        "AMBIGUOUS_CENTURY",
                        null,
                        "years of two digits in a date of birth may be of this century or of the last; kept as text");
            }
            column.info("TWO_DIGIT_YEARS", "years of two digits are read as 1950 to 2049");
        }
        var notation = iso > 0
                ? Notation.YEAR_FIRST
                : named > 0 ? Notation.MONTH_NAME : order(column, dayFirst > 0, monthFirst > 0);
        return notation == null ? null : column.typed(sql(evidence), notation, null);
    }

    static String sql(ColumnEvidence evidence) {
        return evidence.offsets > 0 ? "TIMESTAMP WITH TIME ZONE" : evidence.timed > 0 ? "TIMESTAMP" : "DATE";
    }

    /** Whether day or month goes first; slashes are written in both orders, so they need a sign of which. */
    private static @Nullable Notation order(Undecided column, boolean dayFirst, boolean monthFirst) {
        var conventions = column.conventions();
        if (dayFirst || monthFirst) {
            return dayFirst ? Notation.DAY_FIRST : Notation.MONTH_FIRST;
        }
        if (!column.evidence().slashes) {
            return Notation.DAY_FIRST;
        }
        if (conventions.dayFirst() == conventions.monthFirst()) {
            column.warn(
                    "AMBIGUOUS_DATE",
                    column.line(Shape.DATE_EITHER),
                    "day and month cannot be told apart, and no other column settles it; kept as text");
            return null;
        }
        return conventions.monthFirst() ? Notation.MONTH_FIRST : Notation.DAY_FIRST;
    }
}
