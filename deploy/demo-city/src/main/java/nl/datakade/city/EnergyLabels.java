package nl.datakade.city;

import static nl.datakade.city.CityColumn.date;
import static nl.datakade.city.CityColumn.decimal;
import static nl.datakade.city.CityColumn.integer;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Energy labels of homes; their identifiers have sixteen digits and are text, not numbers. */
record EnergyLabels(Kadestad city) implements Source {
    private static final List<String> LABELS = List.of("A+++", "A++", "A+", "A", "B", "C", "D", "E", "F", "G");
    private static final List<String> HOMES = List.of("Appartement", "Tussenwoning", "Hoekwoning", "Vrijstaand");

    @Override
    public String dataset() {
        return "energielabels";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("verblijfsobject_id"),
                text("energielabel"),
                date("registratiedatum"),
                integer("bouwjaar"),
                text("woningtype"),
                decimal("oppervlakte_m2"),
                decimal("energiebehoefte_kwh_m2"),
                text("wijkcode"),
                text("buurtcode"));
        return List.of(new CityFile(1, "energielabels.parquet", new ParquetFormat(), columns, this::write));
    }

    private void write(RowWriter file) throws IOException {
        var draw = new Draw(dataset());
        for (int i = 1; i <= 20_000; i++) {
            Neighbourhood neighbourhood = draw.oneOf(city.neighbourhoods());
            int built = built(neighbourhood, draw);
            double index = Math.max(0, Math.min(9.99, (2024 - built) / 14.0 + draw.normal(0, 1.3)));
            file.row(
                    "999901%010d".formatted(i),
                    LABELS.get((int) index),
                    draw.day(LocalDate.of(2015, 1, 5), LocalDate.of(2025, 12, 19)),
                    built,
                    draw.mostlyFirstOf(HOMES),
                    Draw.rounded(draw.between(38.0, 190.0), 3),
                    Draw.rounded(35 + 32 * index + draw.fraction() * 20, 3),
                    neighbourhood.district().code(),
                    neighbourhood.code());
        }
    }

    private static int built(Neighbourhood neighbourhood, Draw draw) {
        return switch (neighbourhood.district().kind()) {
            case CENTRE -> draw.between(1890, 1985);
            case PREWAR -> draw.between(1905, 1941);
            case POSTWAR -> draw.between(1950, 1976);
            case NEW -> draw.between(1998, 2024);
            case VILLAGE -> draw.between(1930, 2005);
            case INDUSTRY -> draw.between(1970, 2015);
            case GREEN -> draw.between(1985, 2018);
        };
    }
}
