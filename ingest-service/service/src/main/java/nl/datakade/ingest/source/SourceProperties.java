package nl.datakade.ingest.source;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How sources are gone to.
 *
 * @param limit the largest file that is got
 * @param shortest no source is gone to more often
 * @param jitter runs start up to so much later than scheduled, so that they do not all start at once
 * @param lateAfter how late a run may be unless its source says otherwise
 * @param atOnce runs side by side on one instance
 * @param poll how often to look for runs that are due
 * @param lease after so long without a sign of life a run is taken for lost, and made again
 * @param longest how long a run may take in all
 * @param tries how often a run is tried before the next scheduled moment
 * @param firstWait before the second try; each further wait is twice as long
 * @param longestWait between two tries
 * @param history how long ended runs are kept
 */
@ConfigurationProperties("datakade.source")
public record SourceProperties(
        @DefaultValue("10GB") DataSize limit,
        @DefaultValue("1m") Duration shortest,
        @DefaultValue("30s") Duration jitter,
        @DefaultValue("1h") Duration lateAfter,
        @DefaultValue("2") int atOnce,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("2h") Duration longest,
        @DefaultValue("6") int tries,
        @DefaultValue("30s") Duration firstWait,
        @DefaultValue("1h") Duration longestWait,
        @DefaultValue("400d") Duration history) {}
