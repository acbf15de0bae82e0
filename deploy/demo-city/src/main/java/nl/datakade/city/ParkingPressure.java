package nl.datakade.city;

import static nl.datakade.city.CityColumn.date;
import static nl.datakade.city.CityColumn.decimal;
import static nl.datakade.city.CityColumn.integer;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Parked cars per street, counted at eight moments in the week, every quarter. */
record ParkingPressure(Kadestad city) implements Source {
    private record Moment(String day, String part, double home, double shop) {}

    private static final List<Moment> MOMENTS = List.of(
            new Moment("Dinsdag", "Nacht", 0.92, 0.45),
            new Moment("Dinsdag", "Ochtend", 0.62, 0.70),
            new Moment("Dinsdag", "Middag", 0.60, 0.85),
            new Moment("Dinsdag", "Avond", 0.84, 0.72),
            new Moment("Vrijdag", "Koopavond", 0.80, 0.97),
            new Moment("Zaterdag", "Middag", 0.70, 1.02),
            new Moment("Zaterdag", "Avond", 0.82, 0.95),
            new Moment("Zondag", "Middag", 0.76, 0.60));

    @Override
    public String dataset() {
        return "parkeerdruk";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("Meetronde"),
                date("Meetdatum"),
                text("Wijk"),
                text("Buurtcode"),
                text("Straat"),
                text("Regime"),
                text("Dag"),
                text("Dagdeel"),
                integer("Capaciteit"),
                integer("Geparkeerd"),
                decimal("Parkeerdruk %"),
                integer("Elektrisch"));
        return List.of(
                new CityFile(1, "parkeerdruk 2023-2025.csv", DelimitedFormat.dutch(), columns, f -> write(f, 12)),
                new CityFile(2, "parkeerdruk 2023-2026K1.csv", DelimitedFormat.dutch(), columns, f -> write(f, 13)));
    }

    private void write(RowWriter file, int quarters) throws IOException {
        for (int quarter = 0; quarter < quarters; quarter++) {
            LocalDate tuesday = LocalDate.of(2023, 2, 7).plusWeeks(13L * quarter);
            String round = "%d-K%d".formatted(2023 + quarter / 4, quarter % 4 + 1);
            var draw = new Draw(dataset() + round);
            for (Street street : city.streets()) {
                int capacity = Math.max(12, (int) (street.length() / 5.5));
                for (Moment moment : MOMENTS) {
                    count(file, round, tuesday, street, capacity, moment, quarter, draw);
                }
            }
        }
    }

    private static void count(
            RowWriter file,
            String round,
            LocalDate tuesday,
            Street street,
            int capacity,
            Moment moment,
            int quarter,
            Draw draw)
            throws IOException {
        double bustle = street.neighbourhood().bustle();
        double pressure =
                bustle * moment.shop() + (1 - bustle) * moment.home() + 0.004 * quarter + draw.normal(0, 0.06);
        int parked = Math.max(0, (int) Math.round(capacity * Math.min(1.15, pressure)));
        file.row(
                round,
                tuesday.plusDays(
                        switch (moment.day()) {
                            case "Vrijdag" -> 3;
                            case "Zaterdag" -> 4;
                            case "Zondag" -> 5;
                            default -> 0;
                        }),
                street.neighbourhood().district().name(),
                street.neighbourhood().code(),
                street.name(),
                bustle > 0.8 ? "Betaald" : bustle > 0.5 ? "Vergunning" : "Vrij",
                moment.day(),
                moment.part(),
                capacity,
                parked,
                Draw.rounded(100.0 * parked / capacity, 1),
                Math.min(parked, draw.count(parked * (0.05 + 0.012 * quarter))));
    }
}
