package nl.datakade.city;

import static nl.datakade.city.CityColumn.date;
import static nl.datakade.city.CityColumn.integer;
import static nl.datakade.city.CityColumn.text;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** A register of test persons with citizen service numbers; some lines come twice, and three come from an older system. */
record ResidentsRegister(Kadestad city) implements Source {
    private static final List<String> HOUSEHOLDS =
            List.of("Alleenstaand", "Paar met kinderen", "Paar zonder kinderen", "Eenoudergezin", "Overig");

    @Override
    public String dataset() {
        return "proefregister-inwoners";
    }

    @Override
    public List<CityFile> files() {
        List<CityColumn> columns = List.of(
                text("BSN"),
                text("Voornaam"),
                text("Achternaam"),
                text("Geslacht"),
                date("Geboortedatum"),
                text("Straat"),
                integer("Huisnummer"),
                text("Postcode"),
                text("Woonplaats"),
                text("Buurtcode"),
                text("Soort huishouden"),
                date("Datum inschrijving"),
                text("Telefoon"),
                text("E-mail"));
        return List.of(new CityFile(
                1, "proefregister_inwoners_20260401.csv", DelimitedFormat.dutchUtf8(), columns, this::write));
    }

    private void write(RowWriter file) throws IOException {
        var draw = new Draw(dataset());
        var numbers = new CitizenServiceNumbers();
        for (int i = 1; i <= 12_000; i++) {
            Street street = street(draw);
            var person = TestPerson.any(draw);
            LocalDate registered = LocalDate.of(2026, 3, 31).minusDays(draw.below(14_000));
            boolean older = i == 2_345 || i == 6_789 || i == 11_111;
            Object[] cells = {
                numbers.next(),
                older ? new Spoilt("Anaïs", Fault.OTHER_ENCODING) : person.firstName(),
                person.lastName(),
                person.sex(),
                person.born(),
                street.name(),
                street.houseNumber(draw),
                street.postcode(),
                "Kadestad",
                street.neighbourhood().code(),
                draw.mostlyFirstOf(HOUSEHOLDS),
                registered.isBefore(person.born()) ? person.born() : registered,
                person.telephone(),
                person.mail()
            };
            file.row(cells);
            if (i % 1_700 == 0) {
                file.duplicate(cells);
            }
        }
    }

    /** More people live where the city is dense. */
    private Street street(Draw draw) {
        Street street = draw.oneOf(city.streets());
        while (draw.fraction() * 4_300 > street.neighbourhood().inhabitants()) {
            street = draw.oneOf(city.streets());
        }
        return street;
    }
}
