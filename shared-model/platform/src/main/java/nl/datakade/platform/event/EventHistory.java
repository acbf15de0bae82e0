package nl.datakade.platform.event;

import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import nl.datakade.contracts.Event;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.databind.json.JsonMapper;

/** What was announced so far. Reading it back moves no consumer group: nobody misses anything by it. */
public class EventHistory {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConsumerFactory<String, CloudEvent> consumers;
    private final Topics topics;
    private final String group;
    private final JsonMapper json;
    private final InstantSource clock;

    EventHistory(
            ConsumerFactory<String, CloudEvent> consumers,
            Topics topics,
            String group,
            JsonMapper json,
            InstantSource clock) {
        this.consumers = consumers;
        this.topics = topics;
        this.group = group;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Goes over every event of a type that Kafka holds at this moment; those of one stream come in their order.
     *
     * @throws EventHistoryUnavailable when nothing more comes for half a minute, so that a transaction in which this is
     *     asked does not stay open
     */
    public <E extends Event> void forEach(Class<E> event, Consumer<E> visitor) {
        var type = EventTypes.of(event);
        var topic = topics.named(type.topic());
        try (var consumer = consumers.createConsumer(group + ".history", null)) {
            var partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions, PATIENCE);
            var until = clock.instant().plus(PATIENCE);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
                var records = consumer.poll(WAIT);
                var now = clock.instant();
                if (!records.isEmpty()) {
                    until = now.plus(PATIENCE);
                } else if (now.isAfter(until)) {
                    throw new EventHistoryUnavailable(null);
                }
                for (var record : records) {
                    var received = record.value();
                    if (received != null
                            && received.getData() != null
                            && type.value().equals(received.getType())) {
                        visitor.accept(json.readValue(received.getData().toBytes(), event));
                    }
                }
            }
        } catch (TimeoutException away) {
            throw new EventHistoryUnavailable(away);
        }
    }
}
