package nl.datakade.catalog.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What somebody typed, as words of letters and digits; nothing else of it reaches the database.
 *
 * @param wordless whether something was typed that has no words, which no dataset has
 */
record SearchWords(List<String> words, boolean wordless) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int MOST = 8;

    /** Shorter parts would be found in almost every text. */
    private static final int SHORTEST_PART = 3;

    static SearchWords of(String text) {
        var words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MOST)
                .toList();
        return new SearchWords(words, words.isEmpty() && !text.isBlank());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean mayBePart(int index) {
        return words.get(index).length() >= SHORTEST_PART;
    }

    /** As a dataset would be named. */
    String asName() {
        return String.join("-", words);
    }
}
