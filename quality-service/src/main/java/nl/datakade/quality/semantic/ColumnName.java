package nl.datakade.quality.semantic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of a column's name, however it is written: {@code GEBOORTE_DATUM}, {@code geboorteDatum}, {@code geb. datum}. */
public final class ColumnName {
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}]+");
    private static final int LENGTH_TO_MATCH_WITHIN = 5;

    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> joined = new LinkedHashSet<>();

    private ColumnName() {}

    public static ColumnName of(String... spellings) {
        var name = new ColumnName();
        for (var spelling : spellings) {
            var parts = Stream.of(CAMEL.matcher(spelling).replaceAll(" "))
                    .flatMap(SEPARATOR::splitAsStream)
                    .filter(word -> !word.isEmpty())
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .toList();
            name.words.addAll(parts);
            name.joined.add(String.join("", parts));
        }
        return name;
    }

    /**
     * The first term that this name speaks of: one of its words, or all of them together, or, for longer terms, a part of
     * a compound ({@code straat} in {@code straatnaam}).
     */
    @Nullable
    String firstOf(List<String> terms) {
        for (var term : terms) {
            if (words.contains(term)
                    || joined.contains(term)
                    || (term.length() >= LENGTH_TO_MATCH_WITHIN
                            && joined.stream().anyMatch(name -> name.contains(term)))) {
                return term;
            }
        }
        return null;
    }

    boolean speaksOf(List<String> terms) {
        return firstOf(terms) != null;
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
