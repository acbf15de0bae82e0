package nl.datakade.table.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Moments and lengths of time in ISO 8601 as the number of days that a workbook would store for them. */
public final class Days {

    private static final BigDecimal MILLIS_PER_DAY = BigDecimal.valueOf(86_400_000);
    private static final LocalDate MARCH_1900 = LocalDate.of(1900, 3, 1);
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final int SCALE = 20;

    private Days() {}

    public static String of(LocalDateTime moment) {
        var date = moment.toLocalDate();
        long days = ChronoUnit.DAYS.between(EPOCH, date) - (date.isBefore(MARCH_1900) ? 1 : 0);
        return BigDecimal.valueOf(days)
                .add(fraction(Math.round(moment.toLocalTime().toNanoOfDay() / 1e6)))
                .toPlainString();
    }

    public static String ofMillis(long millis) {
        return fraction(millis).toPlainString();
    }

    private static BigDecimal fraction(long millis) {
        return BigDecimal.valueOf(millis).divide(MILLIS_PER_DAY, SCALE, RoundingMode.HALF_UP);
    }
}
