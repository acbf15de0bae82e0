package nl.datakade.city;

import static nl.datakade.city.CityColumn.bool;
import static nl.datakade.city.CityColumn.date;
import static nl.datakade.city.CityColumn.decimal;
import static nl.datakade.city.CityColumn.integer;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Crossings that were inspected because residents found them unsafe. */
record Crossings(Kadestad city) implements Source {
    private static final List<String> KINDS =
            List.of("Zebrapad", "Kruispunt", "Verkeerslicht", "Fietsoversteek", "Rotonde", "Schoolzone");
    private static final List<String> MEASURES = List.of(
            "Geen", "Drempel", "Zicht vrijgemaakt", "Extra verlichting", "Middengeleider", "Verkeerslicht aangepast");

    @Override
    public String dataset() {
        return "onveilige-oversteken";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("oversteek_id"),
                text("soort"),
                text("straat"),
                text("buurtcode"),
                integer("meldingen_bewoners"),
                integer("ongevallen_5_jaar"),
                decimal("risicoscore"),
                decimal("v85_kmu"),
                date("inspectiedatum"),
                text("maatregel"),
                bool("bij_school"),
                decimal("x_rd"),
                decimal("y_rd"));
        return List.of(new CityFile(1, "onveilige_oversteken_2025.json", JsonFormat.ARRAY, columns, this::write));
    }

    private void write(RowWriter file) throws IOException {
        var draw = new Draw(dataset());
        for (int i = 1; i <= 1_260; i++) {
            Street street = draw.oneOf(city.streets());
            double danger =
                    draw.fraction() * draw.fraction() * street.neighbourhood().bustle();
            int reports = draw.count(1 + 14 * danger);
            int accidents = draw.count(6 * danger);
            Point point = street.beside(draw);
            file.row(
                    "OV-%04d".formatted(i),
                    draw.mostlyFirstOf(KINDS),
                    street.name(),
                    street.neighbourhood().code(),
                    reports,
                    accidents,
                    Draw.rounded(Math.min(10, 1 + reports * 0.25 + accidents * 0.7), 1),
                    Draw.rounded(draw.normal(36 + 12 * danger, 4), 1),
                    draw.day(LocalDate.of(2025, 1, 6), LocalDate.of(2025, 12, 19)),
                    draw.mostlyFirstOf(MEASURES),
                    draw.chance(0.22),
                    point.eastings(),
                    point.northings());
        }
    }
}
