package nl.datakade.table.type;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words that are not words: yes and no, and the marks people put where a value is missing. */
final class Words {

    static final int LONGEST = 19;

    /** Marks that are one in a column of words too. */
    private static final Set<String> ALWAYS = Set.of(
            "-",
            "--",
            "---",
            ".",
            "..",
            "?",
            "n.v.t.",
            "n.v.t",
            "nvt",
            "n/a",
            "#n/a",
            "#n/b",
            "#nb",
            "<null>",
            "null",
            // what spreadsheets show where a formula fails, in English and Dutch
            "#div/0!",
            "#deel/0!",
            "#value!",
            "#waarde!",
            "#ref!",
            "#verw!",
            "#name?",
            "#naam?",
            "#num!",
            "#getal!",
            // dates that databases keep where there is none
            "0000-00-00",
            "00-00-0000",
            "0000-00-00 00:00:00");

    /** Marks only among numbers, dates or truth values; among words they may be a category. */
    private static final Set<String> AMONG_TYPED = Set.of(
            "x",
            "*",
            "onbekend",
            "unknown",
            "nb",
            "n.b.",
            "n.b",
            "na",
            "n.a.",
            "nan",
            "none",
            "leeg",
            "geen",
            "(leeg)",
            "niet bekend");

    private static final Map<String, Shape> SHAPES = new HashMap<>();

    static {
        put(Shape.JA_NEE, "ja", "nee");
        put(Shape.TRUE_FALSE, "true", "false");
        put(Shape.YES_NO, "yes", "no");
        put(Shape.WAAR_ONWAAR, "waar", "onwaar");
        put(Shape.J_N, "j");
        put(Shape.Y_N, "y");
        ALWAYS.forEach(word -> SHAPES.put(word, Shape.MARK));
        AMONG_TYPED.forEach(word -> SHAPES.put(word, Shape.MARK));
    }

    /** Per length and first byte, whether there is such a word: most values are none, and are told so at once. */
    private static final boolean[][] STARTS = new boolean[LONGEST + 1][128];

    static {
        SHAPES.keySet().forEach(word -> {
            STARTS[word.length()][word.charAt(0)] = true;
            STARTS[word.length()][Character.toUpperCase(word.charAt(0))] = true;
        });
    }

    private Words() {}

    private static void put(Shape shape, String... words) {
        for (var word : words) {
            SHAPES.put(word, shape);
        }
    }

    static Shape shape(byte[] bytes, int from, int to) {
        if (to - from == 1 && (bytes[from] == 'n' || bytes[from] == 'N')) {
            return Shape.J_N;
        }
        return isStart(bytes, from, to) ? SHAPES.getOrDefault(lower(bytes, from, to), Shape.TEXT) : Shape.TEXT;
    }

    private static boolean isStart(byte[] bytes, int from, int to) {
        return bytes[from] > 0 && STARTS[to - from][bytes[from]];
    }

    static boolean isMark(byte[] bytes, int from, int to) {
        return to - from <= LONGEST && isStart(bytes, from, to) && SHAPES.get(lower(bytes, from, to)) == Shape.MARK;
    }

    static boolean isMarkAmongWords(String text) {
        return ALWAYS.contains(text.toLowerCase(Locale.ROOT)) && !text.equals("null") && !text.equals("Null");
    }

    static boolean isTrue(byte first) {
        return first == 'j'
                || first == 'J'
                || first == 'y'
                || first == 'Y'
                || first == 't'
                || first == 'T'
                || first == 'w'
                || first == 'W';
    }

    private static String lower(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }
}
