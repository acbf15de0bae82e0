package nl.datakade.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a rejected row: its line, its column, what was expected there, in Dutch and English, and its text. */
class RejectTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BIGINT                    | 12          | a whole number, as 1204 or 1,204
                    DECIMAL(5,2)              | 12,5        | a number with a decimal comma, as 1204,5, at most 3 digits before the mark and 2 after it
                    DATE                      | 31-12-2026  | a date that exists, as day, month, year: 31-12-2026
                    TIMESTAMP                 | 2026-12-31  | a date that exists, as year, month, day: 2026-12-31 23:59:00
                    TIME                      | 12:30       | a time, as 23:59 or 23:59:30
                    BOOLEAN                   | ja          | yes or no, as ja, nee, J, N, true or false
                    """)
    void aValueThatDoesNotFitIsToldWhatWasExpected(String type, String value, String expected) {
        var text = "naam;x\na;" + value + "\nb;wat?\n";
        var sample = Sample.of(text.getBytes(UTF_8), "t.csv", ReadOptions.none().withTypes(Map.of("x", type)));
        assertThat(sample.rejects())
                .startsWith("table,line,column,reason,reden,raw\r\n")
                .contains("\"t\",3,\"x\",\"the value is no " + type + ": expected " + expected + "\"")
                .contains("\"de waarde is geen " + type + ": verwacht wordt ")
                .endsWith("\"\"\"b\"\",\"\"wat?\"\"\"\r\n");
    }

    @Test
    void aLineThatIsNoJsonIsToldWhatWasExpected() {
        var sample = Sample.of("{\"a\": 1}\nniet\n{\"a\": 2}\n".getBytes(UTF_8), "t.ndjson");
        assertThat(sample.rejects())
                .contains("\"t\",2,,\"the line is no JSON object: expected one object a line")
                .contains("\"de regel is geen JSON-object: verwacht wordt");
    }

    @Test
    void descriptionsGoAlongWithTheColumns() {
        var options = ReadOptions.named("t").withDescriptions(Map.of("t", Map.of("x", "hoe hoog, in meters")));
        var sample = Sample.of("naam;x\na;1\n".getBytes(UTF_8), "t.csv", options);
        assertThat(sample.column("x").description()).isEqualTo("hoe hoog, in meters");
        assertThat(sample.query("SELECT decode(value) FROM parquet_kv_metadata('" + sample.file()
                        + "') WHERE decode(key) = 'description.x'"))
                .containsExactly("hoe hoog, in meters");
    }
}
