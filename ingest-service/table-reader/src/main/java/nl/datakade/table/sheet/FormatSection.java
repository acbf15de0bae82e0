package nl.datakade.table.sheet;

import java.util.Locale;
import java.util.regex.Pattern;

/** One section of a number format (ECMA-376 part 1, 18.8.31): for positive numbers, negative ones, or zero. */
final class FormatSection {

    private static final Pattern ELAPSED = Pattern.compile("(?i)\\[(h+|m+|s+)]");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern HALF_OF_DAY = Pattern.compile("(?i)AM/PM|A/P");
    private static final Pattern LETTER_LAST = Pattern.compile("(?s).*\\p{L}");

    enum Kind {
        PLAIN,
        PERCENT,
        PERCENT_SIGN,
        CODE,
        WORDS,
        MOMENT,
        TIME_OF_DAY,
        DURATION
    }

    private final String source;
    private final Kind kind;

    private FormatSection(String source, Kind kind) {
        this.source = source;
        this.kind = kind;
    }

    static FormatSection of(String code) {
        boolean elapsed = ELAPSED.matcher(code).find();
        var source = BRACKETS.matcher(code).replaceAll("");
        var bare = new StringBuilder();
        var before = new StringBuilder();
        var literal = new StringBuilder();
        walk(source, (c, quoted) -> {
            if (quoted) {
                literal.append(c);
                before.append(isBlank(bare) ? c : "");
            } else {
                bare.append(c);
            }
        });
        return new FormatSection(source, elapsed ? Kind.DURATION : kind(bare.toString(), before.toString(), literal));
    }

    private static boolean isBlank(StringBuilder bare) {
        return bare.toString().isBlank();
    }

    private static Kind kind(String bare, String before, StringBuilder literal) {
        var plain = HALF_OF_DAY.matcher(bare).replaceAll("h").toLowerCase(Locale.ROOT);
        if (plain.contains("general") || plain.contains("standaard") || plain.contains("@")) {
            return Kind.PLAIN;
        }
        boolean clock = plain.indexOf('h') >= 0 || plain.indexOf('s') >= 0;
        if (plain.indexOf('y') >= 0 || plain.indexOf('d') >= 0 || (plain.indexOf('m') >= 0 && !clock)) {
            return Kind.MOMENT;
        }
        if (clock) {
            return Kind.TIME_OF_DAY;
        }
        if (plain.indexOf('%') >= 0) {
            return Kind.PERCENT;
        }
        long zeros = plain.chars().filter(c -> c == '0').count();
        boolean placed = zeros > 0 || plain.indexOf('#') >= 0 || plain.indexOf('?') >= 0;
        if (!placed) {
            return literal.chars().anyMatch(Character::isLetter) ? Kind.WORDS : Kind.PLAIN;
        }
        if (literal.indexOf("%") >= 0) {
            return Kind.PERCENT_SIGN;
        }
        boolean measured = plain.matches("(?s).*[.,/e].*");
        boolean digitsAround = literal.chars().anyMatch(Character::isDigit);
        boolean called = LETTER_LAST.matcher(before).matches();
        return !measured && (zeros > 1 || digitsAround || called) ? Kind.CODE : Kind.PLAIN;
    }

    Kind kind() {
        return kind;
    }

    /** What the section says in words of its own. */
    String words() {
        var words = new StringBuilder();
        walk(source, (c, quoted) -> words.append(quoted ? c : ""));
        return words.toString().strip();
    }

    /** Digits put into the places that the section has for them, from behind; what are left over go in front. */
    String placed(String digits) {
        int places = places();
        var padded = "0".repeat(Math.max(0, places - digits.length())) + digits;
        int surplus = padded.length() - places;
        var out = new StringBuilder();
        int[] next = {0};
        int optional = Math.max(0, places - digits.length());
        walk(source, (c, quoted) -> {
            if (quoted || (c != '0' && c != '#' && c != '?')) {
                out.append(c);
                return;
            }
            if (next[0] == 0) {
                out.append(padded, 0, surplus);
            }
            boolean dropped = c != '0' && next[0] < optional;
            out.append(dropped ? "" : padded.charAt(surplus + next[0]));
            next[0]++;
        });
        return out.toString().strip();
    }

    private int places() {
        int[] places = {0};
        walk(source, (c, quoted) -> places[0] += !quoted && (c == '0' || c == '#' || c == '?') ? 1 : 0);
        return places[0];
    }

    private interface Step {
        void is(char c, boolean quoted);
    }

    /** Characters in quotes or behind a backslash stand for themselves; those for spacing and filling are left out. */
    private static void walk(String code, Step step) {
        boolean quoted = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted) {
                step.is(c, true);
            } else if (c == '\\' && i + 1 < code.length()) {
                step.is(code.charAt(++i), true);
            } else if ((c == '_' || c == '*') && i + 1 < code.length()) {
                i++;
            } else {
                step.is(c, false);
            }
        }
    }
}
