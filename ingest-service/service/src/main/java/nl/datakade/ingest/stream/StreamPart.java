package nl.datakade.ingest.stream;

import java.time.Instant;
import java.util.Map;
import nl.datakade.table.parquet.ParquetFile.Bounds;

/**
 * A Parquet object with some of a stream's rows.
 *
 * @param level how often it was merged
 * @param revision of the columns that it has
 * @param since when its oldest observations landed
 * @param until and its newest
 */
record StreamPart(
        String key,
        int level,
        int revision,
        long rows,
        long bytes,
        String sha256,
        Map<String, Bounds> bounds,
        Instant since,
        Instant until) {}
