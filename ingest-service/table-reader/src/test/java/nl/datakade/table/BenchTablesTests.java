package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the measure over a folder reports: each column's type, lines counted apart, types held against labels. */
class BenchTablesTests {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path elsewhere;

    @Test
    void everyColumnsTypeAndNotationStandInTheDocument() throws IOException {
        write("bomen.csv", "titel\n\nnaam;hoogte\nEik;1.204,5\nBeuk;\"9,5\"\nEs;8,5\n");

        var line = measured().get(0);

        assertThat(line.at("/columnsRead/1/label").asString()).isEqualTo("hoogte");
        assertThat(line.at("/columnsRead/1/type").asString()).startsWith("DECIMAL");
        assertThat(line.at("/columnsRead/1/notation").asString()).isEqualTo("COMMA_NUMBER");
        assertThat(line.at("/columnsRead/0/notation").isNull()).isTrue();
        assertThat(line.get("lines").asLong()).isEqualTo(6);
        assertThat(line.get("accountedLines").asLong()).isEqualTo(6);
    }

    @Test
    void typesAreHeldAgainstLabelsBesideAFileAndElsewhere() throws IOException {
        write("bomen.csv", "naam,code,hoogte,hoogte,leeg\nEik,0363,1.5,2,\nBeuk,0518,2.5,3,\n");
        write(
                "bomen.csv.columns.csv",
                "column,type\nnaam,VARCHAR\ncode,BIGINT\nhoogte,DECIMAL\n#3,DECIMAL\n#4,BIGINT\nleeg,\n");
        write("maten.csv", "maat,\"dag, van meting\"\n3,2025-01-01\n4,2025-01-02\n");
        var labels = Files.writeString(
                elsewhere.resolve("labels.csv"),
                "file,column,type\nmaten.csv,maat,VARCHAR|BIGINT\nmaten.csv,\"dag, van meting\",DATE\nmaten.csv,weg,DATE\n");

        assertThat(lastLine(labels)).startsWith("opened 2 of 2, unbalanced 0").endsWith("typed right 5 of 8");
    }

    @Test
    void encodingsAreComparedByName() throws IOException {
        labelled("a.csv", "naam;n\ncafé;1\n".getBytes(WINDOWS), "ISO-8859-1");
        labelled("b.csv", "naam;n\ncafé ’t;1\n".getBytes(WINDOWS), "ISO-8859-1");
        labelled("c.csv", "naam;n\nDrieën;1\n".getBytes(Charset.forName("IBM850")), "IBM850");
        labelled("d.csv", "naam;n\nDrieën;1\n".getBytes(StandardCharsets.UTF_8), "ISO-8859-1");
        labelled("e.csv", "naam;n\nDrieën;1\n".getBytes(Charset.forName("IBM850")), "ISO-8859-1");

        var lines = measured();

        for (int i = 0; i < 4; i++) {
            assertThat(lines.get(i).get("encodingRight").asBoolean()).isTrue();
        }
        assertThat(lines.get(4).get("encodingRight").asBoolean()).isFalse();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void labelled(String name, byte[] bytes, String charset) throws IOException {
        Files.write(folder.resolve(name), bytes);
        write(name + ".options", "--locale nl-NL --charset " + charset);
    }

    private JsonNode measured() throws IOException {
        var json = elsewhere.resolve("bench.json");
        BenchTables.run(folder, json, null, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        return JsonMapper.builder().build().readTree("[" + String.join(",", Files.readAllLines(json)) + "]");
    }

    private String lastLine(Path labels) throws IOException {
        var out = new ByteArrayOutputStream();
        BenchTables.run(folder, null, labels, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().toList().getLast();
    }
}
