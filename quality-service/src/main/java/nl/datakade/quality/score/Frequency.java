package nl.datakade.quality.score;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often new data is promised, by the EU's frequency vocabulary ({@code …/authority/frequency/DAILY}). */
final class Frequency {
    private static final int A_YEAR = 366;
    private static final Map<String, Integer> DAYS = Map.ofEntries(
            Map.entry("CONT", 1),
            Map.entry("UPDATE_CONT", 1),
            Map.entry("HOURLY", 1),
            Map.entry("BIHOURLY", 1),
            Map.entry("TRIHOURLY", 1),
            Map.entry("12HRS", 1),
            Map.entry("DAILY", 1),
            Map.entry("DAILY_2", 1),
            Map.entry("WEEKLY_5", 3),
            Map.entry("WEEKLY_3", 3),
            Map.entry("WEEKLY_2", 4),
            Map.entry("WEEKLY", 7),
            Map.entry("BIWEEKLY", 14),
            Map.entry("MONTHLY_3", 11),
            Map.entry("MONTHLY_2", 16),
            Map.entry("MONTHLY", 31),
            Map.entry("BIMONTHLY", 62),
            Map.entry("QUARTERLY", 92),
            Map.entry("ANNUAL_3", 122),
            Map.entry("ANNUAL_2", 183),
            Map.entry("ANNUAL", A_YEAR),
            Map.entry("BIENNIAL", 2 * A_YEAR),
            Map.entry("TRIENNIAL", 3 * A_YEAR),
            Map.entry("QUADRENNIAL", 4 * A_YEAR),
            Map.entry("QUINQUENNIAL", 5 * A_YEAR),
            Map.entry("DECENNIAL", 10 * A_YEAR));

    private Frequency() {}

    static boolean isPromised(@Nullable String frequency) {
        return frequency != null && DAYS.containsKey(code(frequency));
    }

    /** The period in days; a year where nothing is promised. */
    static int days(@Nullable String frequency) {
        return frequency == null ? A_YEAR : DAYS.getOrDefault(code(frequency), A_YEAR);
    }

    private static String code(String frequency) {
        return frequency.substring(frequency.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
    }
}
