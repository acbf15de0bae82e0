package nl.datakade.city;

import static nl.datakade.city.CityColumn.date;
import static nl.datakade.city.CityColumn.decimal;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Work orders of the green department: a workbook with a title above its header. */
record GreenMaintenance(Kadestad city) implements Source {
    private static final List<String> WORK = List.of(
            "Maaien",
            "Onkruid verwijderen",
            "Snoeien",
            "Bladruimen",
            "Watergeven",
            "Boomveiligheidscontrole",
            "Inboeten");
    private static final List<String> CONTRACTORS =
            List.of("Ploeg Noord", "Ploeg Zuid", "Ploeg Haven", "Aannemer Groenkade");

    @Override
    public String dataset() {
        return "groenonderhoud";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("Werkorder"),
                text("Werkzaamheid"),
                text("Buurtcode"),
                text("Buurt"),
                text("Ploeg"),
                date("Gepland"),
                date("Uitgevoerd"),
                decimal("Oppervlakte m2"),
                decimal("Uren"),
                decimal("Kosten"),
                decimal("X"),
                decimal("Y"));
        var format = new ExcelFormat("Werkorders", "Groenonderhoud 2025 - export beheersysteem");
        return List.of(new CityFile(1, "Groenonderhoud 2025.xlsx", format, columns, this::write));
    }

    private void write(RowWriter file) throws IOException {
        var draw = new Draw(dataset());
        for (int i = 1; i <= 6_000; i++) {
            Neighbourhood neighbourhood = draw.oneOf(city.neighbourhoods());
            LocalDate planned = draw.day(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 11, 28));
            boolean done = draw.chance(0.96);
            double area = 40 + 1_800 * draw.fraction() * draw.fraction() * neighbourhood.green();
            double hours = 0.5 + area / 160 * draw.between(0.7, 1.4);
            Point point = neighbourhood.centre().moved(draw.normal(0, 110), draw.normal(0, 110));
            file.row(
                    "WO25-%05d".formatted(i),
                    draw.mostlyFirstOf(WORK),
                    neighbourhood.code(),
                    neighbourhood.name(),
                    draw.oneOf(CONTRACTORS),
                    planned,
                    done ? planned.plusDays(draw.count(3)) : null,
                    Draw.rounded(area, 1),
                    Draw.rounded(hours, 2),
                    done ? Draw.rounded(hours * 58.75, 2) : null,
                    point.eastings(),
                    point.northings());
        }
    }
}
