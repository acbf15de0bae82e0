package nl.datakade.city;

import static nl.datakade.city.CityColumn.bool;
import static nl.datakade.city.CityColumn.integer;
import static nl.datakade.city.CityColumn.text;
import static nl.datakade.city.CityColumn.timestamp;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Faults in public lighting, one JSON object on every line, as the monitoring system streams them. */
record LightingFaults(Kadestad city) implements Source {
    private static final List<String> CAUSES =
            List.of("Lamp defect", "Driver defect", "Kabelstoring", "Aanrijding", "Vandalisme", "Zekering");
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    @Override
    public String dataset() {
        return "storingen-openbare-verlichting";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("storing_id"),
                text("mastnummer"),
                timestamp("gemeld_op"),
                timestamp("opgelost_op"),
                text("oorzaak"),
                text("straat"),
                text("buurtcode"),
                bool("automatisch_gemeld"),
                integer("uren_donker"));
        return List.of(new CityFile(1, "storingen-ov-2025.ndjson", JsonFormat.LINES, columns, this::write));
    }

    private void write(RowWriter file) throws IOException {
        var draw = new Draw(dataset());
        for (int i = 1; i <= 7_500; i++) {
            Street street = draw.oneOf(city.streets());
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays((i - 1) * 365L / 7_500);
            LocalDateTime reported = day.atTime((16 + draw.below(14)) % 24, draw.below(60), draw.below(60));
            String cause = draw.mostlyFirstOf(CAUSES);
            int hours = draw.count(cause.equals("Kabelstoring") ? 96 : 38);
            file.row(
                    "ST25-%05d".formatted(i),
                    "LM%06d".formatted(draw.between(1, 12_000)),
                    ISO.format(reported),
                    draw.chance(0.95) ? ISO.format(reported.plusHours(hours)) : null,
                    cause,
                    street.name(),
                    street.neighbourhood().code(),
                    draw.chance(0.64),
                    hours);
        }
    }
}
