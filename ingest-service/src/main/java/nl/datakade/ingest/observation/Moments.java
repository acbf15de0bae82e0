package nl.datakade.ingest.observation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments as ISO 8601 writes them, with the offset that makes them one: 2026-11-23T10:15:00+01:00. */
final class Moments {

    private static final Pattern SHAPE = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})",
            Pattern.CASE_INSENSITIVE);

    private Moments() {}

    static boolean isMoment(String text) {
        return instant(text).isPresent();
    }

    static Optional<Instant> instant(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.toUpperCase(java.util.Locale.ROOT))
                    .toInstant());
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
