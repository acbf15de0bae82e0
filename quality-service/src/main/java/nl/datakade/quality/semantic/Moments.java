package nl.datakade.quality.semantic;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and points in time that stand in a file as text or as a number. */
public final class Moments {
    private static final Pattern YEAR_FIRST = Pattern.compile("((?:1[89]|20)\\d\\d)([-/.]?)(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})([-/. ])(\\d{1,2})\\2((?:1[89]|20)\\d\\d)");
    private static final Pattern TIME = Pattern.compile(
            "(?:[T ,]\\s*\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?\\s*(?:Z|[+-]\\d{2}:?\\d{2})?|(?<=^\\d{8})\\d{6})$");
    private static final int FIRST_YEAR_OF_A_LIFE = 1900;

    private Moments() {}

    public static boolean isDate(String value) {
        return parse(value) != null;
    }

    /** A date with a time behind it: {@code 2019-08-01 11:19}, {@code 20190801111936}. */
    static boolean isTimestamp(String value) {
        var time = TIME.matcher(value);
        return time.find() && isDate(value.substring(0, time.start()));
    }

    /** Somebody's who may be alive: 1900 up to and including the day given. */
    static boolean isBirthDate(String value, LocalDate today) {
        var time = TIME.matcher(value);
        var date = parse(time.find() && value.length() > 10 ? value.substring(0, time.start()) : value);
        return date != null && date.getYear() >= FIRST_YEAR_OF_A_LIFE && !date.isAfter(today);
    }

    private static @Nullable LocalDate parse(String value) {
        var yearFirst = YEAR_FIRST.matcher(value);
        if (yearFirst.matches() && (!yearFirst.group(2).isEmpty() || value.length() == 8)) {
            return date(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
        }
        var dayFirst = DAY_FIRST.matcher(value);
        return dayFirst.matches() ? date(dayFirst.group(4), dayFirst.group(3), dayFirst.group(1)) : null;
    }

    private static @Nullable LocalDate date(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
