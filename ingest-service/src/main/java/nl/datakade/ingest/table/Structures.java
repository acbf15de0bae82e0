package nl.datakade.ingest.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.datakade.ingest.table.parquet.OutputColumn;
import nl.datakade.ingest.table.parquet.ParquetFile;

/** Nested JSON becomes structures and lists, where all values of a column have a structure in common. */
final class Structures {

    private Structures() {}

    /** Rewrites the file when there is something to take apart; the columns then have their new types. */
    static ParquetFile takeApart(
            Path file, List<OutputColumn> columns, Map<String, String> metadata, ParquetFile written)
            throws IOException {
        var structures = new HashMap<String, String>();
        for (var column : columns) {
            if (column.sql().equals("JSON")) {
                ParquetFile.structure(file, column.name())
                        .ifPresent(structure -> structures.put(column.name(), structure));
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
}
