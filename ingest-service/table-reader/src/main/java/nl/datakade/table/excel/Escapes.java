package nl.datakade.table.excel;

/** Characters that XML cannot hold stand in workbooks as {@code _xHHHH_} (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
final class Escapes {

    private static final int LENGTH = 7;

    private Escapes() {}

    /** The text itself; a zero byte is left out. */
    static String undone(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        int from = 0;
        for (; at >= 0; at = text.indexOf("_x", at)) {
            int code = code(text, at);
            if (code < 0) {
                at += 2;
                continue;
            }
            out.append(text, from, at);
            at += LENGTH;
            from = at;
            if (code != 0) {
                out.append((char) code);
            }
        }
        return out.append(text, from, text.length()).toString();
    }

    private static int code(String text, int at) {
        if (at + LENGTH > text.length() || text.charAt(at + LENGTH - 1) != '_') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + LENGTH - 1; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
