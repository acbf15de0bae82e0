package nl.datakade.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows already.
 *
 * @param tableName name of the table when the file holds one, usually the dataset's; without it the file's name
 * @param known per table name, what earlier readings made of it
 * @param instructions what was laid down about the reading
 * @param rejectLimit share of values that may be rejected for a column to stay what it was in the version before
 * @param descriptions per table and column, what it means; they go into the files
 */
public record ReadOptions(
        @Nullable String tableName,
        Map<String, Known> known,
        Instructions instructions,
        double rejectLimit,
        Map<String, Map<String, String>> descriptions) {

    public static final double REJECT_LIMIT = 0.01;

    public static ReadOptions none() {
        return new ReadOptions(null, Map.of(), Instructions.NONE, REJECT_LIMIT, Map.of());
    }

    public static ReadOptions named(String tableName) {
        return new ReadOptions(tableName, Map.of(), Instructions.NONE, REJECT_LIMIT, Map.of());
    }

    public ReadOptions withKnown(Map<String, Known> earlier) {
        return new ReadOptions(tableName, earlier, instructions, rejectLimit, descriptions);
    }

    public ReadOptions withInstructions(Instructions laidDown) {
        return new ReadOptions(tableName, known, laidDown, rejectLimit, descriptions);
    }

    public ReadOptions withDescriptions(Map<String, Map<String, String>> inWords) {
        return new ReadOptions(tableName, known, instructions, rejectLimit, inWords);
    }

    public ReadOptions withTypes(Map<String, String> laidDown) {
        var columns = new LinkedHashMap<String, Instructions.Column>();
        laidDown.forEach((name, type) -> columns.put(name, new Instructions.Column(null, type, null, null, null)));
        return withInstructions(new Instructions(null, null, null, null, null, columns));
    }

    Known known(String table) {
        return known.getOrDefault(table, Known.NOTHING);
    }
}
