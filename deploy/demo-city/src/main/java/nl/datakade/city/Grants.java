package nl.datakade.city;

import static nl.datakade.city.CityColumn.date;
import static nl.datakade.city.CityColumn.decimal;
import static nl.datakade.city.CityColumn.integer;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Subsidies to organisations: asked, granted, and for which policy goal. */
record Grants(Kadestad city) implements Source {
    private static final List<String> GOALS = List.of(
            "Sport en bewegen", "Cultuur", "Ontmoeting in de buurt", "Klimaatadaptatie", "Jeugd", "Taal en meedoen");
    private static final List<String> BODIES = List.of("Stichting", "Vereniging", "Coöperatie", "Buurtcomité");

    @Override
    public String dataset() {
        return "subsidies";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("Dossiernummer"),
                integer("Subsidiejaar"),
                text("Organisatie"),
                text("Beleidsdoel"),
                text("Wijk"),
                date("Datum aanvraag"),
                date("Datum besluit"),
                text("Besluit"),
                decimal("Bedrag aangevraagd"),
                decimal("Bedrag verleend"));
        return List.of(new CityFile(
                1, "Subsidieregister 2022-2025.xlsx", new ExcelFormat("Register", null), columns, this::write));
    }

    private void write(RowWriter file) throws IOException {
        var draw = new Draw(dataset());
        for (int i = 1; i <= 2_200; i++) {
            Neighbourhood neighbourhood = draw.oneOf(city.neighbourhoods());
            LocalDate asked = draw.day(LocalDate.of(2021, 9, 1), LocalDate.of(2025, 6, 30));
            double amount = 500 + 48_000 * draw.fraction() * draw.fraction() * draw.fraction();
            double decision = draw.fraction();
            file.row(
                    "SUB-%05d".formatted(i),
                    asked.plusMonths(4).getYear(),
                    draw.oneOf(BODIES) + " " + neighbourhood.name() + " " + draw.between(1, 9),
                    draw.mostlyFirstOf(GOALS),
                    neighbourhood.district().name(),
                    asked,
                    decision < 0.04 ? null : asked.plusDays(draw.between(20, 91)),
                    decision < 0.04
                            ? "In behandeling"
                            : decision < 0.2 ? "Afgewezen" : decision < 0.45 ? "Deels verleend" : "Verleend",
                    Draw.rounded(amount, 2),
                    decision < 0.2
                            ? null
                            : Draw.rounded(decision < 0.45 ? amount * draw.between(0.4, 0.9) : amount, 2));
        }
    }
}
