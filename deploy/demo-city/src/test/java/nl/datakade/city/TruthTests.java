package nl.datakade.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file's truth says is what is found when the file is read again by other means. */
class TruthTests {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final DateTimeFormatter DUTCH =
            DateTimeFormatter.ofPattern("dd-MM-uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final WrittenCity city = WrittenCity.once();

    @ParameterizedTest
    @CsvSource({
        "fietstellingen, 1", "fietstellingen, 2", "overlastmeldingen, 1", "overlastmeldingen, 2",
        "parkeerdruk, 1", "parkeerdruk, 2", "bomen, 1", "lichtmasten, 1"
    })
    void dutchFilesHoldAsManyRecordsAsWritten(String dataset, int version) throws IOException {
        Truth truth = city.truth(dataset, version);

        List<List<String>> records = Reread.delimited(city.path(truth), WINDOWS, ';');

        assertThat(records).hasSize(1 + truth.records() + truth.faults().getOrDefault(Fault.FOOTER, 0));
        assertThat(records.getFirst())
                .isEqualTo(truth.columns().stream().map(CityColumn::label).toList());
        assertThat(records.stream()
                        .filter(cells -> cells.size() != truth.columns().size()))
                .hasSize(truth.rejected() + truth.faults().getOrDefault(Fault.FOOTER, 0));
    }

    @Test
    void daysThatDoNotExistAreCounted() throws IOException {
        Truth truth = city.truth("lichtmasten", 1);

        assertThat(Reread.delimited(city.path(truth), WINDOWS, ';').stream()
                        .skip(1)
                        .filter(cells -> cells.size() == truth.columns().size())
                        .filter(cells -> !cells.get(8).equals("-") && !isDate(cells.get(8))))
                .hasSize(truth.faults().getOrDefault(Fault.BROKEN_DATE, 0))
                .isNotEmpty();
    }

    @Test
    void unquotedCommasMakeARowTooLong() throws IOException {
        Truth truth = city.truth("meldingen-openbare-ruimte", 1);

        List<List<String>> records = Reread.delimited(city.path(truth), UTF_8, ',');

        assertThat(records.getFirst().getFirst()).isEqualTo("\uFEFFzaak_id");
        assertThat(records).hasSize(truth.records() + 1);
        assertThat(records.stream().filter(cells -> cells.size() == 15))
                .hasSize(truth.rejected())
                .isNotEmpty();
    }

    @Test
    void theRegisterHoldsRecordsTwiceAndThreeLinesInAnotherEncoding() throws IOException {
        Truth truth = city.truth("proefregister-inwoners", 1);

        List<List<String>> records = Reread.delimited(city.path(truth), UTF_8, ';');

        assertThat(records).hasSize(truth.records() + 1);
        assertThat(records.stream().filter(cells -> cells.get(1).equals("Ana\uFFFDs")))
                .hasSize(truth.faults().getOrDefault(Fault.OTHER_ENCODING, 0))
                .hasSize(3);
        assertThat(records.size() - records.stream().distinct().count())
                .isEqualTo(truth.faults().getOrDefault(Fault.DUPLICATE, 0).longValue())
                .isEqualTo(7);
    }

    @Test
    void workbooksHoldAsManyRowsAsWritten() throws IOException {
        assertThat(Reread.workbook(city.path("groenonderhoud", 1)))
                .hasSize(city.truth("groenonderhoud", 1).records() + 2)
                .element(1)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .startsWith("Werkorder");
        assertThat(Reread.workbook(city.path("subsidies", 1)))
                .hasSize(city.truth("subsidies", 1).records() + 1);
        assertThat(Reread.workbook(city.path("zorgvraag-per-buurt", 1)).stream()
                        .flatMap(List::stream)
                        .filter("-"::equals))
                .hasSize(city.truth("zorgvraag-per-buurt", 1).faults().getOrDefault(Fault.MARK, 0));
    }

    @Test
    void jsonHoldsAsManyObjectsAsWritten() throws IOException {
        for (String dataset : List.of("onveilige-oversteken", "vergunningaanvragen")) {
            assertThat(Reread.json(city.path(dataset, 1)))
                    .hasSize(city.truth(dataset, 1).rows());
        }
        assertThat(Reread.lines(city.path("storingen-openbare-verlichting", 1)))
                .hasSize(city.truth("storingen-openbare-verlichting", 1).rows());
        for (String dataset : List.of("verkeersongevallen", "afvalcontainers")) {
            assertThat(Reread.json(city.path(dataset, 1)).path("features"))
                    .hasSize(city.truth(dataset, 1).rows());
        }
    }

    @Test
    void parquetHoldsAsManyRowsAsWritten() throws SQLException {
        for (String dataset : List.of("luchtkwaliteit", "energielabels")) {
            assertThat(Reread.parquetRows(city.path(dataset, 1)))
                    .isEqualTo(city.truth(dataset, 1).rows());
        }
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text, DUTCH).getYear() > 1900;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
