package nl.datakade.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of columns as persons judged them, to hold against those that were read: from {@code FILE.columns.csv} beside
 * a file (column, type), or from one file for all (file, column, type). A column goes by its heading, or by {@code #}
 * and its number where its heading is blank or not the only one.
 */
final class ColumnLabels {

    /** What a person would make of a column; several where several are right, none where it has no value. */
    record Label(String column, List<String> types) {

        /** Whether there is anything to judge. */
        boolean counts() {
            return !types.isEmpty();
        }

        boolean agreesWith(String type) {
            return types.stream().anyMatch(own -> own.equals(kind(type)));
        }

        /** Without length, scale and time zone; a fraction is one, however it is kept. */
        private static String kind(String type) {
            var plain =
                    type.replaceAll("\\(.*", "").replace(" WITH TIME ZONE", "").strip();
            return plain.equals("DOUBLE") ? "DECIMAL" : plain;
        }
    }

    private final Map<String, List<Label>> ofAll = new HashMap<>();

    static ColumnLabels of(@Nullable Path all) throws IOException {
        var labels = new ColumnLabels();
        if (all != null) {
            for (var row : rows(all)) {
                labels.ofAll
                        .computeIfAbsent(row.getFirst(), _ -> new ArrayList<>())
                        .add(label(row.get(1), row.get(2)));
            }
        }
        return labels;
    }

    List<Label> of(Path file, String name) throws IOException {
        var beside = file.resolveSibling(file.getFileName() + ".columns.csv");
        var labels = new ArrayList<>(ofAll.getOrDefault(name, List.of()));
        if (Files.exists(beside)) {
            rows(beside).forEach(row -> labels.add(label(row.getFirst(), row.get(1))));
        }
        return labels.stream().filter(Label::counts).toList();
    }

    private static Label label(String column, String types) {
        return new Label(column, types.isBlank() ? List.of() : List.of(types.split("\\|", -1)));
    }

    /** The rows under the header, of plain CSV in which quotes stand around headings only. */
    private static List<List<String>> rows(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(ColumnLabels::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean doubled = c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (doubled) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** How many labels agree with what was read. */
    static long right(List<Label> labels, List<Reading.Column> columns) {
        return labels.stream().filter(label -> isRight(label, columns)).count();
    }

    private static boolean isRight(Label label, List<Reading.Column> columns) {
        if (label.column().matches("#\\d+")) {
            int at = Integer.parseInt(label.column().substring(1)) - 1;
            return at < columns.size() && label.agreesWith(columns.get(at).type());
        }
        var named = columns.stream()
                .filter(column -> column.label().equals(label.column()))
                .toList();
        return named.size() == 1 && label.agreesWith(named.getFirst().type());
    }
}
