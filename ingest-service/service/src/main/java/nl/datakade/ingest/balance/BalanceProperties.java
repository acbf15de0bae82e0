package nl.datakade.ingest.balance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When something counts as left behind.
 *
 * @param settling how old an object without an owner must be; younger ones may belong to something under way
 */
@ConfigurationProperties("datakade.balance")
record BalanceProperties(@DefaultValue("6h") Duration settling) {}
