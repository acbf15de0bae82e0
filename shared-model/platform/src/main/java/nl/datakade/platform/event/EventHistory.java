package nl.datakade.platform.event;

import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.util.function.Consumer;
import nl.datakade.contracts.Event;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.databind.json.JsonMapper;

/** What was announced so far. Reading it back moves no consumer group: nobody misses anything by it. */
public class EventHistory {

    private static final Duration WAIT = Duration.ofSeconds(2);

    private final ConsumerFactory<String, CloudEvent> consumers;
    private final Topics topics;
    private final Subscriptions service;
    private final JsonMapper json;

    EventHistory(ConsumerFactory<String, CloudEvent> consumers, Topics topics, Subscriptions service, JsonMapper json) {
        this.consumers = consumers;
        this.topics = topics;
        this.service = service;
        this.json = json;
    }

    /** Goes over every event of a type that Kafka holds at this moment; those of one stream come in their order. */
    public <E extends Event> void forEach(Class<E> event, Consumer<E> visitor) {
        var type = EventTypes.of(event);
        var topic = topics.named(type.topic());
        try (var consumer = consumers.createConsumer(service.group() + ".history", null)) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(WAIT)) {
                    var received = record.value();
                    if (received != null
                            && received.getData() != null
                            && type.value().equals(received.getType())) {
                        visitor.accept(json.readValue(received.getData().toBytes(), event));
                    }
                }
            }
        }
    }
}
