package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as interfaces and exports write it: wrapped, joined, with large numbers and odd names. */
class JsonDocumentTests {

    private static final Path FAULTS = Path.of("src/test/resources/nl/datakade/table/faults");

    @Test
    void arraysBehindEachOtherAreAllRead() throws IOException {
        assertThat(Sample.of(FAULTS.resolve("32-two-arrays.json")).values("a")).containsExactly("1", "2", "3", "4");
        assertThat(json("[][{\"a\":1}][]").values("a")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\":1}]\n5",
                "[{\"a\":1}]\n{\"a\":2}",
                "[{\"a\":1}]\n]",
                "[{\"a\":1}]\n\"tekst\"",
                "[{\"a\":1}]\nrommel"
            })
    void anythingElseBehindTheDocumentIsRefusedWithItsLine(String text) {
        var reading = json(text).reading;

        assertThat(reading.outcome()).isEqualTo(Reading.Outcome.UNREADABLE);
        assertThat(reading.reason()).contains("line 2");
    }

    @Test
    void aWrapperThatBreaksOffIsRefused() {
        var reading = json("{\"value\":[{\"a\":1},{\"a\":2}],\"next\":").reading;

        assertThat(reading.outcome()).isEqualTo(Reading.Outcome.UNREADABLE);
        assertThat(reading.tables()).isEmpty();
    }

    @Test
    void recordsOfCkanAreTheRowsAndItsFieldsTheColumns() throws IOException {
        var sample = Sample.of(FAULTS.resolve("33-api-envelope.json"));

        assertThat(sample.values("wijk")).containsExactly("W1", "W2", "W3", "W4", "W5", "W6", "W7");
        assertThat(sample.values("aantal")).containsExactly("10", "20", "30", "40", "50", "60", "70");
        assertThat(sample.type("wijk")).isEqualTo("VARCHAR");
        assertThat(sample.type("aantal")).isEqualTo("BIGINT");
    }

    @Test
    void recordsThatAreArraysAreNamedByTheFieldList() {
        var sample = json("""
                {"fields": [{"id": "_id", "type": "int"}, {"id": "code", "type": "text"}, {"id": "n", "type": "numeric"}],
                 "records": [[1, "10", 1.5], [2, "20", 2.5]]}""");

        assertThat(sample.values("code")).containsExactly("10", "20");
        assertThat(sample.type("code")).isEqualTo("VARCHAR");
        assertThat(sample.values("n")).containsExactly("1.5", "2.5");
    }

    @Test
    void rowsOfSocrataAreNamedByTheColumnsOfTheirView() {
        var sample = json("""
                {"meta": {"view": {"name": "x", "columns": [
                  {"id": -1, "name": "sid", "dataTypeName": "meta_data", "fieldName": ":sid"},
                  {"id": 7, "name": "Wijk", "dataTypeName": "text", "fieldName": "wijk"},
                  {"id": 8, "name": "Aantal", "dataTypeName": "number", "fieldName": "aantal"}]}},
                 "data": [["row-1", "0363", "12"], ["row-2", "0364", "13"]]}""");

        assertThat(sample.values("wijk")).containsExactly("0363", "0364");
        assertThat(sample.values("aantal")).containsExactly("12", "13");
    }

    @Test
    void attributesOfArcGisAreColumnsAndItsMomentsAreMoments() {
        var sample = json("""
                {"objectIdFieldName": "OBJECTID", "fields": [
                  {"name": "OBJECTID", "type": "esriFieldTypeOID"}, {"name": "code", "type": "esriFieldTypeString"},
                  {"name": "gezien", "type": "esriFieldTypeDate"}],
                 "features": [
                  {"attributes": {"OBJECTID": 1, "code": "5", "gezien": 1714567890000}, "geometry": {"x": 1, "y": 2}},
                  {"attributes": {"OBJECTID": 2, "code": "6", "gezien": null}, "geometry": {"x": 3, "y": 4}}]}""");

        assertThat(sample.values("code")).containsExactly("5", "6");
        assertThat(sample.type("code")).isEqualTo("VARCHAR");
        assertThat(String.valueOf(sample.values("gezien").getFirst())).startsWith("2024-05-01 12:51:30");
    }

    @Test
    void aPageOfODataIsItsValueAndWhatIsLeftOutIsReported() {
        var sample = json("""
                {"@odata.context": "x", "facets": [{"name": "a"}], "value": [{"id": 1}, {"id": 2}, {"id": 3}]}""");

        assertThat(sample.values("id")).containsExactly("1", "2", "3");
        assertThat(sample.codes()).contains("OTHER_LISTS");
    }

    @Test
    void aDocumentWithoutRowsKeepsItsColumns() {
        var sample = json("""
                {"result": {"fields": [{"id": "wijk", "type": "text"}], "records": []}}""");

        assertThat(sample.reading.tables().getFirst().columns())
                .extracting(Reading.Column::name)
                .containsExactly("wijk");
        assertThat(sample.reading.rows()).isZero();
    }

    @Test
    void namesThatDifferInCapitalsAreBothKept() throws IOException {
        var sample = Sample.of(FAULTS.resolve("25-json-case-keys.json"));

        assertThat(sample.values("buiten")).containsExactly("{\"x\":1,\"X\":2}", "{\"x\":3,\"X\":4}");
        assertThat(sample.codes()).contains("NESTED_AS_TEXT");
        assertThat(json("[{\"id\":1,\"ID\":2}]").table().columns()).hasSize(2);
    }

    @Test
    void nestedNumbersKeepTheirDigits() throws IOException {
        var sample = Sample.of(FAULTS.resolve("27-json-nested-big.json"));

        assertThat(sample.values("bron"))
                .containsExactly(
                        "{\"sleutel\":18446744073709551615,\"code\":12345678901234567890123,\"bedrag\":0.1}",
                        "{\"sleutel\":9007199254740993,\"code\":7,\"bedrag\":1234567890.123456789}");
        assertThat(sample.codes()).contains("NESTED_AS_TEXT");
    }

    @Test
    void zeroBytesInNamesAndValuesAreDropped() throws IOException {
        var sample = Sample.of(FAULTS.resolve("50-json-nul-key.json"));

        assertThat(sample.values("ab")).containsExactly("1", "3");
        assertThat(sample.values("c")).containsExactly("2", "4");
        assertThat(json("[{\"a\":\"x\\u0000y\",\"b\":{\"c\":\"\\u0000\"}}]").values("a"))
                .containsExactly("xy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE"})
    void wideEncodingsAreRead(String encoding) {
        var text = "[{\"straat\":\"Caf\u00e9kade\",\"n\":1},{\"straat\":\"Plein\",\"n\":2}]";

        for (var mark : new String[] {"", "\uFEFF"}) {
            var sample = Sample.of((mark + text).getBytes(Charset.forName(encoding)), "sample.json");
            assertThat(sample.values("straat")).containsExactly("Caf\u00e9kade", "Plein");
        }
    }

    private static Sample json(String text) {
        return Sample.of(text.getBytes(StandardCharsets.UTF_8), "sample.json");
    }
}
