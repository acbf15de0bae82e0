package nl.datakade.table.excel;

import java.time.LocalDateTime;

/** Moments as a sheet shows them: a midnight is a date. */
final class Timestamps {

    private Timestamps() {}

    static String iso(LocalDateTime moment) {
        boolean midnight = moment.toLocalTime().toSecondOfDay() == 0;
        return midnight ? moment.toLocalDate().toString() : moment.withNano(0).toString();
    }
}
