package nl.datakade.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import nl.datakade.table.parquet.OutputColumn;
import nl.datakade.table.parquet.ParquetFile;
import nl.datakade.table.row.Finding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nested JSON becomes structures and lists, where all values of a column have a structure in common. */
final class Structures {

    private static final JsonMapper JSON = new JsonMapper();

    private Structures() {}

    /** Rewrites the file when there is something to take apart; the columns then have their new types. */
    static ParquetFile takeApart(
            Path file,
            List<OutputColumn> columns,
            Map<String, String> metadata,
            ParquetFile written,
            Consumer<Finding> findings)
            throws IOException {
        var structures = new HashMap<String, String>();
        for (var column : columns) {
            if (!column.sql().equals("JSON")) {
                continue;
            }
            var structure = ParquetFile.structure(file, column.name());
            if (structure.isEmpty()) {
                continue;
            }
            if (hasNamesAlike(structure.get()) || ParquetFile.holdsLongNumbers(file, column.name())) {
                findings.accept(Finding.info(
                                "NESTED_AS_TEXT",
                                null,
                                "kept as JSON text: taken apart it would lose digits, or names that differ only in capitals")
                        .of(null, column.name()));
            } else {
                structures.put(column.name(), structure.get());
            }
        }
        if (structures.isEmpty()) {
            return written;
        }
        var rewritten = file.resolveSibling("restructured.parquet");
        var result = ParquetFile.restructure(file, rewritten, columns, structures, metadata);
        Files.move(rewritten, file, StandardCopyOption.REPLACE_EXISTING);
        var types = ParquetFile.columns(file);
        columns.replaceAll(column -> structures.containsKey(column.name())
                ? new OutputColumn(column.id(), column.name(), types.getOrDefault(column.name(), column.sql()))
                : column);
        return result;
    }

    /** Names in SQL do not differ by capitals alone. */
    private static boolean hasNamesAlike(String structure) {
        return hasNamesAlike(JSON.readTree(structure));
    }

    private static boolean hasNamesAlike(JsonNode node) {
        var names = new HashSet<String>();
        for (var name : node.propertyNames()) {
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        for (var child : node) {
            if (hasNamesAlike(child)) {
                return true;
            }
        }
        return false;
    }
}
