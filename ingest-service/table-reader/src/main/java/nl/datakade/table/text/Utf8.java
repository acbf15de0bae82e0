package nl.datakade.table.text;

/** The well-formed sequences of UTF-8 (RFC 3629), byte by byte. */
final class Utf8 {

    static final int INCOMPLETE = -1;

    private Utf8() {}

    /** Length of the sequence at a position: 1 to 4, 0 when it is not UTF-8, {@link #INCOMPLETE} when the bytes end in it. */
    static int sequence(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if (at + i >= end) {
                return INCOMPLETE;
            }
            int next = bytes[at + i] & 0xFF;
            int low = i == 1 ? lowest(first) : 0x80;
            int high = i == 1 ? highest(first) : 0xBF;
            if (next < low || next > high) {
                return 0;
            }
        }
        return length;
    }

    private static int lowest(int first) {
        return first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    }

    private static int highest(int first) {
        return first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    }
}
