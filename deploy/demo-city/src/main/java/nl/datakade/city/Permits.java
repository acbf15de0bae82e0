package nl.datakade.city;

import static nl.datakade.city.CityColumn.date;
import static nl.datakade.city.CityColumn.decimal;
import static nl.datakade.city.CityColumn.integer;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Applications for environment, event and catering permits. */
record Permits(Kadestad city) implements Source {
    private static final List<String> KINDS = List.of(
            "Omgevingsvergunning bouwen",
            "Kapvergunning",
            "Evenement",
            "Terras",
            "Inrit",
            "Reclame",
            "Exploitatie horeca");

    @Override
    public String dataset() {
        return "vergunningaanvragen";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("zaaknummer"),
                text("soort"),
                date("aangevraagd"),
                date("besloten"),
                text("besluit"),
                integer("doorlooptijd_dagen"),
                text("straat"),
                text("postcode"),
                text("buurtcode"),
                decimal("leges"));
        return List.of(new CityFile(1, "vergunningen-2025.json", JsonFormat.ARRAY, columns, this::write));
    }

    private void write(RowWriter file) throws IOException {
        var draw = new Draw(dataset());
        for (int i = 1; i <= 5_200; i++) {
            Street street = draw.oneOf(city.streets());
            String kind = draw.mostlyFirstOf(KINDS);
            LocalDate asked = draw.day(LocalDate.of(2025, 1, 2), LocalDate.of(2025, 12, 30));
            int days = draw.count(kind.startsWith("Omgeving") ? 48 : 21);
            boolean decided = !asked.plusDays(days).isAfter(LocalDate.of(2025, 12, 31));
            file.row(
                    "VTH-2025-%05d".formatted(i),
                    kind,
                    asked,
                    decided ? asked.plusDays(days) : null,
                    decided ? (draw.chance(0.86) ? "Verleend" : "Geweigerd") : "In behandeling",
                    decided ? days : null,
                    street.name(),
                    street.postcode(),
                    street.neighbourhood().code(),
                    Draw.rounded(
                            kind.startsWith("Omgeving") ? draw.between(340.0, 9_800.0) : draw.between(45.0, 610.0), 2));
        }
    }
}
