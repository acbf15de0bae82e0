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
 * @param orphansAfter how old an object without a delivery must be to be removed; far longer than a commit takes
 * @param tidyEvery how often to look for such objects
 */
@ConfigurationProperties("datakade.landing")
record LandingProperties(
        @DefaultValue("10GB") DataSize limit,
        @DefaultValue("64") int atOnce,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("6h") Duration orphansAfter,
        @DefaultValue("1h") Duration tidyEvery) {}
