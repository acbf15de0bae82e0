package nl.datakade.ingest.landing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file says it is, against its first bytes. Only what is certainly wrong is refused here, such as a login page
 * saved as CSV; everything finer is for reading.
 */
public record Claim(@Nullable String tabular) {

    /** So many first bytes decide. */
    public static final int HEAD = 512;

    private static final Map<String, String> BY_EXTENSION = Map.of(
            "csv", "text/csv",
            "tsv", "text/tab-separated-values",
            "json", "application/json",
            "ndjson", "application/x-ndjson",
            "jsonl", "application/x-ndjson",
            "geojson", "application/geo+json",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "parquet", "application/vnd.apache.parquet");

    private static final List<String> UNSPECIFIC =
            List.of("application/octet-stream", "text/plain", "application/binary");

    private static final List<Magic> NEVER_TABULAR = List.of(
            new Magic("PNG", "\u0089PNG\r\n"),
            new Magic("JPEG", "\u00ff\u00d8\u00ff"),
            new Magic("GIF", "GIF8"),
            new Magic("TIFF", "II*\0"),
            new Magic("TIFF", "MM\0*"),
            new Magic("PDF", "%PDF-"));

    private record Magic(String name, String start) {}

    public static Claim of(String mediaType, @Nullable String fileName) {
        var type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (BY_EXTENSION.containsValue(type) || type.equals("application/jsonl")) {
            return new Claim(type);
        }
        return new Claim(UNSPECIFIC.contains(type) && fileName != null ? BY_EXTENSION.get(extension(fileName)) : null);
    }

    private static String extension(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    public void check(byte[] head) {
        if (tabular == null) {
            return;
        }
        var start = new String(head, StandardCharsets.ISO_8859_1);
        for (var magic : NEVER_TABULAR) {
            if (start.startsWith(magic.start())) {
                throw new LandingProblem.NotWhatItClaims(tabular, magic.name());
            }
        }
        var text = start.replaceFirst("^(\u00ef\u00bb\u00bf)?\\s*", "").toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            throw new LandingProblem.NotWhatItClaims(tabular, "HTML");
        }
    }
}
