package nl.datakade.portal.delivery;

import java.util.Locale;
import java.util.Map;

/**
 * What a file is by the ending of its name. What a browser says depends on the programs on the visitor's computer: where
 * Excel is installed, CSV is called a spreadsheet.
 */
final class FileKind {

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("csv", "text/csv"),
            Map.entry("tsv", "text/tab-separated-values"),
            Map.entry("json", "application/json"),
            Map.entry("ndjson", "application/x-ndjson"),
            Map.entry("jsonl", "application/x-ndjson"),
            Map.entry("geojson", "application/geo+json"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("parquet", "application/vnd.apache.parquet"),
            Map.entry("gpkg", "application/geopackage+sqlite3"),
            Map.entry("zip", "application/zip"));

    private FileKind() {}

    static String of(String fileName) {
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_ENDING.getOrDefault(ending, "application/octet-stream");
    }
}
