package nl.datakade.platform.event;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The same for every service of one system, and never changed afterwards: the partition of a dataset depends on it.
 *
 * @param topicPrefix before every topic and consumer group
 * @param replicas of each partition; 3 on a cluster
 */
@Validated
@ConfigurationProperties("datakade.kafka")
record TopicProperties(
        @DefaultValue("") String topicPrefix,
        @DefaultValue("3") @Positive int partitions,
        @DefaultValue("1") @Positive int replicas) {}
