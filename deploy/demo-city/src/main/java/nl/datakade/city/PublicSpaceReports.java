package nl.datakade.city;

import static nl.datakade.city.CityColumn.date;
import static nl.datakade.city.CityColumn.decimal;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports on public space without the reporter; a few notes hold a comma that the export forgot to quote. */
record PublicSpaceReports(Kadestad city) implements Source {
    private static final Map<String, List<String>> SUBJECTS = Map.of(
            "Afval", List.of("Bijplaatsing", "Container vol", "Zwerfafval", "Container stuk"),
            "Wegen", List.of("Losse tegel", "Gat in wegdek", "Verzakking", "Gladheid"),
            "Groen", List.of("Overhangende takken", "Onkruid", "Boom beschadigd", "Gras te hoog"),
            "Verlichting", List.of("Lamp defect", "Mast scheef", "Lamp brandt overdag"),
            "Water", List.of("Put verstopt", "Wateroverlast", "Kademuur beschadigd"));
    private static final List<String> MAIN = List.of("Afval", "Wegen", "Groen", "Verlichting", "Water");
    private static final List<String> CHANNELS = List.of("App", "Website", "Telefoon 14 0999", "Wijkteam", "Balie");
    private static final List<String> NOTES = List.of(
            "Graag snel oplossen",
            "Ligt er al een week",
            "Gevaarlijk voor fietsers, vooral in het donker",
            "Zie ook de vorige melding",
            "Bij de ingang van het plein",
            "Bewoner zegt: \"dit is de derde keer\"");

    @Override
    public String dataset() {
        return "meldingen-openbare-ruimte";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("zaak_id"),
                text("hoofdcategorie"),
                text("subcategorie"),
                text("kanaal"),
                date("datum_melding"),
                date("datum_afgerond"),
                text("status"),
                text("straatnaam"),
                text("buurtcode"),
                text("buurt"),
                text("wijk"),
                text("toelichting"),
                decimal("x"),
                decimal("y"));
        return List.of(
                file(1, "mor-export-2025.csv", columns, 24_000, LocalDate.of(2025, 12, 31)),
                file(2, "mor-export-2026-01.csv", columns, 26_000, LocalDate.of(2026, 1, 31)));
    }

    private CityFile file(int version, String name, List<CityColumn> columns, int reports, LocalDate until) {
        return new CityFile(
                version, name, DelimitedFormat.international(), columns, file -> write(file, reports, until));
    }

    private void write(RowWriter file, int reports, LocalDate until) throws IOException {
        var draw = new Draw(dataset());
        for (int i = 1; i <= reports; i++) {
            Street street = draw.oneOf(city.streets());
            String subject = draw.mostlyFirstOf(MAIN);
            LocalDate reported = LocalDate.of(2025, 1, 1).plusDays((long) ((i - 1) * 365.0 / 24_000) + draw.below(2));
            LocalDate done = reported.plusDays(draw.count(subject.equals("Afval") ? 2.5 : 9));
            boolean finished = !done.isAfter(until) && draw.chance(0.97);
            Point point = street.beside(draw);
            file.row(
                    "MOR%07d".formatted(2_500_000 + i),
                    subject,
                    draw.mostlyFirstOf(SUBJECTS.getOrDefault(subject, MAIN)),
                    draw.mostlyFirstOf(CHANNELS),
                    reported,
                    finished ? done : null,
                    finished ? "Afgerond" : "In behandeling",
                    street.name(),
                    street.neighbourhood().code(),
                    street.neighbourhood().name(),
                    street.neighbourhood().district().name(),
                    note(i, draw),
                    point.eastings(),
                    point.northings());
        }
    }

    private static @Nullable Object note(int i, Draw draw) {
        if (i % 3_400 == 0) {
            return new Spoilt("Kapot, al lang", Fault.EXTRA_CELL);
        }
        return draw.chance(0.3) ? draw.oneOf(NOTES) : null;
    }
}
