package nl.datakade.ingest.observation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Moments as ISO 8601 writes them, with the offset that makes them one: 2026-11-23T10:15:00+01:00. In UTC too their year
 * has four digits, for so they are written down.
 */
final class Moments {

    private static final Pattern SHAPE = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})",
            Pattern.CASE_INSENSITIVE);

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END =
            FIRST.atOffset(ZoneOffset.UTC).withYear(9999).plusYears(1).toInstant();

    private Moments() {}

    static boolean isMoment(String text) {
        return instant(text).isPresent();
    }

    static Optional<Instant> instant(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                            OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant())
                    .filter(moment -> !moment.isBefore(FIRST) && moment.isBefore(END));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
