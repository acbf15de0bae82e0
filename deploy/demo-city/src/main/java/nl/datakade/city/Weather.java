package nl.datakade.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The weather over the city in the first half of 2026, hour by hour; cyclists and sensors feel the same rain. */
final class Weather {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 181;

    private final List<Hour> hours = new ArrayList<>();

    record Hour(double temperature, double rain, double wind) {}

    Weather() {
        var draw = new Draw("weather");
        double spell = 0;
        for (int day = 0; day < DAYS; day++) {
            spell = 0.75 * spell + draw.normal(0, 2.1);
            double season = 9.5 - 7.5 * StrictMath.cos(2 * StrictMath.PI * (day - 18) / 365);
            boolean wet = draw.chance(0.42);
            double wind = Math.max(0.5, draw.normal(wet ? 6.5 : 4, 1.6));
            for (int hour = 0; hour < 24; hour++) {
                double sun = -3.2 * StrictMath.cos(2 * StrictMath.PI * (hour - 3) / 24);
                double rain = wet && draw.chance(0.3) ? draw.fraction() * draw.fraction() * 5 : 0;
                hours.add(new Hour(season + spell + sun, rain, Math.max(0, draw.normal(wind, 0.8))));
            }
        }
    }

    Hour at(LocalDate day, int hour) {
        return hours.get((int) (day.toEpochDay() - FIRST.toEpochDay()) * 24 + hour);
    }
}
