package nl.datakade.quality.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.datakade.quality.profile.ColumnProfile.Pattern;
import nl.datakade.quality.semantic.ColumnSample;

/** How values are built, without what they say: {@code 2514 JC} is {@code 9999 A+}. */
final class Masks {
    private static final int MOST = 8;
    private static final int LONGEST = 40;

    private Masks() {}

    /** The commonest masks; one that fewer than {@link Discretion#SMALL} rows share is left out. */
    static List<Pattern> of(ColumnSample sample) {
        var rows = new TreeMap<String, Long>();
        var all = 0L;
        for (var value : sample.values()) {
            rows.merge(mask(value.text()), value.rows(), Long::sum);
            all += value.rows();
        }
        var total = all;
        var patterns = new ArrayList<Pattern>();
        rows.entrySet().stream()
                .filter(entry -> entry.getValue() >= Discretion.SMALL)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(entry -> patterns.add(new Pattern(entry.getKey(), Rounding.share(entry.getValue(), total))));
        return patterns;
    }

    static String mask(String value) {
        var mask = new StringBuilder();
        var previous = ' ';
        for (var i = 0; i < value.length() && mask.length() < LONGEST; i++) {
            var c = value.charAt(i);
            var shape = Character.isDigit(c) ? '9' : Character.isUpperCase(c) ? 'A' : Character.isLetter(c) ? 'a' : c;
            if (shape != previous || (shape != 'A' && shape != 'a')) {
                mask.append(shape);
            } else if (mask.charAt(mask.length() - 1) != '+') {
                mask.append('+');
            }
            previous = shape;
        }
        return mask.toString();
    }
}
