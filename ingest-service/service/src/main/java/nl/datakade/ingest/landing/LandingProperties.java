package nl.datakade.ingest.landing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is taken in.
 *
 * @param limit the largest body; a multipart upload of 10,000 parts must hold it
 * @param atOnce how many bodies are taken in side by side; what bounds the memory for small ones
 * @param patience how long another one waits for its turn
 * @param perClient how many of them one client may have at once
 * @param slowest bytes a second below which a sender is asked to try again, measured over {@code pace}
 * @param pace how long a sender may be slower than that
 * @param clamd host and port of a virus scanner; none by default
 * @param clamdPatience how long it may take to answer
 * @param orphansAfter how old an object without a delivery must be to be removed; far longer than a commit takes
 * @param tidyEvery how often to look for such objects
 */
@ConfigurationProperties("datakade.landing")
record LandingProperties(
        @DefaultValue("10GB") DataSize limit,
        @DefaultValue("64") int atOnce,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("32") int perClient,
        @DefaultValue("1KB") DataSize slowest,
        @DefaultValue("30s") Duration pace,
        @DefaultValue("") String clamd,
        @DefaultValue("1m") Duration clamdPatience,
        @DefaultValue("6h") Duration orphansAfter,
        @DefaultValue("1h") Duration tidyEvery) {}
