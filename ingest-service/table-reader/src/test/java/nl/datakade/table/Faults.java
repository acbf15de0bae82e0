package nl.datakade.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The inputs that were read wrongly once, each with the right rows beside it. */
final class Faults {

    private static final Path FOLDER = Path.of("src/test/resources/nl/datakade/table/faults");

    private Faults() {}

    static Sample read(String name) throws IOException {
        return Sample.of(FOLDER.resolve(name));
    }

    /** The right table, headings first. */
    static List<List<String>> truth(String name) throws IOException {
        return PlainCsv.read(Files.readString(FOLDER.resolve(name + ".truth.csv")));
    }

    /** What came out: the headings as the file has them, then the values as text, empty where there is none. */
    static List<List<String>> table(Sample sample) {
        var table = new ArrayList<List<String>>();
        var columns = sample.table().columns();
        table.add(columns.stream().map(Reading.Column::label).toList());
        var values = columns.stream()
                .map(column -> "coalesce(\"" + column.name() + "\"::VARCHAR, '')")
                .collect(Collectors.joining(", "));
        sample.query("SELECT concat_ws(chr(1), " + values + ") FROM t")
                .forEach(row -> table.add(List.of(String.valueOf(row).split("\1", -1))));
        return table;
    }
}
