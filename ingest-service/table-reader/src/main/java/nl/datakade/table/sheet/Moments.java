package nl.datakade.table.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/** Days and their fractions, as spreadsheets count time, in ISO 8601. A fraction of a day is exact to milliseconds. */
final class Moments {

    private static final long MILLIS_PER_DAY = 86_400_000;

    /** The last day of the year 9999. */
    private static final long LAST_DAY = 2_958_465;

    /** Spreadsheets count a 29 February 1900, as their first example did. */
    private static final int DAYS_OFF_BY_ONE = 60;

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    private Moments() {}

    static long millis(BigDecimal days) {
        return days.multiply(BigDecimal.valueOf(MILLIS_PER_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
    }

    /** What is outside the calendar is shown as no date. */
    static boolean isMoment(BigDecimal days) {
        return days.signum() >= 0 && days.compareTo(BigDecimal.valueOf(LAST_DAY + 1)) < 0;
    }

    static boolean isWholeDay(BigDecimal days) {
        return millis(days) >= MILLIS_PER_DAY;
    }

    /** A midnight is a date. */
    static String moment(BigDecimal days, boolean from1904) {
        long millis = millis(days);
        long day = millis / MILLIS_PER_DAY;
        var date = from1904 ? EPOCH_1904.plusDays(day) : EPOCH.plusDays(day < DAYS_OFF_BY_ONE ? day + 1 : day);
        long ofDay = millis % MILLIS_PER_DAY;
        return ofDay == 0 ? date.toString() : date.atTime(time(ofDay)).toString();
    }

    static String timeOfDay(BigDecimal days) {
        long millis = Math.floorMod(millis(days), MILLIS_PER_DAY);
        return clock(millis);
    }

    /** Hours, minutes and seconds; as many hours as there are. */
    static String duration(BigDecimal days) {
        long millis = millis(days);
        return (millis < 0 ? "-" : "") + clock(Math.abs(millis));
    }

    private static String clock(long millis) {
        long seconds = millis / 1000;
        var whole = String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
        return millis % 1000 == 0 ? whole : whole + String.format(Locale.ROOT, ".%03d", millis % 1000);
    }

    private static LocalTime time(long millis) {
        return LocalTime.ofNanoOfDay(millis * 1_000_000);
    }
}
