package nl.datakade.city;

import static nl.datakade.city.CityColumn.date;
import static nl.datakade.city.CityColumn.decimal;
import static nl.datakade.city.CityColumn.integer;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bicycles counted every hour; totals above a thousand carry a point, as the counting system prints them. */
record Bicycles(Kadestad city, Weather weather) implements Source {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int COUNTERS = 36;
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private record Counter(String id, Street street, Point point, double level, int silentFrom) {}

    @Override
    public String dataset() {
        return "fietstellingen";
    }

    @Override
    public List<CityFile> files() {
        return List.of(
                file(1, "Fietstellingen_2026_Q1.csv", LocalDate.of(2026, 3, 31)),
                file(2, "Fietstellingen_2026_tm_april.csv", LocalDate.of(2026, 4, 30)));
    }

    private CityFile file(int version, String name, LocalDate last) {
        List<CityColumn> columns = List.of(
                text("Telpunt"),
                text("Locatie"),
                date("Datum"),
                integer("Uur"),
                integer("Richting centrum"),
                integer("Richting buiten"),
                integer("Totaal"),
                decimal("Temperatuur °C"),
                decimal("Neerslag mm"),
                decimal("X"),
                decimal("Y"));
        return new CityFile(version, name, DelimitedFormat.dutch(), columns, file -> write(file, last));
    }

    private void write(RowWriter file, LocalDate last) throws IOException {
        for (Counter counter : counters()) {
            var draw = new Draw("fietstellingen " + counter.id());
            for (LocalDate day = FIRST; !day.isAfter(last); day = day.plusDays(1)) {
                for (int hour = 0; hour < 24; hour++) {
                    if (exists(day, hour)) {
                        file.row(hour(counter, day, hour, draw));
                    }
                }
            }
        }
    }

    private @Nullable Object[] hour(Counter counter, LocalDate day, int hour, Draw draw) {
        Weather.Hour sky = weather.at(day, hour);
        double mood =
                (1 + 0.025 * (sky.temperature() - 8)) * (sky.rain() > 0.2 ? 0.62 : 1) * (sky.wind() > 8 ? 0.8 : 1);
        double mean = counter.level() * Rhythm.traffic(day, hour) * Math.max(0.3, mood);
        double inward = Rhythm.inward(day, hour);
        Integer in = draw.count(mean * inward);
        Integer out = draw.count(mean * (1 - inward));
        int age = (int) (day.toEpochDay() - FIRST.toEpochDay());
        boolean silent = age >= counter.silentFrom() && age < counter.silentFrom() + 6;
        return new @Nullable Object[] {
            counter.id(),
            counter.street().name(),
            day,
            hour,
            silent ? null : in,
            silent ? null : out,
            silent ? null : grouped(in + out),
            Draw.rounded(sky.temperature(), 1),
            Draw.rounded(sky.rain(), 1),
            counter.point().eastings(),
            counter.point().northings()
        };
    }

    private List<Counter> counters() {
        var draw = new Draw("telpunten");
        var counters = new ArrayList<Counter>();
        for (int i = 0; i < COUNTERS; i++) {
            Street street = city.streets().get((i * 83 + 5) % city.streets().size());
            double level = 420 * street.neighbourhood().bustle() * draw.between(0.35, 1.25);
            counters.add(new Counter(
                    "FT-%03d".formatted(i + 1),
                    street,
                    street.beside(draw),
                    level,
                    draw.below(9) == 0 ? draw.below(80) : 999));
        }
        return counters;
    }

    /** The night in which the clock goes forward has no third hour. */
    private static boolean exists(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ZONE).getHour() == hour;
    }

    private static String grouped(int number) {
        return number < 1000 ? Integer.toString(number) : "%d.%03d".formatted(number / 1000, number % 1000);
    }
}
