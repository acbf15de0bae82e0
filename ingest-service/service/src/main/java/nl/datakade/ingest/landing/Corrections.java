package nl.datakade.ingest.landing;

import java.util.function.BiConsumer;
import nl.datakade.ingest.delivery.Delivery.Correction;
import org.jspecify.annotations.Nullable;

/** What a sender says that a file corrects: a version of the same dataset, and why. */
public final class Corrections {

    public static final String VERSION = "corrects";
    public static final String REASON = "reason";

    private static final int LONGEST = 1_000;

    private Corrections() {}

    /**
     * Both or neither.
     *
     * @param wrong is told which of the two does not fit, and what should have stood there
     */
    public static @Nullable Correction of(
            @Nullable String version, @Nullable String reason, BiConsumer<String, String> wrong) {
        if (version == null && reason == null) {
            return null;
        }
        if (version == null || !version.matches("[1-9][0-9]{0,8}")) {
            wrong.accept(VERSION, "the number of the version that this file corrects, such as 3");
            return null;
        }
        var text = reason == null ? "" : reason.strip();
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            wrong.accept(REASON, "why the version is corrected, on one line of at most " + LONGEST + " characters");
            return null;
        }
        return new Correction(Integer.parseInt(version), text);
    }
}
