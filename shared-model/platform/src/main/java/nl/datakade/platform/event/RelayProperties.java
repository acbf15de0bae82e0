package nl.datakade.platform.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox is emptied.
 *
 * @param poll how often to look without having been woken, for what another instance left behind
 * @param gather how long to wait for more once woken: a transaction and a request to Kafka then carry several events
 * @param retry how long to wait after Kafka or the database failed
 */
@ConfigurationProperties("datakade.outbox")
record RelayProperties(
        @DefaultValue("2s") Duration poll,
        @DefaultValue("20ms") Duration gather,
        @DefaultValue("1s") Duration retry) {}
