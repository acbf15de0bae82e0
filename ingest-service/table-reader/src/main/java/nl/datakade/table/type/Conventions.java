package nl.datakade.table.type;

import java.util.Collection;

/** How the file as a whole writes numbers and dates, from the columns that leave no doubt; settles those that do. */
record Conventions(boolean commaDecimals, boolean dotDecimals, boolean dayFirst, boolean monthFirst) {

    static Conventions of(Collection<ColumnEvidence> columns) {
        boolean comma = false;
        boolean dot = false;
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (var column : columns) {
            boolean hasComma = column.count(Shape.COMMA_DECIMAL, Shape.DOT_GROUPED) > 0;
            boolean hasDot = column.count(Shape.DOT_DECIMAL, Shape.COMMA_GROUPED) > 0;
            boolean allNumbers = column.numbers() + column.count(Shape.MARK) == column.values;
            comma |= allNumbers && hasComma && !hasDot;
            dot |= allNumbers && hasDot && !hasComma;
            boolean hasDay = column.count(Shape.DATE_DAY_FIRST) > 0;
            boolean hasMonth = column.count(Shape.DATE_MONTH_FIRST) > 0;
            dayFirst |= hasDay && !hasMonth;
            monthFirst |= hasMonth && !hasDay;
        }
        return new Conventions(comma, dot, dayFirst, monthFirst);
    }

    boolean onlyCommaDecimals() {
        return commaDecimals && !dotDecimals;
    }

    boolean onlyDotDecimals() {
        return dotDecimals && !commaDecimals;
    }
}
