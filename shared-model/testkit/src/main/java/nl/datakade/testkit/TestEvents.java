package nl.datakade.testkit;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.cloudevents.kafka.CloudEventSerializer;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import nl.datakade.contracts.Event;
import nl.datakade.contracts.EventType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks on and listens to the topics of this run, as another service would. */
public final class TestEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final KafkaProducer<String, CloudEvent> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestSystem.current().kafka(), "max.block.ms", 10_000),
            new StringSerializer(),
            new CloudEventSerializer());

    private static final Map<String, Tail> TAILS = new ConcurrentHashMap<>();

    private TestEvents() {}

    /** Publishes it as its owner would, and returns the id it was given. */
    public static String publish(Event event) {
        return publish(UUID.randomUUID().toString(), event);
    }

    /** Publishes it under an id of one's own, for instance a second time. */
    public static String publish(String id, Event event) {
        return publish(id, event, JSON.valueToTree(event));
    }

    /** Publishes it as an owner of a newer version would: with a field that nobody here knows. */
    public static String publishNewer(Event event) {
        ObjectNode newer = JSON.valueToTree(event);
        return publish(UUID.randomUUID().toString(), event, newer.put("addedLater", "x"));
    }

    private static String publish(String id, Event event, JsonNode data) {
        var type = event.getClass().getAnnotation(EventType.class);
        var cloudEvent = CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("urn:nld:oin:00000099000000001000:systeem:test"))
                .withType(type.value())
                .withSubject(event.key())
                .withTime(OffsetDateTime.now(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withData(JSON.writeValueAsBytes(data))
                .build();
        send(topic(type.topic()), event, cloudEvent);
        return id;
    }

    /** Everything on a topic from its beginning, by its name without prefix. */
    public static List<ConsumerRecord<String, CloudEvent>> on(String topic) {
        return TAILS.computeIfAbsent(topic(topic), Tail::new).read();
    }

    /** What the events on a topic say, of one type. */
    public static <E extends Event> List<E> of(Class<E> event) {
        var type = event.getAnnotation(EventType.class);
        return TAILS.computeIfAbsent(topic(type.topic()), Tail::new).read(event, type.value());
    }

    private static void send(String topic, Event event, CloudEvent cloudEvent) {
        try {
            var partition = Math.floorMod(
                    event.stream().hashCode(), PRODUCER.partitionsFor(topic).size());
            PRODUCER.send(new ProducerRecord<>(topic, partition, event.key(), cloudEvent))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take an event on " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String topic(String name) {
        return TestSystem.current().topicPrefix() + name;
    }

    /** Reads a topic on from where it was last read, and remembers what it has read. */
    private static final class Tail {

        private final String topic;
        private final KafkaConsumer<String, CloudEvent> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestSystem.current().kafka(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new CloudEventDeserializer());
        private final List<ConsumerRecord<String, CloudEvent>> records = new ArrayList<>();
        private final Map<Class<?>, Parsed> parsed = new HashMap<>();

        Tail(String topic) {
            this.topic = topic;
        }

        synchronized List<ConsumerRecord<String, CloudEvent>> read() {
            if (consumer.assignment().isEmpty()) {
                assign();
            }
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return List.copyOf(records);
        }

        /** Each event is parsed once, for tests ask again and again until what they wait for is there. */
        synchronized <E extends Event> List<E> read(Class<E> event, String type) {
            read();
            var known = parsed.computeIfAbsent(event, _ -> new Parsed());
            for (; known.records < records.size(); known.records++) {
                var value = records.get(known.records).value();
                if (value.getType().equals(type)) {
                    known.events.add(JSON.readValue(
                            Objects.requireNonNull(value.getData()).toBytes(), event));
                }
            }
            return known.events.stream().map(event::cast).toList();
        }

        /** To no partition while the topic does not exist. */
        private void assign() {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
    }

    /** The events of one type among so many records of a topic. */
    private static final class Parsed {
        private final List<Event> events = new ArrayList<>();
        private int records;
    }
}
