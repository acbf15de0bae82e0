package nl.datakade.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Columns that are there under another name. A policy holds on to a column, so a rename must be beyond doubt: the values
 * are largely the same and no other column has them as much, or the name is much the same and the place in the row too.
 */
final class Renames {

    /** Half of all values in common. */
    private static final double ALIKE = 0.5;

    /** Few different values, such as yes and no, are soon alike. */
    private static final double ALIKE_OF_FEW = 0.8;

    private static final int FEW = 8;
    private static final double CLEARLY_BETTER = 0.2;

    private Renames() {}

    /** A column as it is now. */
    record Present(
            String name, String type, long values, @Nullable String sketch) {}

    private record Pair(Known.Column before, Present now, double likeness) {}

    /** The former column of every column that was renamed, by its present name. */
    static Map<String, Known.Column> between(List<Known.Column> before, List<Present> now) {
        var names = now.stream().map(Present::name).collect(Collectors.toSet());
        var known = before.stream().map(Known.Column::name).collect(Collectors.toSet());
        var gone =
                before.stream().filter(column -> !names.contains(column.name())).toList();
        var came = now.stream().filter(column -> !known.contains(column.name())).toList();
        var pairs = new ArrayList<Pair>();
        for (var old : gone) {
            for (var fresh : came) {
                double likeness = likeness(old, fresh, before.indexOf(old) == now.indexOf(fresh));
                if (likeness > 0) {
                    pairs.add(new Pair(old, fresh, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        var renames = new LinkedHashMap<String, Known.Column>();
        for (var pair : pairs) {
            boolean free = !renames.containsKey(pair.now().name()) && !renames.containsValue(pair.before());
            if (free && isBeyondDoubt(pair, pairs)) {
                renames.put(pair.now().name(), pair.before());
            }
        }
        return renames;
    }

    private static boolean isBeyondDoubt(Pair pair, List<Pair> all) {
        return all.stream()
                .filter(other -> !other.equals(pair))
                .filter(other ->
                        other.before().equals(pair.before()) || other.now().equals(pair.now()))
                .allMatch(other -> pair.likeness() - other.likeness() >= CLEARLY_BETTER);
    }

    /** 0 when they are two columns; else how much they are one. */
    private static double likeness(Known.Column before, Present now, boolean samePlace) {
        if (!kind(before.type()).equals(kind(now.type()))) {
            return 0;
        }
        double values = Sketch.likeness(before.sketch(), now.sketch());
        double name = resemblance(before.name(), now.name());
        boolean few = Sketch.bins(before.sketch()) < FEW || Sketch.bins(now.sketch()) < FEW;
        boolean byValues = values >= (few ? ALIKE_OF_FEW : ALIKE) && (!few || samePlace || name > 0);
        boolean byName = samePlace && name >= ALIKE;
        return byValues || byName ? values + name / 2 + (samePlace ? CLEARLY_BETTER : 0) : 0;
    }

    private static String kind(String type) {
        return type.startsWith("DECIMAL") || type.equals("DOUBLE") || type.equals("BIGINT")
                ? "number"
                : type.startsWith("TIMESTAMP") || type.equals("DATE") ? "moment" : type;
    }

    /** How much of two names is the same: words in common, or one the beginning or end of the other. */
    private static double resemblance(String one, String other) {
        var plain = one.replace("_", "");
        var otherPlain = other.replace("_", "");
        var shorter = plain.length() < otherPlain.length() ? plain : otherPlain;
        var longer = plain.length() < otherPlain.length() ? otherPlain : plain;
        if (shorter.length() >= 4 && (longer.startsWith(shorter) || longer.endsWith(shorter))) {
            return 1;
        }
        var words = words(one);
        var otherWords = words(other);
        long shared = words.stream().filter(otherWords::contains).count();
        return (double) shared / Math.max(words.size(), otherWords.size());
    }

    private static Set<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("_"))
                .filter(word -> word.length() > 1)
                .collect(Collectors.toSet());
    }
}
