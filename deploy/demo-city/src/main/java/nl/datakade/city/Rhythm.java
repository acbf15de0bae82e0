package nl.datakade.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** How a city's days go: rush hours, weekends, holidays. */
final class Rhythm {
    private static final double[] WORKDAY = {
        0.10, 0.06, 0.04, 0.04, 0.07, 0.25, 0.85, 2.10, 2.85, 1.45, 0.95, 0.95, 1.10, 1.15, 1.20, 1.45, 2.10, 2.70,
        1.75, 1.10, 0.75, 0.55, 0.40, 0.22
    };
    private static final double[] WEEKEND = {
        0.30, 0.22, 0.15, 0.10, 0.07, 0.08, 0.15, 0.28, 0.50, 0.85, 1.20, 1.50, 1.70, 1.80, 1.80, 1.70, 1.50, 1.25,
        0.95, 0.75, 0.60, 0.50, 0.45, 0.35
    };
    private static final Set<LocalDate> HOLIDAYS = Set.of(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 4, 3),
            LocalDate.of(2026, 4, 5),
            LocalDate.of(2026, 4, 6),
            LocalDate.of(2026, 4, 27),
            LocalDate.of(2026, 5, 5),
            LocalDate.of(2026, 5, 14),
            LocalDate.of(2026, 5, 25));

    private Rhythm() {}

    static boolean isFree(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 || HOLIDAYS.contains(day);
    }

    /** The hour's share of the traffic, 1 for an average hour. */
    static double traffic(LocalDate day, int hour) {
        if (isFree(day)) {
            return 0.8 * WEEKEND[hour];
        }
        double mondayAndFriday = switch (day.getDayOfWeek()) {
            case MONDAY -> 0.95;
            case FRIDAY -> 0.88;
            default -> 1.05;
        };
        return mondayAndFriday * WORKDAY[hour];
    }

    /** Whether the traffic of the hour goes to the centre, as a share. */
    static double inward(LocalDate day, int hour) {
        if (isFree(day)) {
            return hour < 14 ? 0.56 : 0.45;
        }
        return hour < 11 ? 0.68 : hour < 15 ? 0.5 : 0.34;
    }
}
