package nl.datakade.ingest.table;

import java.util.List;
import java.util.Locale;
import nl.datakade.ingest.table.container.Archive;

/** Knows a zipped Shapefile by its parts. */
final class Shapefiles {

    private Shapefiles() {}

    static boolean isOne(List<Archive.Entry> entries) {
        return has(entries, ".shp") && has(entries, ".dbf");
    }

    private static boolean has(List<Archive.Entry> entries, String ending) {
        return entries.stream()
                .anyMatch(entry -> entry.name().toLowerCase(Locale.ROOT).endsWith(ending));
    }
}
