package nl.datakade.table.type;

/** Calendar arithmetic on digits, without objects: a column of a million dates makes none. */
final class Dates {

    private Dates() {}

    static boolean valid(int year, int month, int day) {
        return year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
    }

    private static int lengthOf(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Days since 1970-01-01 of a date in the Gregorian calendar. */
    static long epochDay(int year, int month, int day) {
        long y = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(y, 400);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }

    static int digits(byte[] bytes, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    /** yyyymmdd, in the years people keep records of, or the day that stands for no end. */
    static boolean compactDate(byte[] bytes, int from) {
        int year = digits(bytes, from, 4);
        int monthAndDay = digits(bytes, from + 4, 4);
        boolean likely = (year >= 1700 && year <= 2100) || ((year == 2999 || year == 9999) && monthAndDay == 1231);
        return likely && valid(year, monthAndDay / 100, monthAndDay % 100);
    }

    static boolean compactTime(byte[] bytes, int from, int count) {
        return digits(bytes, from, 2) < 24
                && digits(bytes, from + 2, 2) < 60
                && (count == 4 || digits(bytes, from + 4, 2) < 60);
    }
}
