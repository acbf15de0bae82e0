package nl.datakade.ingest.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows already.
 *
 * @param tableName name of the table when the file holds one, usually the dataset's; without it the file's name
 * @param columnIds per table name, the ids its columns had in the previous version, by column name
 * @param types per column name a type in SQL that a contract or a steward laid down; it wins over what the values say
 */
public record ReadOptions(
        @Nullable String tableName, Map<String, Map<String, Integer>> columnIds, Map<String, String> types) {

    public static ReadOptions none() {
        return new ReadOptions(null, Map.of(), Map.of());
    }

    public static ReadOptions named(String tableName) {
        return new ReadOptions(tableName, Map.of(), Map.of());
    }

    public ReadOptions withColumnIds(Map<String, Map<String, Integer>> ids) {
        return new ReadOptions(tableName, ids, types);
    }

    public ReadOptions withTypes(Map<String, String> laidDown) {
        return new ReadOptions(tableName, columnIds, laidDown);
    }
}
