package nl.datakade.platform.web;

import java.text.ParseException;
import java.time.Instant;
import java.util.Locale;
import org.springframework.format.datetime.standard.InstantFormatter;

/** A moment in a parameter, of the years 1 to 9999: what lies beyond is none that the database can compare with. */
final class StorableMoment extends InstantFormatter {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant BEYOND = Instant.parse("+10000-01-01T00:00:00Z");

    @Override
    public Instant parse(String text, Locale locale) throws ParseException {
        var moment = super.parse(text, locale);
        if (moment.isBefore(FIRST) || !moment.isBefore(BEYOND)) {
            throw new ParseException("outside the years 1 to 9999", 0);
        }
        return moment;
    }
}
