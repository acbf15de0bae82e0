package nl.datakade.ingest.reading;

import java.nio.file.Path;
import java.time.Duration;
import nl.datakade.table.ReadingTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are read.
 *
 * @param readers files read side by side; 0 for an instance that only takes files in
 * @param lease after which a reader that gave no sign of life is taken for lost
 * @param poll how often to look for work without having been woken
 * @param givesWay the longest that a reader waits for a rush of landings to end before it takes the next file
 * @param attempts readers that may be lost or fail on one file before it counts as unreadable
 * @param bound the longest that reading one file may take, however large; smaller files get less ({@link ReadingTime})
 * @param heapMegabytes the Java heap of a reading process
 * @param memoryMegabytes all memory of a reading process
 * @param idle a reading process without work ends after this time
 * @param spool local folder for the file that is being read and its tables
 */
@ConfigurationProperties("datakade.reading")
record ReadingProperties(
        @DefaultValue("2") int readers,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("10s") Duration givesWay,
        @DefaultValue("3") int attempts,
        Duration bound,
        @DefaultValue("192") int heapMegabytes,
        @DefaultValue("1024") int memoryMegabytes,
        @DefaultValue("1m") Duration idle,
        Path spool) {

    /** How long a file of so many bytes may take. */
    Duration boundFor(long bytes) {
        var bySize = ReadingTime.atMost(bytes);
        return bySize.compareTo(bound) < 0 ? bySize : bound;
    }
}
