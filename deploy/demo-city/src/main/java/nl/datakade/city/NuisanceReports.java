package nl.datakade.city;

import static nl.datakade.city.CityColumn.date;
import static nl.datakade.city.CityColumn.integer;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nuisance reports with the person who reported: names, telephone numbers, mail and home addresses. */
record NuisanceReports(Kadestad city) implements Source {
    private static final List<String> KINDS = List.of(
            "Geluidsoverlast",
            "Jeugdoverlast",
            "Burenoverlast",
            "Hondenoverlast",
            "Overlast horeca",
            "Vandalisme",
            "Verwarde persoon");
    private static final List<String> URGENCY = List.of("Normaal", "Laag", "Hoog", "Spoed");

    @Override
    public String dataset() {
        return "overlastmeldingen";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("Meldingnummer"),
                date("Datum melding"),
                integer("Uur"),
                text("Soort overlast"),
                text("Urgentie"),
                text("Naam melder"),
                text("Telefoon"),
                text("E-mail"),
                text("Straat"),
                integer("Huisnummer"),
                text("Postcode"),
                text("Buurtcode"),
                text("Buurt"),
                text("Afhandeling"));
        return List.of(
                new CityFile(
                        1, "overlast_export_jan-mrt.csv", DelimitedFormat.dutch(), columns, f -> write(f, 12_000, 90)),
                new CityFile(
                        2,
                        "overlast_export_jan-apr.csv",
                        DelimitedFormat.dutch(),
                        columns,
                        f -> write(f, 16_000, 120)));
    }

    private void write(RowWriter file, int reports, int days) throws IOException {
        var draw = new Draw(dataset());
        LocalDate first = LocalDate.of(2026, 1, 1);
        for (int i = 1; i <= reports; i++) {
            Street street = draw.mostlyFirstOf(city.streets());
            LocalDate day = first.plusDays((long) (i - 1) * days / reports);
            var person = TestPerson.any(draw);
            file.row(
                    "OL-2026-%05d".formatted(i),
                    day,
                    (20 + draw.between(-8, 6)) % 24,
                    draw.mostlyFirstOf(KINDS),
                    draw.mostlyFirstOf(URGENCY),
                    person.name(),
                    i % 900 == 450 ? new Spoilt("-", Fault.MARK) : person.telephone(),
                    person.mail(),
                    street.name(),
                    street.houseNumber(draw),
                    street.postcode(),
                    street.neighbourhood().code(),
                    street.neighbourhood().name(),
                    handling(i, draw));
        }
    }

    private static @Nullable Object handling(int report, Draw draw) {
        if (report % 1_500 == 700) {
            return new Spoilt("Gesprek gevoerd; buurt gerust", Fault.EXTRA_CELL);
        }
        return draw.chance(0.7) ? "Gesprek gevoerd" : draw.chance(0.5) ? "Doorgezet naar wijkteam" : null;
    }
}
