package nl.datakade.city;

import static nl.datakade.city.CityColumn.bool;
import static nl.datakade.city.CityColumn.decimal;
import static nl.datakade.city.CityColumn.integer;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.util.List;

/** Where care can be had. */
record CareFacilities(Kadestad city) implements Source {
    private static final List<String> KINDS = List.of(
            "Huisarts",
            "Fysiotherapie",
            "Tandarts",
            "Apotheek",
            "Thuiszorg",
            "Wijkcentrum",
            "Consultatiebureau",
            "Verpleeghuis",
            "Dagbesteding");

    @Override
    public String dataset() {
        return "zorgvoorzieningen";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("voorziening_id"),
                text("naam"),
                text("soort"),
                text("straat"),
                integer("huisnummer"),
                text("postcode"),
                text("buurtcode"),
                text("buurt"),
                integer("capaciteit"),
                integer("wachttijd_dagen"),
                bool("rolstoeltoegankelijk"),
                decimal("x_rd"),
                decimal("y_rd"),
                decimal("lon"),
                decimal("lat"));
        return List.of(new CityFile(1, "zorgvoorzieningen.csv", DelimitedFormat.international(), columns, this::write));
    }

    private void write(RowWriter file) throws IOException {
        var draw = new Draw(dataset());
        for (int i = 1; i <= 1_150; i++) {
            Street street = draw.oneOf(city.streets());
            String kind = draw.mostlyFirstOf(KINDS);
            Point point = street.beside(draw);
            Point.Degrees degrees = point.degrees();
            file.row(
                    "ZV%04d".formatted(i),
                    kind + " " + street.name(),
                    kind,
                    street.name(),
                    street.houseNumber(draw),
                    street.postcode(),
                    street.neighbourhood().code(),
                    street.neighbourhood().name(),
                    draw.between(4, 140),
                    draw.count(kind.equals("Verpleeghuis") ? 95 : 12),
                    draw.chance(0.83),
                    point.eastings(),
                    point.northings(),
                    degrees.longitude(),
                    degrees.latitude());
        }
    }
}
