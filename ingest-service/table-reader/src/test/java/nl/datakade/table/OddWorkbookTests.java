package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import nl.datakade.table.Reading.Outcome;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;

/** Workbooks as other programs write them, with merged and hidden parts, and what is said of those that cannot be read. */
class OddWorkbookTests {

    private static final Path FAULTS = Path.of("src/test/resources/nl/datakade/table/faults");

    @Test
    void withoutStyles() throws IOException {
        var sample = Sample.of(FAULTS.resolve("10-xlsx-no-styles.xlsx"));

        assertThat(sample.values("wijk")).containsExactly("Noord", "Zuid");
        assertThat(sample.values("aantal")).containsExactly("12", "13");
    }

    @Test
    void withoutReferences() throws IOException {
        var sample = Sample.of(FAULTS.resolve("19-xlsx-no-refs.xlsx"));

        assertThat(sample.values("wijk")).containsExactly("Noord", "Zuid");
        assertThat(sample.values("aantal")).containsExactly("12", null);
        assertThat(sample.values("opm")).containsExactly(null, "let op");
    }

    @Test
    void strict() throws IOException {
        var sample = Sample.of(FAULTS.resolve("23-xlsx-strict.xlsx"));

        assertThat(sample.values("datum")).containsExactly("2025-04-01", "2025-04-02");
        assertThat(sample.type("datum")).isEqualTo("DATE");
        assertThat(sample.values("open")).containsExactly("true", "false");
    }

    @Test
    void aRowElementForEveryCell() {
        var bytes = new RawWorkbook().sheet("Blad", """
                        <row r='1'><c r='A1' t='inlineStr'><is><t>wijk</t></is></c></row>
                        <row r='1'><c r='B1' t='inlineStr'><is><t>aantal</t></is></c></row>
                        <row r='2'><c r='A2' t='inlineStr'><is><t>Noord</t></is></c></row>
                        <row r='2'><c r='B2'><v>12</v></c></row>
                        <row r='3'><c r='A3' t='inlineStr'><is><t>Zuid</t></is></c></row>
                        <row r='3'><c r='B3'><v>13</v></c></row>""").bytes();
        var sample = Sample.of(bytes, "per-cel.xlsx");

        assertThat(sample.values("wijk")).containsExactly("Noord", "Zuid");
        assertThat(sample.values("aantal")).containsExactly("12", "13");
    }

    @Test
    void withPrefixesBackslashesCapitalsAndNoRelations() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "XL\\Workbook.xml",
                "<x:workbook xmlns:x='m'><x:sheets><x:sheet name='Een' sheetId='1'/></x:sheets></x:workbook>");
        parts.put("xl\\Worksheets\\Sheet1.xml", """
                <x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c t='s'><x:v>0</x:v></x:c><x:c t='s'><x:v>1</x:v></x:c></x:row>
                <x:row><x:c t='s'><x:v>2</x:v></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>""");
        parts.put("xl\\SharedStrings.xml", """
                <x:sst xmlns:x='m'><x:si><x:t>wijk</x:t></x:si><x:si><x:r><x:t>aan</x:t></x:r><x:r><x:t>tal</x:t></x:r></x:si>
                <x:si><x:t>Noord</x:t><x:rPh><x:t>noord</x:t></x:rPh></x:si></x:sst>""");
        var sample = Sample.of(RawWorkbook.zip(parts), "anders.xlsx");

        assertThat(sample.values("wijk")).containsExactly("Noord");
        assertThat(sample.values("aantal")).containsExactly("7");
    }

    @Test
    void aChartIsNoSheet() {
        var bytes = new RawWorkbook()
                .sheet("Grafiek", "")
                .sheet("Cijfers", RawWorkbook.rows("wijk;n", "Noord;1", "Zuid;2"))
                .part("xl/_rels/workbook.xml.rels", """
                        <Relationships><Relationship Id='rId1' Type='x/chartsheet' Target='chartsheets/sheet1.xml'/>
                        <Relationship Id='rId2' Type='x/worksheet' Target='/xl/worksheets/sheet2.xml'/></Relationships>""")
                .bytes();

        assertThat(Sample.of(bytes, "grafiek.xlsx").values("wijk")).containsExactly("Noord", "Zuid");
    }

    @Test
    void mergedHeadingsOverTwoLinesAreJoined() throws IOException {
        var sample = Sample.of(FAULTS.resolve("39-merged-header.xlsx"));

        assertThat(sample.table().columns())
                .extracting(Reading.Column::label)
                .containsExactly("Wijk", "Nu man", "Nu vrouw", "Prognose man", "Prognose vrouw");
        assertThat(sample.values("nu_man")).containsExactly("1", "5");
        assertThat(sample.reading.rowsIn()).isEqualTo(2);
    }

    @Test
    void aHeadingOverNearlyAllColumnsIsNoTitle() {
        var bytes = new RawWorkbook()
                .sheet(
                        "Blad",
                        "<sheetData>"
                                + RawWorkbook.rows(
                                        "Rapport",
                                        ";Inwoners;;;",
                                        "wijk;man;vrouw;kind;oud",
                                        "Noord;1;2;3;4",
                                        "Zuid;5;6;7;8")
                                + "</sheetData><mergeCells><mergeCell ref='A1:E1'/><mergeCell ref='B2:E2'/></mergeCells>")
                .bytes();
        var sample = Sample.of(bytes, "kop.xlsx");

        assertThat(sample.table().columns())
                .extracting(Reading.Column::label)
                .containsExactly("wijk", "Inwoners man", "Inwoners vrouw", "Inwoners kind", "Inwoners oud");
        assertThat(sample.reading.rowsIn()).isEqualTo(2);
    }

    @Test
    void headingsOverThreeLinesAndAboveYears() {
        var bytes = new RawWorkbook()
                .sheet(
                        "Blad",
                        "<sheetData>"
                                + RawWorkbook.rows(
                                        "wijk;Bewoners;;;",
                                        ";man;;vrouw;",
                                        ";2023;2024;2023;2024",
                                        "Noord;1;2;3;4",
                                        "Zuid;5;6;7;8")
                                + "</sheetData><mergeCells><mergeCell ref='A1:A3'/><mergeCell ref='B1:E1'/><mergeCell ref='B2:C2'/><mergeCell ref='D2:E2'/></mergeCells>")
                .bytes();
        var sample = Sample.of(bytes, "kop.xlsx");

        assertThat(sample.table().columns())
                .extracting(Reading.Column::label)
                .containsExactly(
                        "wijk", "Bewoners man 2023", "Bewoners man 2024", "Bewoners vrouw 2023", "Bewoners vrouw 2024");
        assertThat(sample.reading.rowsIn()).isEqualTo(2);
    }

    @Test
    void whatIsMergedStandsInEveryRow() {
        var bytes = new RawWorkbook()
                .sheet(
                        "Blad",
                        "<sheetData>"
                                + RawWorkbook.rows("wijk;straat;n", "Noord;a;1", ";b;2", ";c;3", "Zuid;d;4", ";;5")
                                + "</sheetData><mergeCells><mergeCell ref='A2:A4'/></mergeCells>")
                .bytes();
        var sample = Sample.of(bytes, "samen.xlsx");

        assertThat(sample.values("wijk")).containsExactly("Noord", "Noord", "Noord", "Zuid", null);
        assertThat(sample.values("straat")).containsExactly("a", "b", "c", "d", null);
        assertThat(sample.reading.findings())
                .filteredOn(finding -> finding.code().equals("MERGED_CELLS"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.column()).isEqualTo("wijk");
                    assertThat(finding.line()).isEqualTo(3);
                    assertThat(finding.arguments()).containsExactly("2");
                });
    }

    @Test
    void mergedCellsOfTheOldFormat() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet("Blad1");
            var rows = new String[][] {{"wijk", "Nu", ""}, {"", "man", "vrouw"}, {"Noord", "a", "b"}, {"", "c", "d"}};
            for (int i = 0; i < rows.length; i++) {
                var row = sheet.createRow(i);
                for (int j = 0; j < rows[i].length; j++) {
                    row.createCell(j).setCellValue(rows[i][j]);
                }
            }
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
            workbook.write(bytes);
        }
        var sample = Sample.of(bytes.toByteArray(), "oud.xls");

        assertThat(sample.values("wijk")).containsExactly("Noord", "Noord");
        assertThat(sample.values("nu_man")).containsExactly("a", "c");
        assertThat(sample.values("nu_vrouw")).containsExactly("b", "d");
    }

    @Test
    void hiddenSheetsAreLeftOutAndReported() throws IOException {
        var sample = Sample.of(FAULTS.resolve("38-xlsx-hidden-sheet.xlsx"));

        assertThat(sample.reading.tables()).hasSize(1);
        assertThat(sample.values("aantal")).containsExactly("5", "6");
        assertThat(sample.reading.toString()).doesNotContain("telefoon");
        assertThat(sample.reading.findings())
                .filteredOn(finding -> finding.code().equals("HIDDEN_SHEET"))
                .extracting(finding -> finding.arguments().getFirst())
                .containsExactly("Bron");
    }

    private static byte[] withHidden() {
        return new RawWorkbook()
                .sheet("Cijfers", """
                        <cols><col min='2' max='2' hidden='1'/><col min='4' max='4' width='0'/></cols><sheetData>
                        <row r='1'><c t='inlineStr'><is><t>wijk</t></is></c><c t='inlineStr'><is><t>bewoner</t></is></c><c t='inlineStr'><is><t>n</t></is></c><c t='inlineStr'><is><t>bron</t></is></c></row>
                        <row r='2'><c t='inlineStr'><is><t>Noord</t></is></c><c t='inlineStr'><is><t>A. Proef</t></is></c><c><v>1</v></c><c><v>8</v></c></row>
                        <row r='3' hidden='1'><c t='inlineStr'><is><t>West</t></is></c><c t='inlineStr'><is><t>B. Proef</t></is></c><c><v>2</v></c><c><v>9</v></c></row>
                        <row r='4'><c t='inlineStr'><is><t>Zuid</t></is></c><c t='inlineStr'><is><t>C. Proef</t></is></c><c><v>3</v></c><c><v>9</v></c></row></sheetData>""")
                .sheet("Bron", "state='veryHidden'", RawWorkbook.rows("a;b", "1;2"))
                .bytes();
    }

    @Test
    void hiddenColumnsAndRowsAreLeftOutAndReported() {
        var sample = Sample.of(withHidden(), "verborgen.xlsx");

        assertThat(sample.table().columns()).extracting(Reading.Column::name).containsExactly("wijk", "n");
        assertThat(sample.values("wijk")).containsExactly("Noord", "Zuid");
        assertThat(sample.reading.toString()).doesNotContain("Proef");
        assertThat(sample.reading.findings())
                .filteredOn(finding -> finding.code().equals("HIDDEN_COLUMNS"))
                .extracting(finding -> finding.arguments().getFirst())
                .containsExactly("B (bewoner), D (bron)");
        assertThat(sample.reading.findings())
                .filteredOn(finding -> finding.code().equals("HIDDEN_ROWS"))
                .extracting(finding -> finding.line())
                .containsExactly(3L);
    }

    @Test
    void aReadInstructionBringsInWhatIsHidden() {
        var instructions = new Instructions(null, null, null, null, null, true, null);
        var sample =
                Sample.of(withHidden(), "verborgen.xlsx", ReadOptions.none().withInstructions(instructions));

        assertThat(sample.values("bewoner")).containsExactly("A. Proef", "B. Proef", "C. Proef");
        assertThat(sample.reading.tables()).extracting(Reading.Table::name).containsExactly("cijfers", "bron");
        assertThat(sample.codes()).doesNotContain("HIDDEN_SHEET", "HIDDEN_COLUMNS", "HIDDEN_ROWS");
    }

    @Test
    void aWorkbookOfHiddenSheetsOnlySaysSo() {
        var bytes = new RawWorkbook()
                .sheet("Bron", "state='hidden'", RawWorkbook.rows("a;b", "1;2"))
                .bytes();

        assertThat(Sample.of(bytes, "verborgen.xlsx").reading.reason()).contains("hidden");
    }

    @Test
    void hiddenPartsOfTheOldFormat() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet("Cijfers");
            for (int i = 0; i < 4; i++) {
                var row = sheet.createRow(i);
                row.createCell(0).setCellValue(i == 0 ? "wijk" : "wijk " + i);
                row.createCell(1).setCellValue(i == 0 ? "bewoner" : "Proef " + i);
            }
            sheet.setColumnHidden(1, true);
            sheet.getRow(2).setZeroHeight(true);
            workbook.createSheet("Bron").createRow(0).createCell(0).setCellValue("geheim");
            workbook.setSheetHidden(1, true);
            workbook.write(bytes);
        }
        var sample = Sample.of(bytes.toByteArray(), "oud.xls");

        assertThat(sample.values("wijk")).containsExactly("wijk 1", "wijk 3");
        assertThat(sample.table().columns()).hasSize(1);
        assertThat(sample.codes()).contains("HIDDEN_SHEET", "HIDDEN_COLUMNS", "HIDDEN_ROWS");
    }

    @Test
    void openDocumentHidesMergesAndShowsAlike() {
        var content = """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
                <office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
                <office:body><office:spreadsheet><table:table table:name="Cijfers" table:style-name="ta1">
                <table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="4"/>
                <table:table-row>%s%s%s%s%s%s</table:table-row>
                <table:table-row><table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>Noord</text:p></table:table-cell>%s
                 <table:table-cell office:value-type="float" office:value="363"><text:p>0363</text:p></table:table-cell>
                 <table:table-cell office:value-type="percentage" office:value="0.72"><text:p>72%%</text:p></table:table-cell>
                 <table:table-cell office:value-type="time" office:time-value="PT26H30M00S"><text:p>26:30</text:p></table:table-cell>
                 <table:table-cell table:formula="of:=1+1"/></table:table-row>
                <table:table-row><table:covered-table-cell/>%s
                 <table:table-cell office:value-type="float" office:value="14"><text:p>0014</text:p></table:table-cell>
                 <table:table-cell office:value-type="percentage" office:value="0.125"><text:p>12,5%%</text:p></table:table-cell>
                 <table:table-cell office:value-type="time" office:time-value="PT00H26M00S"><text:p>0:26</text:p></table:table-cell>
                 <table:table-cell office:value-type="float" office:value="3"/></table:table-row>
                <table:table-row table:visibility="filter">%s</table:table-row>
                </table:table><table:table table:name="Bron" table:style-name="ta2"><table:table-row>%s</table:table-row></table:table>
                </office:spreadsheet></office:body></office:document-content>""".formatted(
                        cell("wijk"),
                        cell("bewoner"),
                        cell("code"),
                        cell("aandeel"),
                        cell("duur"),
                        cell("som"),
                        cell("Proef"),
                        cell("Proef"),
                        cell("West"),
                        cell("geheim"));
        var parts = new LinkedHashMap<String, String>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        parts.put("content.xml", content);
        var sample = Sample.of(RawWorkbook.zip(parts), "cijfers.ods");

        assertThat(sample.values("wijk")).containsExactly("Noord", "Noord");
        assertThat(sample.values("code")).containsExactly("0363", "0014");
        assertThat(sample.values("aandeel")).containsExactly("72.0", "12.5");
        assertThat(sample.values("duur")).containsExactly("26:30:00", "00:26:00");
        assertThat(sample.values("som")).containsExactly(null, "3");
        assertThat(sample.reading.toString()).doesNotContain("Proef");
        assertThat(sample.codes())
                .contains("HIDDEN_SHEET", "HIDDEN_COLUMNS", "HIDDEN_ROWS", "FORMULA_WITHOUT_VALUE", "MERGED_CELLS");
    }

    private static String cell(String text) {
        return "<table:table-cell office:value-type=\"string\"><text:p>" + text + "</text:p></table:table-cell>";
    }

    @Test
    void workbooksAsXml() throws IOException {
        var sample = Sample.of(FAULTS.resolve("43-spreadsheetml.xls"));

        assertThat(sample.values("wijk")).containsExactly("Noord & West", "Zuid");
        assertThat(sample.values("aantal")).containsExactly("12", null);
        assertThat(sample.values("opm")).containsExactly("x", "let op");
    }

    @Test
    void workbooksAsXmlHaveFormatsMergesAndHiddenPartsToo() {
        var xml = """
                <?xml version="1.0"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
                <ss:Styles><ss:Style ss:ID="c"><ss:NumberFormat ss:Format="0000"/></ss:Style><ss:Style ss:ID="p"><ss:NumberFormat ss:Format="Percent"/></ss:Style>
                <ss:Style ss:ID="d"><ss:NumberFormat ss:Format="[h]:mm"/></ss:Style><ss:Style ss:ID="t"><ss:NumberFormat ss:Format="Short Time"/></ss:Style></ss:Styles>
                <ss:Worksheet ss:Name="Cijfers"><ss:Table><ss:Column/><ss:Column ss:Hidden="1"/><ss:Column ss:StyleID="c"/>
                <ss:Row><ss:Cell>%1$swijk</ss:Data></ss:Cell><ss:Cell>%1$sbewoner</ss:Data></ss:Cell><ss:Cell>%1$scode</ss:Data></ss:Cell><ss:Cell>%1$saandeel</ss:Data></ss:Cell><ss:Cell>%1$sduur</ss:Data></ss:Cell><ss:Cell>%1$stijd</ss:Data></ss:Cell><ss:Cell>%1$sdag</ss:Data></ss:Cell></ss:Row>
                <ss:Row><ss:Cell ss:MergeDown="1">%1$sNoord</ss:Data></ss:Cell><ss:Cell>%1$sProef</ss:Data></ss:Cell><ss:Cell>%2$s363</ss:Data></ss:Cell><ss:Cell ss:StyleID="p">%2$s0.72</ss:Data></ss:Cell>
                <ss:Cell ss:StyleID="d">%3$s1900-01-01T02:30:00.000</ss:Data></ss:Cell><ss:Cell ss:StyleID="t">%3$s1899-12-31T00:26:00.000</ss:Data></ss:Cell><ss:Cell>%3$s2025-04-01T00:00:00.000</ss:Data></ss:Cell></ss:Row>
                <ss:Row><ss:Cell ss:Index="3">%2$s14</ss:Data></ss:Cell><ss:Cell ss:StyleID="p">%2$s0.5</ss:Data></ss:Cell><ss:Cell ss:Index="7">%3$s2025-04-02T00:00:00.000</ss:Data></ss:Cell></ss:Row>
                <ss:Row ss:Hidden="1"><ss:Cell>%1$sWest</ss:Data></ss:Cell></ss:Row>
                </ss:Table></ss:Worksheet>
                <ss:Worksheet ss:Name="Bron"><ss:Table><ss:Row><ss:Cell>%1$sgeheim</ss:Data></ss:Cell></ss:Row></ss:Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></ss:Worksheet>
                </ss:Workbook>""".formatted(
                "<ss:Data ss:Type=\"String\">", "<ss:Data ss:Type=\"Number\">", "<ss:Data ss:Type=\"DateTime\">");
        var sample = Sample.of(xml.getBytes(StandardCharsets.UTF_8), "cijfers.xls");

        assertThat(sample.values("wijk")).containsExactly("Noord", "Noord");
        assertThat(sample.values("code")).containsExactly("0363", "0014");
        assertThat(sample.values("aandeel")).containsExactly("72", "50");
        assertThat(sample.values("duur")).containsExactly("26:30:00", null);
        assertThat(sample.values("tijd")).containsExactly("00:26:00", null);
        assertThat(sample.values("dag")).containsExactly("2025-04-01", "2025-04-02");
        assertThat(sample.codes()).contains("HIDDEN_SHEET", "HIDDEN_COLUMNS", "HIDDEN_ROWS", "MERGED_CELLS");
    }

    @Test
    void aPasswordIsNoDamage() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            container.createDocument(new java.io.ByteArrayInputStream(new byte[64]), "EncryptedPackage");
            container.writeFilesystem(bytes);
        }
        assertRefused(bytes.toByteArray(), "PROTECTED_WORKBOOK", "password");

        bytes.reset();
        Biff8EncryptionKey.setCurrentUserPassword("proef");
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet("Blad").createRow(0).createCell(0).setCellValue("a");
            workbook.write(bytes);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertRefused(bytes.toByteArray(), "PROTECTED_WORKBOOK", "password");
    }

    @Test
    void whatIsDamagedSaysWhere() {
        var whole = RawWorkbook.rows("wijk;n", "Noord;1", "Zuid;2");
        var broken = new RawWorkbook().sheet("Cijfers", "<sheetData>" + whole + "<row><c><v>3</c></row></sheetData>");
        assertRefused(broken.bytes(), "BROKEN_WORKBOOK", "sheet Cijfers, row 4");

        var lost = new RawWorkbook().sheet("Cijfers", "<row><c t='s'><v>7</v></c></row>");
        assertRefused(lost.bytes(), "BROKEN_WORKBOOK", "sheet Cijfers, row 1");

        var bytes = new RawWorkbook().sheet("Cijfers", whole).bytes();
        var cut = Sample.of(Arrays.copyOf(bytes, bytes.length - 40), "cijfers.xlsx").reading;
        assertThat(cut.outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(cut.reason()).contains("damaged").doesNotContain("password");
    }

    @Test
    void otherDocumentsAreCalledWhatTheyAre() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            container.createDocument(new java.io.ByteArrayInputStream(new byte[64]), "WordDocument");
            container.writeFilesystem(bytes);
        }
        assertRefused(bytes.toByteArray(), "FORMAT_NOT_READ", "no workbook");

        var parts = new LinkedHashMap<String, String>();
        parts.put("xl/workbook.bin", "x");
        assertRefused(RawWorkbook.zip(parts), "FORMAT_NOT_READ", ".xlsb");
    }

    private static void assertRefused(byte[] bytes, String code, String words) {
        var reading = Sample.of(bytes, "werkmap.xls").reading;

        assertThat(reading.outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(reading.findings()).extracting(finding -> finding.code()).containsExactly(code);
        assertThat(reading.reason()).contains(words);
    }
}
