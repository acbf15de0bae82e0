package nl.datakade.quality.semantic;

import java.util.List;
import java.util.regex.Pattern;

/** Words by which columns are named. */
final class Terms {
    private static final Pattern SPACE = Pattern.compile(" ");

    private Terms() {}

    /** A list written as words with a space between them, lower case, without separators of their own. */
    static List<String> of(String words) {
        return SPACE.splitAsStream(words).toList();
    }
}
