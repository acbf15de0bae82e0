package nl.datakade.ingest.correction;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.datakade.ingest.reading.Readings;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.table.Instructions;
import nl.datakade.table.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Whether a steward may give columns these names. What may be seen of a column was decided for its id, and rows are filtered
 * by names. So a column never gets the name of another one, not even of one that is gone or has another name by now.
 */
final class ColumnNames {

    private ColumnNames() {}

    /** @param ids that columns of the dataset ever had, per table by the names that they had */
    static List<InvalidInput> check(
            Instructions present,
            Instructions laidDown,
            Readings.@Nullable Kept reading,
            Map<String, Map<String, Integer>> ids) {
        var document = reading == null ? null : reading.document();
        return columns(laidDown).entrySet().stream()
                .filter(entry ->
                        !Objects.equals(entry.getValue(), columns(present).get(entry.getKey())))
                .filter(entry -> ids.keySet().stream()
                        .anyMatch(table -> takesAnothersName(table, entry.getKey(), entry.getValue(), document, ids)))
                .map(entry -> InvalidInput.body("columns." + entry.getKey() + ".name", "{expected.column-name}"))
                .toList();
    }

    private static Map<String, Instructions.Column> columns(Instructions instructions) {
        return instructions.columns() == null ? Map.of() : instructions.columns();
    }

    private static boolean takesAnothersName(
            String table,
            String key,
            Instructions.Column column,
            @Nullable Reading document,
            Map<String, Map<String, Integer>> ids) {
        var name = column.name();
        int dot = key.indexOf('.');
        if (name == null || (dot >= 0 && !key.substring(0, dot).equals(table))) {
            return false;
        }
        var known = ids.getOrDefault(table, Map.of());
        var other = known.get(name);
        var heading = key.substring(dot + 1);
        return other != null && !other.equals(read(document, table, heading).orElse(known.get(heading)));
    }

    private static Optional<Integer> read(@Nullable Reading document, String table, String heading) {
        return document == null
                ? Optional.empty()
                : document.tables().stream()
                        .filter(read -> read.name().equals(table))
                        .flatMap(read -> read.columns().stream())
                        .filter(read -> heading.equals(read.heading() == null ? read.name() : read.heading()))
                        .map(Reading.Column::id)
                        .findFirst();
    }
}
