package nl.datakade.catalog.vocabulary;

import java.util.Set;
import java.util.regex.Pattern;

/** The grounds on which chapter 5 of the Wet open overheid lets information stay closed: open, unless. */
public final class WooGround {

    private static final Pattern CITED = Pattern.compile("5\\.[12](?![0-9]).*", Pattern.DOTALL);
    private static final Pattern FORM = Pattern.compile("(5\\.[12]) ([12][a-i]|[14])(?![0-9a-z]).*", Pattern.DOTALL);

    private static final Set<String> KNOWN = Set.of(
            "5.1 1a", "5.1 1b", "5.1 1c", "5.1 1d", "5.1 1e", "5.1 2a", "5.1 2b", "5.1 2c", "5.1 2d", "5.1 2e",
            "5.1 2f", "5.1 2g", "5.1 2h", "5.1 2i", "5.2 1", "5.2 4");

    private WooGround() {}

    /** Whether a reason that cites the Woo cites a ground that exists; any other reason stands for itself. */
    public static boolean isSound(String reason) {
        if (!CITED.matcher(reason).matches()) {
            return true;
        }
        var ground = FORM.matcher(reason);
        return ground.matches() && KNOWN.contains(ground.group(1) + " " + ground.group(2));
    }
}
