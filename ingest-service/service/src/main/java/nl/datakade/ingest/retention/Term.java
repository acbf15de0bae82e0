package nl.datakade.ingest.retention;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * A period on the calendar, which may be longer than any calendar is. It runs from the moment of landing to that moment of a
 * later day, and not by days of the city: in UTC, which has every hour once.
 */
public final class Term {

    private Term() {}

    /** Before that moment nothing may have landed; no earlier than the epoch, when there was no platform yet. */
    public static Instant begin(Period period, Instant now) {
        try {
            var begin = now.atZone(ZoneOffset.UTC).minus(period).toInstant();
            return begin.isAfter(Instant.EPOCH) ? begin : Instant.EPOCH;
        } catch (DateTimeException | ArithmeticException beyond) {
            return Instant.EPOCH;
        }
    }

    static boolean isOver(Instant landed, Period period, Instant now) {
        try {
            return landed.atZone(ZoneOffset.UTC).plus(period).toInstant().isBefore(now);
        } catch (DateTimeException | ArithmeticException beyond) {
            return false;
        }
    }
}
