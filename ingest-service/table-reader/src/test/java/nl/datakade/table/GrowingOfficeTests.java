package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Files that would take quarters of an hour if time grew with the square of what repeats in them. */
class GrowingOfficeTests {

    private static final Duration BOUND = Duration.ofMinutes(2);

    private static Sample read(Supplier<Sample> sample) {
        return assertTimeoutPreemptively(BOUND, sample::get);
    }

    @Test
    void anElementThatRepeatsWithinARow() {
        var row = "<r><v>" + "x".repeat(9) + "</v>" + "<v>abcdefghi</v>".repeat(600_000) + "</r>";
        var bytes = ("<t>" + row + row + "</t>").getBytes(StandardCharsets.UTF_8);

        assertThat(read(() -> Sample.of(bytes, "veel.xml")).query("SELECT length(v) FROM t"))
                .containsExactly("6600009", "6600009");
    }

    @Test
    void mergedCellsInEveryRow() {
        var rows = new StringBuilder(RawWorkbook.rows("a;b;c"));
        var merges = new StringBuilder();
        for (int i = 2; i < 40_000; i += 2) {
            rows.append("<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><row><c/><c/><c><v>4</v></c></row>");
            merges.append("<mergeCell ref='A%1$d:A%2$d'/><mergeCell ref='B%1$d:B%2$d'/>".formatted(i, i + 1));
        }
        var bytes = new RawWorkbook()
                .sheet("Blad", "<sheetData>" + rows + "</sheetData><mergeCells>" + merges + "</mergeCells>")
                .bytes();

        assertThat(read(() -> Sample.of(bytes, "samen.xlsx")).query("SELECT sum(a) FROM t"))
                .containsExactly("39998");
    }

    @Test
    void manySheets() {
        var workbook = new RawWorkbook();
        for (int i = 0; i < 150; i++) {
            workbook.sheet("Blad" + i, RawWorkbook.rows("a;b", "1;2", "3;4"));
        }

        assertThat(read(() -> Sample.of(workbook.bytes(), "bladen.xlsx"))
                        .reading
                        .tables())
                .hasSize(150);
    }

    @Test
    void sheetsBehindEachOtherInOneTextAreBounded() {
        var sheet =
                "<Worksheet Name='B'><Table><Row><Cell><Data Type='String'>a</Data></Cell></Row></Table></Worksheet>";
        var bytes = ("<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>" + sheet.repeat(20_000)
                        + "</Workbook>")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(read(() -> Sample.of(bytes, "bladen.xls")).reading.reason()).contains("20000 tables");
    }

    @Test
    void aNumberOfAMillionDigitsAndAFormatOfAMillionCharacters() {
        var bytes = new RawWorkbook()
                .formats("0" + "\"x\"".repeat(300_000))
                .sheet("Blad", RawWorkbook.rows("a;b", "1".repeat(1_000_000) + "|1;x", "2|1;y"))
                .bytes();

        assertThat(read(() -> Sample.of(bytes, "lang.xlsx")).query("SELECT length(a) FROM t"))
                .containsExactly("1000000", "1");
    }

    @Test
    void rowsOfASheetThatSaysItRepeatsForEver() {
        var content = """
                <o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><o:body><o:spreadsheet><t:table t:name="B">
                <t:table-row t:number-rows-repeated="999999999"><t:table-cell o:value-type="float" o:value="1"/></t:table-row></t:table></o:spreadsheet></o:body></o:document-content>""";
        var parts = new LinkedHashMap<String, String>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        parts.put("content.xml", content);

        assertThat(read(() -> Sample.of(RawWorkbook.zip(parts), "altijd.ods"))
                        .reading
                        .reason())
                .contains("which no sheet has");
    }
}
