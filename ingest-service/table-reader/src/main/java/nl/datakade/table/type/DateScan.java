package nl.datakade.table.type;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Takes a date, a date with time or a time apart. Which of two numbers up to twelve is the day is not its to say: it
 * keeps them as they stand, the column decides.
 */
final class DateScan {

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mrt", 3),
            Map.entry("maa", 3),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("mei", 5),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("okt", 10),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    Shape shape = Shape.TEXT;
    char separator;
    boolean twoDigitYear;
    boolean timed;
    boolean offset;

    int year;
    /** First and second number of a date that starts with neither year nor name. */
    int first;

    int second;
    long microsOfDay;
    boolean fineSeconds;
    int offsetMinutes;

    private byte[] b = new byte[0];
    private int p;
    private int end;

    boolean scan(byte[] bytes, int from, int to) {
        b = bytes;
        p = from;
        end = to;
        timed = false;
        offset = false;
        twoDigitYear = false;
        separator = 0;
        microsOfDay = 0;
        fineSeconds = false;
        offsetMinutes = 0;
        if (to - from > 40) {
            return false;
        }
        int start = p;
        int number = digitRun();
        int length = p - start;
        if (length == 0 || p >= end) {
            return false;
        }
        char mark = (char) b[p];
        if (mark == ':' && length <= 2) {
            p = start;
            if (!time() || p != end) {
                return false;
            }
            shape = Shape.TIME;
            return true;
        }
        if (length == 4 && (mark == '-' || mark == '/')) {
            return yearFirst(number, mark) && rest();
        }
        if (length <= 2 && (mark == '-' || mark == '/' || mark == '.') && p + 1 < end && isDigit(b[p + 1])) {
            return dayOrMonthFirst(number, mark) && rest();
        }
        return length <= 2 && (mark == '-' || mark == ' ' || mark == '.') && named(number) && rest();
    }

    private boolean yearFirst(int number, char mark) {
        p++;
        int start = p;
        int month = digitRun();
        if (p == start || p - start > 2 || p >= end || b[p] != mark) {
            return false;
        }
        p++;
        start = p;
        int day = digitRun();
        if (p == start || p - start > 2 || !Dates.valid(number, month, day)) {
            return false;
        }
        separator = mark;
        year = number;
        first = month;
        second = day;
        shape = Shape.DATE_ISO;
        return true;
    }

    private boolean dayOrMonthFirst(int number, char mark) {
        p++;
        int start = p;
        second = digitRun();
        if (p - start > 2 || p >= end || b[p] != mark) {
            return false;
        }
        p++;
        start = p;
        year = digitRun();
        int length = p - start;
        if (length != 4 && (length != 2 || mark == '.')) {
            return false;
        }
        twoDigitYear = length == 2;
        if (twoDigitYear) {
            year += year < 50 ? 2000 : 1900;
        }
        first = number;
        separator = mark;
        boolean dayFirst = Dates.valid(year, second, first);
        boolean monthFirst = Dates.valid(year, first, second);
        shape = dayFirst && monthFirst ? Shape.DATE_EITHER : dayFirst ? Shape.DATE_DAY_FIRST : Shape.DATE_MONTH_FIRST;
        return dayFirst || monthFirst;
    }

    private boolean named(int day) {
        while (p < end && (b[p] == ' ' || b[p] == '-' || b[p] == '.')) {
            p++;
        }
        int start = p;
        while (p < end && (b[p] | 0x20) >= 'a' && (b[p] | 0x20) <= 'z') {
            p++;
        }
        if (p - start < 3 || p - start > 9) {
            return false;
        }
        var name = new String(b, start, p - start, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        var month = MONTHS.get(name.substring(0, 3));
        if (month == null || (name.length() > 4 && !MonthNames.ALL.contains(name))) {
            return false;
        }
        while (p < end && (b[p] == ' ' || b[p] == '-' || b[p] == '.')) {
            p++;
        }
        start = p;
        year = digitRun();
        int length = p - start;
        if (length != 4 && length != 2) {
            return false;
        }
        twoDigitYear = length == 2;
        if (twoDigitYear) {
            year += year < 50 ? 2000 : 1900;
        }
        first = month;
        second = day;
        shape = Shape.DATE_NAMED;
        return Dates.valid(year, month, day);
    }

    /** After the date: nothing, or a time with perhaps an offset. */
    private boolean rest() {
        if (p == end) {
            return true;
        }
        int start = p;
        if (b[p] == 'T' || b[p] == 't') {
            p++;
        } else {
            while (p < end && (b[p] == ' ' || b[p] == ',')) {
                p++;
            }
        }
        if (p == start || !time()) {
            return false;
        }
        timed = true;
        return p == end || (offset() && p == end);
    }

    private boolean time() {
        int start = p;
        int hour = digitRun();
        if (p == start || p - start > 2 || hour > 23 || p + 2 >= end || b[p] != ':') {
            return false;
        }
        int minute = twoDigits();
        if (minute < 0 || minute > 59) {
            return false;
        }
        int seconds = 0;
        long micros = 0;
        if (p + 2 < end && b[p] == ':') {
            seconds = twoDigits();
            if (seconds < 0 || seconds > 59) {
                return false;
            }
            if (p + 1 < end && (b[p] == '.' || b[p] == ',') && isDigit(b[p + 1])) {
                p++;
                long scale = 100_000;
                while (p < end && isDigit(b[p])) {
                    fineSeconds |= scale == 0 && b[p] != '0';
                    micros += (b[p++] - '0') * scale;
                    scale /= 10;
                }
            }
        }
        int half = half();
        if (half >= 0 && (hour < 1 || hour > 12)) {
            return false;
        }
        long hours = half < 0 ? hour : hour % 12 + half * 12L;
        microsOfDay = ((hours * 60 + minute) * 60 + seconds) * 1_000_000 + micros;
        return true;
    }

    /** AM or PM, as English exports write: the half of the day; -1 where the clock goes round in a whole one. */
    private int half() {
        int at = p < end && b[p] == ' ' ? p + 1 : p;
        boolean said = at + 1 < end && (b[at + 1] | 0x20) == 'm' && ((b[at] | 0x20) == 'a' || (b[at] | 0x20) == 'p');
        if (!said) {
            return -1;
        }
        p = at + 2;
        return (b[at] | 0x20) == 'p' ? 1 : 0;
    }

    private int twoDigits() {
        if (p + 2 >= end || !isDigit(b[p + 1]) || !isDigit(b[p + 2])) {
            return -1;
        }
        int number = Dates.digits(b, p + 1, 2);
        p += 3;
        return number;
    }

    private boolean offset() {
        offset = true;
        if (b[p] == ' ') {
            p++;
        }
        if (p < end && (b[p] == 'Z' || b[p] == 'z')) {
            p++;
            return true;
        }
        if (p >= end || (b[p] != '+' && b[p] != '-')) {
            return false;
        }
        int sign = b[p++] == '-' ? -1 : 1;
        int start = p;
        int hours = digitRun();
        int length = p - start;
        int minutes = 0;
        if (length == 4) {
            minutes = hours % 100;
            hours /= 100;
        } else if (length != 2) {
            return false;
        } else if (p + 2 < end && b[p] == ':') {
            minutes = twoDigits();
        }
        offsetMinutes = sign * (hours * 60 + minutes);
        return hours <= 15 && minutes >= 0 && minutes < 60;
    }

    private int digitRun() {
        int number = 0;
        int start = p;
        while (p < end && isDigit(b[p]) && p - start < 9) {
            number = number * 10 + b[p++] - '0';
        }
        return number;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
