package nl.datakade.ingest.observation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is taken in of observations.
 *
 * @param limit the largest body
 * @param most observations in one request
 * @param atOnce requests side by side, all clients together
 * @param perClient of them those of one client
 * @param slowest bytes a second below which a sender is asked to try again, measured over {@code pace}
 * @param pace how long a sender may be slower than that
 * @param perSecond observations that one client may send in the long run
 * @param burst that it may send at once
 */
@ConfigurationProperties("datakade.observation")
record ObservationProperties(
        @DefaultValue("1MB") DataSize limit,
        @DefaultValue("20000") int most,
        @DefaultValue("32") int atOnce,
        @DefaultValue("16") int perClient,
        @DefaultValue("1KB") DataSize slowest,
        @DefaultValue("10s") Duration pace,
        @DefaultValue("5000") int perSecond,
        @DefaultValue("50000") int burst) {}
