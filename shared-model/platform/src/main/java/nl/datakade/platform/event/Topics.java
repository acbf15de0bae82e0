package nl.datakade.platform.event;

import java.util.Map;
import java.util.UUID;
import nl.datakade.contracts.Event;
import nl.datakade.contracts.State;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** The names, partitions and retention of topics; a prefix keeps two systems on one Kafka apart. */
public final class Topics {

    static final String DEAD_LETTER = ".dlt";

    private final TopicProperties properties;

    Topics(TopicProperties properties) {
        this.properties = properties;
    }

    /** The topic's name on this Kafka. */
    public String named(String topic) {
        return properties.topicPrefix() + topic;
    }

    /** Where what could not be taken in from a topic is put aside. */
    public String deadLetters(String topic) {
        return named(topic) + DEAD_LETTER;
    }

    int partition(String topic, UUID stream) {
        return Math.floorMod(stream.hashCode(), properties.partitions());
    }

    NewTopic declared(Class<? extends Event> event) {
        var topic = builder(named(EventTypes.of(event).topic()));
        return State.class.isAssignableFrom(event)
                ? topic.compact().build()
                : topic.configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")).build();
    }

    NewTopic declaredDeadLetters(Class<? extends Event> event) {
        return builder(deadLetters(EventTypes.of(event).topic()))
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"))
                .build();
    }

    private TopicBuilder builder(String name) {
        return TopicBuilder.name(name).partitions(properties.partitions()).replicas(properties.replicas());
    }

    NewTopics all() {
        return new NewTopics(Events.ALL.stream()
                .flatMap(event -> java.util.stream.Stream.of(declared(event), declaredDeadLetters(event)))
                .collect(java.util.stream.Collectors.toMap(NewTopic::name, topic -> topic, (first, _) -> first))
                .values()
                .toArray(NewTopic[]::new));
    }
}
