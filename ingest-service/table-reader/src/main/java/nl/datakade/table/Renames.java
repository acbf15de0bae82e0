package nl.datakade.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
    private static final double NONE = Double.NEGATIVE_INFINITY;

    /** Beyond so many pairs only columns in the same place are held against each other. */
    private static final long MAX_PAIRS = 250_000;

    private Renames() {}

    /** A column as it is now. */
    record Present(
            String name, String type, long values, @Nullable String sketch) {}

    private record Pair(Known.Column before, Present now, double likeness) {}

    /** The former column of every column that was renamed, by its present name. */
    static Map<String, Known.Column> between(List<Known.Column> before, List<Present> now) {
        var names = now.stream().map(Present::name).collect(Collectors.toSet());
        var known = before.stream().map(Known.Column::name).collect(Collectors.toSet());
        var gone = places(before, Known.Column::name, names);
        var came = places(now, Present::name, known);
        boolean many = (long) gone.size() * came.size() > MAX_PAIRS;
        var pairs = new ArrayList<Pair>();
        gone.forEach((place, old) -> came.forEach((otherPlace, fresh) -> {
            boolean same = place.equals(otherPlace);
            double likeness = many && !same ? 0 : likeness(old, fresh, same);
            if (likeness > 0) {
                pairs.add(new Pair(old, fresh, likeness));
            }
        }));
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        var ofBefore = new HashMap<Known.Column, Best>();
        var ofNow = new HashMap<Present, Best>();
        for (var pair : pairs) {
            ofBefore.computeIfAbsent(pair.before(), _ -> new Best()).add(pair.likeness());
            ofNow.computeIfAbsent(pair.now(), _ -> new Best()).add(pair.likeness());
        }
        var renames = new LinkedHashMap<String, Known.Column>();
        var taken = new HashSet<Known.Column>();
        for (var pair : pairs) {
            boolean free = !renames.containsKey(pair.now().name()) && !taken.contains(pair.before());
            double others = Math.max(
                    best(ofBefore.get(pair.before()), pair.likeness()), best(ofNow.get(pair.now()), pair.likeness()));
            if (free && pair.likeness() - others >= CLEARLY_BETTER) {
                renames.put(pair.now().name(), pair.before());
                taken.add(pair.before());
            }
        }
        return renames;
    }

    /** The columns that the other side does not have, by their place. */
    private static <T> Map<Integer, T> places(List<T> columns, Function<T, String> name, Set<String> others) {
        var places = new LinkedHashMap<Integer, T>();
        for (int i = 0; i < columns.size(); i++) {
            if (!others.contains(name.apply(columns.get(i)))) {
                places.put(i, columns.get(i));
            }
        }
        return places;
    }

    private static double best(@Nullable Best best, double own) {
        return best == null ? NONE : best.beside(own);
    }

    /** The two highest likenesses of a column, so that no pair has to be held against all others. */
    private static final class Best {

        private double first = NONE;
        private double second = NONE;

        void add(double likeness) {
            second = Math.max(second, Math.min(first, likeness));
            first = Math.max(first, likeness);
        }

        /** The highest beside this one. */
        double beside(double likeness) {
            return likeness == first ? second : first;
        }
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
