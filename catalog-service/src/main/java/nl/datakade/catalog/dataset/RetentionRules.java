package nl.datakade.catalog.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.function.BiConsumer;
import nl.datakade.contracts.catalog.DatasetState.Retention;
import org.jspecify.annotations.Nullable;

/** Whether a rule about keeping versions can be carried out; it removes data, so what is not clear is refused. */
final class RetentionRules {

    private static final int MOST_VERSIONS = 10_000;
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    private RetentionRules() {}

    /**
     * Null when nothing is said.
     *
     * @param wrong receives the field that does not fit, and the code of what was expected
     */
    static @Nullable Retention check(Submission.@Nullable Kept sent, BiConsumer<String, String> wrong) {
        if (sent == null || (sent.versions() == null && sent.period() == null && sent.current() == null)) {
            return null;
        }
        var versions = sent.versions();
        if (versions != null && (versions < 1 || versions > MOST_VERSIONS)) {
            wrong.accept("retention.versions", "retained-versions");
        }
        if (sent.period() != null && !isPeriod(sent.period())) {
            wrong.accept("retention.period", "retained-period");
        }
        if (sent.period() == null && (versions == null || Boolean.TRUE.equals(sent.current()))) {
            wrong.accept("retention.period", "retained-period");
        }
        return new Retention(versions, sent.period(), Boolean.TRUE.equals(sent.current()));
    }

    private static boolean isPeriod(String text) {
        try {
            return ANY_DAY.plus(Period.parse(text)).isAfter(ANY_DAY);
        } catch (DateTimeException malformed) {
            return false;
        }
    }
}
