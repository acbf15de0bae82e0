package nl.datakade.table.type;

/** Numbers that stand for "no number": -999, -9999 and so on, and Statistics Netherlands' -99994 to -99999. */
final class Sentinels {

    private Sentinels() {}

    /** How many digits one has before its decimal mark. */
    static int digits(String sentinel) {
        return sentinel.replaceAll("[.,].*$", "").length() - 1;
    }

    static boolean isOne(byte[] bytes, int from, int to) {
        int end = to;
        for (int i = from + 1; i < to; i++) {
            if (bytes[i] == '.' || bytes[i] == ',') {
                end = i;
                break;
            }
        }
        for (int i = end + 1; i < to; i++) {
            if (bytes[i] != '0') {
                return false;
            }
        }
        int digits = end - from - 1;
        if (digits < 3 || digits > 10) {
            return false;
        }
        for (int i = from + 1; i < end - 1; i++) {
            if (bytes[i] != '9') {
                return false;
            }
        }
        byte last = bytes[end - 1];
        return last == '9' || (digits == 5 && last >= '4' && last <= '9');
    }
}
