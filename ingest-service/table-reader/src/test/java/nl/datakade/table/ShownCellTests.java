package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees of a cell is what counts: codes with zeros, shares, times and lengths of time, escapes. */
class ShownCellTests {

    private static final Path FAULTS = Path.of("src/test/resources/nl/datakade/table/faults");

    @Test
    void timesMomentsAndLengthsOfTime() throws IOException {
        var sample = Sample.of(FAULTS.resolve("08-xlsx-times-durations.xlsx"));

        assertThat(sample.type("aanvang")).isEqualTo("TIME");
        assertThat(sample.values("aanvang")).containsExactly("00:26:00", "09:46:00", "23:59:59");
        assertThat(sample.values("duur")).containsExactly("26:30:00", "48:00:00", "00:30:00");
        assertThat(sample.values("duur2")).containsExactly("12:00:00", "36:00:00", "00:01:00");
        assertThat(sample.values("moment"))
                .containsExactly("2025-04-01 18:00:00", "2025-04-02 23:59:59", "2025-04-03 00:00:00");
        assertThat(sample.values("half")).containsExactly("08:30:00", "12:05:00", "00:05:00");
        assertThat(sample.codes()).contains("DURATION");
    }

    @Test
    void sharesAreInPercentAndMixedColumnsStayText() throws IOException {
        var sample = Sample.of(FAULTS.resolve("24-xlsx-percent-mixed.xlsx"));

        assertThat(sample.values("geslaagd")).containsExactly("72%", "n.v.t. (nieuw)", "90%");
        assertThat(sample.values("opkomst")).containsExactly("8.0", "12.5", "100.0");
        assertThat(sample.column("opkomst").unit()).isEqualTo("%");
        assertThat(sample.values("aandeel")).containsExactly("50%", "0.25", "12.5%");
        assertThat(sample.codes()).contains("MIXED_UNITS");
    }

    @Test
    void zerosOfTheFormatArePartOfACode() throws IOException {
        var sample = Sample.of(FAULTS.resolve("37-xlsx-number-format-zeros.xlsx"));

        assertThat(sample.values("gemeentecode")).containsExactly("0363", "1680", "0014");
        assertThat(sample.values("barcode")).containsExactly("0000123456", "0099887766", "0000000005");
        assertThat(sample.reading.findings())
                .filteredOn(finding -> finding.code().equals("SHOWN_AS_CODE"))
                .extracting(finding -> finding.column(), finding -> finding.line())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("gemeentecode", 2L),
                        org.assertj.core.api.Assertions.tuple("barcode", 2L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000 => 1680 => 1680",
                "00000;-00000 => 1234 => 01234",
                "000-0000000 => 201234567 => 020-1234567",
                "00\\-00 => 102 => 01-02",
                "\"GM\"0000 => 363 => GM0363",
                "\"GM\"0 => 363 => GM363",
                "\"0\"0 => 363 => 0363",
                "[$-413]0000_) => 14 => 0014",
                "0000\\ \"AB\" => 1012 => 1012 AB",
                "\"ja\";\"\";\"nee\" => 1 => ja",
                "\"ja\";\"\";\"nee\" => 0 => nee",
                "#,##0 => 1204 => 1204",
                "0.00 => 0.125 => 0.125",
                "0\" m\" => 12 => 12",
                "0;-0;\"-\" => 0 => 0",
                "General => 0.30000000000000004 => 0.3",
                "General => 1.1000000000000001 => 1.1",
                "General => 12345678901234567 => 12345678901234567",
                "0% => 0.07 => 7%",
                "0.0% => 0.072999999999999995 => 7.3%",
                "0\"%\" => 72 => 72%",
                "h:mm => 0.75 => 18:00:00",
                "mm:ss => 0.00075231481481481481 => 00:01:05",
                "[mm]:ss => 0.0625 => 01:30:00",
                "[h]:mm => -0.5 => -12:00:00",
                "dd-mm-yyyy => 45748 => 2025-04-01",
                "d mmmm yyyy => 59 => 1900-02-28",
                "d mmmm yyyy => 61 => 1900-03-01",
                "yyyy-mm-dd hh:mm:ss.000 => 45748.000005787037 => 2025-04-01T00:00:00.500"
            })
    void aFormatShowsItsNumber(String line) {
        var parts = line.split(" => ", -1);
        var bytes = new RawWorkbook()
                .formats(parts[0])
                .sheet("Blad", RawWorkbook.rows("naam;waarde", "a;tekst", "b;" + parts[1] + "|1"))
                .bytes();

        assertThat(Sample.of(bytes, "formats.xlsx").values("waarde")).containsExactly("tekst", parts[2]);
    }

    @Test
    void daysFrom1904() {
        var bytes = new RawWorkbook()
                .from1904()
                .formats("dd-mm-yyyy")
                .sheet("Blad", RawWorkbook.rows("naam;datum", "a;44286|1", "b;44287|1"))
                .bytes();

        assertThat(Sample.of(bytes, "mac.xlsx").values("datum")).containsExactly("2025-04-01", "2025-04-02");
    }

    @Test
    void aTimeOfDayOfALaterDayIsReported() {
        var bytes = new RawWorkbook()
                .formats("h:mm")
                .sheet("Blad", RawWorkbook.rows("naam;tijd", "a;0.5|1", "b;1.25|1"))
                .bytes();
        var sample = Sample.of(bytes, "tijden.xlsx");

        assertThat(sample.values("tijd")).containsExactly("12:00:00", "06:00:00");
        assertThat(sample.reading.findings())
                .filteredOn(finding -> finding.code().equals("DAY_NOT_SHOWN"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.column()).isEqualTo("tijd");
                    assertThat(finding.line()).isEqualTo(3);
                });
    }

    @Test
    void theOldFormatShowsTheSame() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet("Blad1");
            var codes = new String[] {"0000", "0%", "[h]:mm", "h:mm", "dd-mm-yyyy"};
            var values = new double[][] {
                {363, 0.72, 1.1041666666666667, 0.018055555555555554, 45748}, {14, 0.125, 0.5, 0.75, 45749}
            };
            var header = sheet.createRow(0);
            for (int i = 0; i < codes.length; i++) {
                header.createCell(i).setCellValue("kolom " + (char) ('a' + i));
            }
            for (int i = 0; i < codes.length; i++) {
                var style = workbook.createCellStyle();
                style.setDataFormat(workbook.createDataFormat().getFormat(codes[i]));
                for (int j = 0; j < values.length; j++) {
                    var row = sheet.getRow(j + 1) == null ? sheet.createRow(j + 1) : sheet.getRow(j + 1);
                    row.createCell(i).setCellValue(values[j][i]);
                    row.getCell(i).setCellStyle(style);
                }
            }
            workbook.write(bytes);
        }
        var sample = Sample.of(bytes.toByteArray(), "oud.xls");

        assertThat(sample.values("kolom_a")).containsExactly("0363", "0014");
        assertThat(sample.values("kolom_b")).containsExactly("72.0", "12.5");
        assertThat(sample.values("kolom_c")).containsExactly("26:30:00", "12:00:00");
        assertThat(sample.values("kolom_d")).containsExactly("00:26:00", "18:00:00");
        assertThat(sample.values("kolom_e")).containsExactly("2025-04-01", "2025-04-02");
    }

    @Test
    void escapesAreUndone() throws IOException {
        var sample = Sample.of(FAULTS.resolve("31-xlsx-x000D.xlsx"));

        assertThat(sample.values("toelichting")).containsExactly("regel een\r\nregel twee", "code _x0041_");
    }

    @ParameterizedTest
    @CsvSource({
        "a_x000A_b, 'a\nb'",
        "a_x0009_b, 'a\tb'",
        "a_x0000_b, ab",
        "_x00E9__x00e9_n, \u00e9\u00e9n",
        "a_x00G0_b, a_x00G0_b",
        "pad_x_y_z, pad_x_y_z",
        "_x005F_x005F_, _x005F_",
        "eind_x00, eind_x00"
    })
    void everyEscapeThereIs(String written, String text) {
        var bytes = new RawWorkbook()
                .sheet("Blad", RawWorkbook.rows("naam;n", written + ";1", "x;2"))
                .bytes();

        assertThat(Sample.of(bytes, "tekens.xlsx").values("naam").getFirst()).isEqualTo(text);
    }

    @Test
    void formulasWithoutAValueAreReportedByColumn() throws IOException {
        var sample = Sample.of(FAULTS.resolve("29-xlsx-formula-no-cache.xlsx"));

        assertThat(sample.values("som")).containsOnlyNulls().hasSize(4);
        assertThat(sample.reading.findings())
                .filteredOn(finding -> finding.code().equals("FORMULA_WITHOUT_VALUE"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.column()).isEqualTo("som");
                    assertThat(finding.line()).isEqualTo(2);
                    assertThat(finding.arguments()).containsExactly("4");
                });
    }

    @Test
    void aFormulaOfNoTextIsEmptyAndNotReported() {
        var bytes = new RawWorkbook()
                .sheet(
                        "Blad",
                        RawWorkbook.rows("naam;opm")
                                + "<row><c t='inlineStr'><is><t>a</t></is></c><c t='str'><f>IF(1,\"\")</f><v></v></c></row>"
                                + "<row><c t='inlineStr'><is><t>b</t></is></c><c t='str'><f>\"x\"</f><v>x</v></c></row>")
                .bytes();
        var sample = Sample.of(bytes, "leeg.xlsx");

        assertThat(sample.values("opm")).containsExactly(null, "x");
        assertThat(sample.codes()).doesNotContain("FORMULA_WITHOUT_VALUE");
    }

    @Test
    void emptyElementsForTheValueOfAFormulaAreReportedToo() {
        var bytes = new RawWorkbook()
                .sheet(
                        "Blad",
                        RawWorkbook.rows("naam;n")
                                + "<row><c t='inlineStr'><is><t>a</t></is></c><c><f t='shared' si='0'/><v/></c></row>"
                                + "<row><c t='inlineStr'><is><t>b</t></is></c><c><f>1+1</f><v>2</v></c></row>")
                .bytes();
        var sample = Sample.of(bytes, "formule.xlsx");

        assertThat(sample.values("n")).containsExactly(null, "2");
        assertThat(sample.codes()).contains("FORMULA_WITHOUT_VALUE");
    }
}
