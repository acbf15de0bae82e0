package nl.datakade.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What earlier readings made of a table.
 *
 * @param columns of the version that people build on now
 * @param ids by name, of all columns that the table ever had; a new column gets none of them
 */
public record Known(List<Column> columns, Map<String, Integer> ids) {

    static final Known NOTHING = new Known(List.of(), Map.of());

    public static Known ids(Map<String, Integer> ids) {
        return new Known(List.of(), ids);
    }

    /** As a table of an earlier reading was. */
    public static Known of(Reading reading, String table, Map<String, Integer> ids) {
        var sketches = reading.sketches().getOrDefault(table, Map.of());
        var columns = reading.tables().stream()
                .filter(candidate -> candidate.name().equals(table))
                .flatMap(candidate -> candidate.columns().stream())
                .map(column -> new Column(
                        column.id(),
                        column.name(),
                        column.type(),
                        column.format(),
                        column.values(),
                        sketches.get(column.name())))
                .toList();
        return new Known(columns, ids);
    }

    /**
     * A column as it was.
     *
     * @param format how its values were written
     * @param values how many rows had one
     * @param sketch of its values, see {@link Sketch}
     */
    public record Column(
            int id,
            String name,
            String type,
            @Nullable String format,
            long values,
            @Nullable String sketch) {}

    Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
