package nl.datakade.city;

import static nl.datakade.city.CityColumn.decimal;
import static nl.datakade.city.CityColumn.integer;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.util.List;

/** People with care under the Wmo and the Youth Act per neighbourhood; below five the cell holds a dash. */
record CareDemand(Kadestad city) implements Source {
    private record Age(String group, double share, double need) {}

    private static final List<Age> AGES =
            List.of(new Age("0-17", 0.19, 0.05), new Age("18-64", 0.63, 0.02), new Age("65+", 0.18, 0.16));
    private static final List<String> FORMS = List.of(
            "Huishoudelijke hulp", "Begeleiding", "Dagbesteding", "Hulpmiddelen", "Jeugdhulp ambulant", "Verblijf");

    @Override
    public String dataset() {
        return "zorgvraag-per-buurt";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                integer("Jaar"),
                text("Wijkcode"),
                text("Buurtcode"),
                text("Buurt"),
                text("Leeftijdsgroep"),
                text("Zorgvorm"),
                integer("Inwoners"),
                integer("Cliënten"),
                decimal("Per 1000 inwoners"),
                decimal("Uitgaven x 1000 euro"));
        return List.of(new CityFile(
                1, "Zorgvraag per buurt 2021-2025.xlsx", new ExcelFormat("Zorgvraag", null), columns, this::write));
    }

    private void write(RowWriter file) throws IOException {
        var draw = new Draw(dataset());
        for (int year = 2021; year <= 2025; year++) {
            for (Neighbourhood neighbourhood : city.neighbourhoods()) {
                for (Age age : AGES) {
                    for (String form : FORMS) {
                        cell(file, year, neighbourhood, age, form, draw);
                    }
                }
            }
        }
    }

    private static void cell(RowWriter file, int year, Neighbourhood neighbourhood, Age age, String form, Draw draw)
            throws IOException {
        int inhabitants = (int) (neighbourhood.inhabitants() * age.share());
        boolean youth = form.startsWith("Jeugd");
        double need = youth == age.group().startsWith("0-") ? age.need() : age.need() / 12;
        int clients = draw.count(inhabitants * need * (1 + 0.03 * (year - 2021)) * draw.between(0.6, 1.4));
        boolean hidden = clients < 5;
        file.row(
                year,
                neighbourhood.district().code(),
                neighbourhood.code(),
                neighbourhood.name(),
                age.group(),
                form,
                inhabitants,
                hidden ? new Spoilt("-", Fault.MARK) : clients,
                hidden ? new Spoilt("-", Fault.MARK) : Draw.rounded(1_000.0 * clients / inhabitants, 1),
                hidden ? new Spoilt("-", Fault.MARK) : Draw.rounded(clients * draw.between(2.1, 9.8), 1));
    }
}
