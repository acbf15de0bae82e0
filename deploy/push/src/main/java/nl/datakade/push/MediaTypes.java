package nl.datakade.push;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What a file is by the ending of its name; the platform looks at the bytes itself. */
final class MediaTypes {
    private static final Map<String, String> BY_ENDING = Map.of(
            "csv", "text/csv",
            "txt", "text/csv",
            "tsv", "text/tab-separated-values",
            "json", "application/json",
            "ndjson", "application/x-ndjson",
            "jsonl", "application/x-ndjson",
            "geojson", "application/geo+json",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "parquet", "application/vnd.apache.parquet",
            "zip", "application/zip");

    private MediaTypes() {}

    static String of(Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_ENDING.getOrDefault(ending, "application/octet-stream");
    }
}
