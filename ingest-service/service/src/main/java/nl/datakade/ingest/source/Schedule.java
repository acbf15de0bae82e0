package nl.datakade.ingest.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** When to go: by a cron expression, or every so often. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Schedule(
        @Schema(
                description = "Second, minute, hour, day of month, month, day of week; or @daily and the like",
                example = "0 15 6 * * MON-FRI")
        @Nullable
        String cron,

        @Schema(description = "ISO 8601, instead of cron", example = "PT1H") @Nullable
        String every,

        @Schema(description = "Europe/Amsterdam when left out", example = "Europe/Amsterdam") @Nullable
        String zone) {

    private static final String HERE = "Europe/Amsterdam";
    private static final int LOOKED_AT = 50;
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    ZoneId zoneId() {
        return ZoneId.of(zone == null ? HERE : zone);
    }

    /** The first moment when there is nothing before it: at once, or when the clock says so. */
    Instant first(Instant now) {
        return cron == null ? now : next(now, now);
    }

    /**
     * The next moment after now.
     *
     * @param due the last moment, from which periods are counted
     */
    public Instant next(Instant due, Instant now) {
        if (cron != null) {
            var next = CronExpression.parse(cron).next(ZonedDateTime.ofInstant(now, zoneId()));
            return next == null ? NEVER : next.toInstant();
        }
        var amount = amount();
        if (amount instanceof Duration step) {
            var passed = Duration.between(due, now);
            return due.plus(step.multipliedBy(passed.isNegative() ? 0 : passed.dividedBy(step) + 1));
        }
        var next = ZonedDateTime.ofInstant(due, zoneId());
        while (!next.toInstant().isAfter(now)) {
            next = next.plus(amount);
        }
        return next.toInstant();
    }

    /** The shortest time between two moments, of those to come soon. */
    Duration shortest(Instant now) {
        var least = Duration.ofDays(36_500);
        var before = next(now, now);
        for (int i = 0; i < LOOKED_AT && !before.equals(NEVER); i++) {
            var after = next(before, before);
            var gap = after.equals(NEVER) ? least : Duration.between(before, after);
            least = gap.compareTo(least) < 0 ? gap : least;
            before = after;
        }
        return least;
    }

    private TemporalAmount amount() {
        var text = String.valueOf(every);
        return text.contains("T") ? Duration.parse(text) : Period.parse(text);
    }

    boolean isUnderstood() {
        try {
            if ((cron == null) == (every == null)) {
                return false;
            }
            zoneId();
            return cron == null ? isPositive(amount()) : CronExpression.isValidExpression(cron);
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private static boolean isPositive(TemporalAmount amount) {
        return switch (amount) {
            case Duration duration -> duration.isPositive();
            case Period period -> !period.isZero() && !period.isNegative();
            default -> false;
        };
    }
}
