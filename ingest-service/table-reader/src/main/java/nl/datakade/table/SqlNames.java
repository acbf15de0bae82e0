package nl.datakade.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names in SQL made of labels in files: lower snake case, unique, no longer than PostgreSQL allows. */
public final class SqlNames {

    private static final int LONGEST = 60;

    private SqlNames() {}

    static List<String> of(List<String> labels, String nameless) {
        var taken = new HashSet<String>();
        var counters = new HashMap<String, Integer>();
        var names = new ArrayList<String>();
        for (int i = 0; i < labels.size(); i++) {
            names.add(unique(of(labels.get(i), nameless + "_" + (i + 1)), taken, counters));
        }
        return names;
    }

    /** Further names after those there are. */
    static List<String> with(List<String> names, List<String> further) {
        var taken = new HashSet<>(names);
        var all = new ArrayList<>(names);
        var counters = new HashMap<String, Integer>();
        further.forEach(name -> all.add(unique(name, taken, counters)));
        return all;
    }

    public static String of(String label, String nameless) {
        var plain = Normalizer.normalize(label, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        if (plain.isEmpty()) {
            return nameless;
        }
        var name = Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
        return name.substring(0, Math.min(name.length(), LONGEST));
    }

    /** Counts on from where the same name was given before: a thousand equal labels are not each compared with all. */
    private static String unique(String name, Set<String> taken, Map<String, Integer> counters) {
        var candidate = name;
        int next = counters.getOrDefault(name, 2);
        while (!taken.add(candidate)) {
            candidate = name + "_" + next++;
        }
        counters.put(name, next);
        return candidate;
    }
}
