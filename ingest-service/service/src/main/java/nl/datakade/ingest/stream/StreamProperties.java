package nl.datakade.ingest.stream;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How observations become versions.
 *
 * @param partitions of the topic
 * @param kept how long Kafka keeps observations; those not landed by then would be lost
 * @param acknowledged the longest to wait for Kafka's acknowledgement
 * @param lands whether this instance makes versions, or only takes observations in
 * @param linger how long the first observation waits for others
 * @param every the least time between two versions of a dataset
 * @param patience how long the next version waits for the judgement on the one before
 * @param most observations of one version at a time
 * @param ahead observations in memory that wait to land
 * @param window how long observations stay in the current version
 * @param windowRows how many stay in it at most
 * @param superseded how long the objects stay of which no current version makes use
 * @param remembered how long an observation's id, or a request's key, is known again
 * @param tidyEvery how often to look for what has had its time
 * @param heapMegabytes the Java heap of the process that writes tables
 * @param memoryMegabytes all its memory
 * @param spool local folder for what is being written
 */
@ConfigurationProperties("datakade.stream")
record StreamProperties(
        @DefaultValue("6") int partitions,
        @DefaultValue("7d") Duration kept,
        @DefaultValue("10s") Duration acknowledged,
        @DefaultValue("true") boolean lands,
        @DefaultValue("500ms") Duration linger,
        @DefaultValue("3s") Duration every,
        @DefaultValue("1m") Duration patience,
        @DefaultValue("200000") int most,
        @DefaultValue("64MB") DataSize ahead,
        @DefaultValue("31d") Duration window,
        @DefaultValue("5000000") long windowRows,
        @DefaultValue("24h") Duration superseded,
        @DefaultValue("24h") Duration remembered,
        @DefaultValue("10m") Duration tidyEvery,
        @DefaultValue("64") int heapMegabytes,
        @DefaultValue("768") int memoryMegabytes,
        Path spool) {}
