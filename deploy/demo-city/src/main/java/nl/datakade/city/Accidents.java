package nl.datakade.city;

import static nl.datakade.city.CityColumn.bool;
import static nl.datakade.city.CityColumn.date;
import static nl.datakade.city.CityColumn.geometry;
import static nl.datakade.city.CityColumn.integer;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Road accidents of five years as GeoJSON, denser where a crossing is unsafe. */
record Accidents(Kadestad city) implements Source {
    private static final List<String> SITUATIONS =
            List.of("Kruispunt 4 takken", "Rechte weg", "Kruispunt 3 takken", "Rotonde", "Bocht", "Oversteekplaats");
    private static final List<String> PARTIES = List.of(
            "Fiets - Personenauto",
            "Personenauto - Personenauto",
            "Voetganger - Personenauto",
            "Bromfiets - Fiets",
            "Fiets - Fiets",
            "Fiets - Vrachtauto",
            "Voetganger - Fiets",
            "Eenzijdig fiets");

    @Override
    public String dataset() {
        return "verkeersongevallen";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("ongeval_id"),
                integer("jaar"),
                date("datum"),
                integer("uur"),
                text("afloop"),
                text("wegsituatie"),
                text("partijen"),
                integer("maximumsnelheid"),
                text("straat"),
                text("buurtcode"),
                text("lichtgesteldheid"),
                text("wegdek"),
                bool("schoolroute"),
                geometry("geometry"));
        return List.of(new CityFile(1, "verkeersongevallen_2021_2025.geojson", JsonFormat.GEO, columns, this::write));
    }

    private void write(RowWriter file) throws IOException {
        var draw = new Draw(dataset());
        for (int i = 1; i <= 6_400; i++) {
            Street street = city.streets().get((int)
                    (draw.fraction() * draw.fraction() * city.streets().size()));
            LocalDate day = draw.day(LocalDate.of(2021, 1, 1), LocalDate.of(2025, 12, 31));
            int hour = hour(day, draw);
            boolean dark = hour < 7 || hour > (day.getMonthValue() > 3 && day.getMonthValue() < 10 ? 21 : 17);
            int limit = street.neighbourhood().district().kind() == Neighbourhood.Kind.INDUSTRY ? 50 : 30;
            file.row(
                    "VO%d-%05d".formatted(day.getYear(), i),
                    day.getYear(),
                    day,
                    hour,
                    outcome(limit, draw),
                    draw.mostlyFirstOf(SITUATIONS),
                    draw.mostlyFirstOf(PARTIES),
                    limit,
                    street.name(),
                    street.neighbourhood().code(),
                    dark ? "Duisternis" : "Daglicht",
                    draw.chance(0.27) ? "Nat/vochtig" : "Droog",
                    draw.chance(0.18),
                    draw.chance(0.45) ? street.from() : street.beside(draw));
        }
    }

    private static int hour(LocalDate day, Draw draw) {
        int hour = draw.below(24);
        while (draw.fraction() * 2.9 > Rhythm.traffic(day, hour)) {
            hour = draw.below(24);
        }
        return hour;
    }

    private static String outcome(int limit, Draw draw) {
        double severity = draw.fraction() * 30 / limit;
        return severity < 0.004 ? "Dodelijk" : severity < 0.19 ? "Letsel" : "Uitsluitend materiële schade";
    }
}
