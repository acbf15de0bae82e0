package nl.datakade.ingest.upload;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be uploaded in pieces, and how long that may take.
 *
 * @param limit the largest file; 10,000 parts in the store must hold it
 * @param expiresAfter how long an upload without news is kept, and how long one that landed can be looked up
 * @param openPerClient uploads that one client may have under way
 * @param openPerDepartment bytes that a department's uploads under way may declare together
 * @param lease after so long without a sign of life a request has lost its upload to the next
 * @param slowest bytes a second below which a sender is asked to try again, measured over {@code pace}
 * @param pace how long a sender may be slower than that
 * @param answerWithin how long the last request waits for the receipt; later it is at the upload's address
 * @param tidyEvery how often to look for uploads that expired or were left unfinished
 */
@ConfigurationProperties("datakade.upload")
record UploadProperties(
        @DefaultValue("100GB") DataSize limit,
        @DefaultValue("7d") Duration expiresAfter,
        @DefaultValue("1000") int openPerClient,
        @DefaultValue("1TB") DataSize openPerDepartment,
        @DefaultValue("6s") Duration lease,
        @DefaultValue("1KB") DataSize slowest,
        @DefaultValue("30s") Duration pace,
        @DefaultValue("20s") Duration answerWithin,
        @DefaultValue("5s") Duration tidyEvery) {}
