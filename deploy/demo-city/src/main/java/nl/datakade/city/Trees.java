package nl.datakade.city;

import static nl.datakade.city.CityColumn.bool;
import static nl.datakade.city.CityColumn.date;
import static nl.datakade.city.CityColumn.decimal;
import static nl.datakade.city.CityColumn.integer;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Every tree the city looks after, where it stands to the millimetre in the national grid. */
record Trees(Kadestad city) implements Source {
    record Species(String dutch, String latin, double metresAYear, int tallest) {}

    static final List<Species> SPECIES = List.of(
            new Species("Hollandse linde", "Tilia europaea", 0.42, 26),
            new Species("Zomereik", "Quercus robur", 0.38, 28),
            new Species("Gewone esdoorn", "Acer pseudoplatanus", 0.46, 24),
            new Species("Gewone plataan", "Platanus hispanica", 0.50, 30),
            new Species("Zwarte els", "Alnus glutinosa", 0.48, 20),
            new Species("Schietwilg", "Salix alba", 0.70, 22),
            new Species("Ruwe berk", "Betula pendula", 0.52, 18),
            new Species("Gewone es", "Fraxinus excelsior", 0.45, 27),
            new Species("Haagbeuk", "Carpinus betulus", 0.30, 17),
            new Species("Sierkers", "Prunus serrulata", 0.25, 9),
            new Species("Grauwe abeel", "Populus canescens", 0.65, 29),
            new Species("Veldiep", "Ulmus minor", 0.44, 25));

    private static final List<String> CONDITION = List.of("Goed", "Redelijk", "Matig", "Slecht");

    @Override
    public String dataset() {
        return "bomen";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("Boomnummer"),
                text("Soort Nederlands"),
                text("Soort Latijn"),
                integer("Plantjaar"),
                decimal("Hoogte m"),
                integer("Stamdiameter cm"),
                text("Conditie"),
                date("Laatste inspectie"),
                bool("Monumentaal"),
                text("Straat"),
                text("Buurtcode"),
                text("Buurt"),
                decimal("X"),
                decimal("Y"));
        return List.of(new CityFile(1, "BOMEN_BEHEER_2026.csv", DelimitedFormat.dutch(), columns, this::write));
    }

    private void write(RowWriter file) throws IOException {
        var draw = new Draw(dataset());
        int number = 100_000;
        for (Street street : city.streets()) {
            int trees = draw.count(118 * street.neighbourhood().green());
            Species usual = draw.mostlyFirstOf(SPECIES);
            for (int i = 0; i < trees; i++) {
                file.row(tree(street, ++number, draw.chance(0.6) ? usual : draw.oneOf(SPECIES), draw));
            }
        }
    }

    private static Object[] tree(Street street, int number, Species species, Draw draw) {
        int age = 1 + (int) (95 * draw.fraction() * draw.fraction());
        double height = Math.max(2, Math.min(species.tallest(), 2.5 + age * species.metresAYear() + draw.normal(0, 1)));
        Point point = street.beside(draw);
        return new Object[] {
            "B" + number,
            species.dutch(),
            species.latin(),
            2026 - age,
            Draw.rounded(height, 1),
            Math.max(6, (int) Math.round(5 + age * 0.85 + draw.normal(0, 2))),
            draw.mostlyFirstOf(CONDITION),
            number % 9_000 == 77
                    ? new Spoilt("onbekend", Fault.MARK)
                    : draw.day(LocalDate.of(2023, 5, 1), LocalDate.of(2026, 2, 27)),
            age > 80 && draw.chance(0.3),
            street.name(),
            street.neighbourhood().code(),
            street.neighbourhood().name(),
            point.eastings(),
            point.northings()
        };
    }
}
