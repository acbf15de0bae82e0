package nl.datakade.city;

import static nl.datakade.city.CityColumn.bool;
import static nl.datakade.city.CityColumn.date;
import static nl.datakade.city.CityColumn.geometry;
import static nl.datakade.city.CityColumn.integer;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Underground containers and how full they are on average, as GeoJSON. */
record WasteContainers(Kadestad city) implements Source {
    private static final List<String> FRACTIONS = List.of("Restafval", "Papier", "Gft", "Glas", "Plastic", "Textiel");

    @Override
    public String dataset() {
        return "afvalcontainers";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("container_id"),
                text("fractie"),
                integer("inhoud_liter"),
                integer("vulgraad_gemiddeld"),
                integer("ledigingen_per_maand"),
                date("geplaatst"),
                bool("sensor"),
                text("straat"),
                text("buurtcode"),
                geometry("geometry"));
        return List.of(new CityFile(1, "afvalcontainers.geojson", JsonFormat.GEO, columns, this::write));
    }

    private void write(RowWriter file) throws IOException {
        var draw = new Draw(dataset());
        for (int i = 1; i <= 2_400; i++) {
            Street street = draw.oneOf(city.streets());
            int full = Math.min(100, Math.max(8, (int)
                    draw.normal(38 + 40 * street.neighbourhood().bustle(), 12)));
            file.row(
                    "OC-%05d".formatted(i),
                    draw.mostlyFirstOf(FRACTIONS),
                    draw.chance(0.7) ? 5_000 : 3_000,
                    full,
                    Math.max(1, full / 9),
                    draw.day(LocalDate.of(2012, 3, 1), LocalDate.of(2025, 10, 31)),
                    draw.chance(0.55),
                    street.name(),
                    street.neighbourhood().code(),
                    street.beside(draw));
        }
    }
}
