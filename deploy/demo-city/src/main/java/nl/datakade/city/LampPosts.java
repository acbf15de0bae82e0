package nl.datakade.city;

import static nl.datakade.city.CityColumn.date;
import static nl.datakade.city.CityColumn.decimal;
import static nl.datakade.city.CityColumn.integer;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Lamp posts; the export ends with a line that says how many there are. */
record LampPosts(Kadestad city) implements Source {
    private static final List<String> LAMPS = List.of("LED 3000K", "LED 4000K", "SON-T", "PL-L", "Inductie");
    private static final List<String> REGIMES = List.of("Avond/nacht gedimd", "Hele nacht", "Tot 24 uur", "Dynamisch");

    @Override
    public String dataset() {
        return "lichtmasten";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("Mastnummer"),
                text("Straat"),
                text("Buurtcode"),
                decimal("Lichtpunthoogte"),
                text("Lamptype"),
                decimal("Vermogen W"),
                text("Brandregime"),
                date("Plaatsingsdatum"),
                text("Laatst geschilderd"),
                integer("Branduren"),
                decimal("X"),
                decimal("Y"));
        return List.of(new CityFile(1, "LICHTMASTEN.CSV", DelimitedFormat.dutch(), columns, this::write));
    }

    private void write(RowWriter file) throws IOException {
        var draw = new Draw(dataset());
        int number = 0;
        for (Street street : city.streets()) {
            int posts = Math.max(4, (int) (street.length() / 8));
            for (int i = 0; i < posts; i++) {
                LocalDate placed = draw.day(LocalDate.of(1986, 4, 1), LocalDate.of(2025, 11, 30));
                String lamp = placed.getYear() > 2012
                        ? draw.oneOf(LAMPS.subList(0, 2))
                        : draw.oneOf(LAMPS.subList(2, LAMPS.size()));
                Point point =
                        street.from().towards(street.to(), (i + 0.5) / posts).moved(draw.between(3.0, 5.0), 0);
                file.row(
                        "LM%06d".formatted(++number),
                        street.name(),
                        street.neighbourhood().code(),
                        Draw.rounded(draw.between(7, 20) / 2.0, 1),
                        lamp,
                        Draw.rounded(lamp.startsWith("LED") ? draw.between(12.0, 38.0) : draw.between(36.0, 150.0), 1),
                        draw.mostlyFirstOf(REGIMES),
                        placed,
                        painted(number, placed, draw),
                        draw.between(400, 96_000),
                        point.eastings(),
                        point.northings());
            }
        }
        file.footer("Aantal masten: " + number);
    }

    /** A few on a day that does not exist, and some not known. */
    private static Object painted(int number, LocalDate placed, Draw draw) {
        if (number % 2_000 == 11) {
            return new Spoilt("-", Fault.MARK);
        }
        return number % 3_000 == 1_234 ? new Spoilt("31-02-2019", Fault.BROKEN_DATE) : placed.plusDays(draw.below(900));
    }
}
