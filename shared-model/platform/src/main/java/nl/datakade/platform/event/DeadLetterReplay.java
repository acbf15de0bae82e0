package nl.datakade.platform.event;

import io.cloudevents.kafka.CloudEventDeserializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Hands what a service put aside to its subscribers once more, after its cause was fixed. It does not go back to its
 * topic: there it would become the last word on its key, over newer state. A group of its own remembers how far it came;
 * what fails again is put aside again, behind the rest.
 */
final class DeadLetterReplay {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(DeadLetterReplay.class);

    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaTemplate<String, byte[]> kafka;
    private final Topics topics;
    private final Subscriptions service;
    private final CloudEventDeserializer events = new CloudEventDeserializer();

    DeadLetterReplay(
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> kafka,
            Topics topics,
            Subscriptions service) {
        this.consumers = consumers;
        this.kafka = kafka;
        this.topics = topics;
        this.service = service;
    }

    /** What came of a replay. */
    record Outcome(int takenIn, int failed) {}

    /** One replay of a topic runs at a time. */
    synchronized Outcome replay(String topic) {
        var aside = topics.deadLetters(topic);
        try (var consumer = consumers.createConsumer(service.group() + ".replay", null)) {
            var partitions = consumer.partitionsFor(aside).stream()
                    .map(partition -> new TopicPartition(aside, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            startWhereTheLastEnded(consumer, partitions);
            var ends = consumer.endOffsets(partitions);
            int takenIn = 0;
            int failed = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(WAIT)) {
                    if (!isOurs(record) || record.offset() >= ends.getOrDefault(partition(record), 0L)) {
                        continue;
                    }
                    if (isTakenIn(topic, record)) {
                        takenIn++;
                    } else {
                        failed++;
                    }
                }
                consumer.commitSync(reached(consumer, ends));
            }
            return new Outcome(takenIn, failed);
        }
    }

    /** Not beyond what stood there at the start: what was put aside again since is for the next replay. */
    private static Map<TopicPartition, OffsetAndMetadata> reached(
            Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        var reached = new HashMap<TopicPartition, OffsetAndMetadata>();
        ends.forEach((partition, end) ->
                reached.put(partition, new OffsetAndMetadata(Math.min(end, consumer.position(partition)))));
        return reached;
    }

    /** Several services listen to a topic; each puts aside for itself. */
    private boolean isOurs(ConsumerRecord<?, ?> record) {
        var group = record.headers().lastHeader(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP);
        return group != null && new String(group.value(), StandardCharsets.UTF_8).equals(service.group());
    }

    private boolean isTakenIn(String topic, ConsumerRecord<String, byte[]> record) {
        try {
            service.take(topic, events.deserialize(record.topic(), record.headers(), record.value()));
            return true;
        } catch (RuntimeException failure) {
            log.warn(
                    "Offset {} of {} failed again: {}",
                    record.offset(),
                    record.topic(),
                    failure.getClass().getName());
            kafka.send(new ProducerRecord<>(
                            record.topic(), record.partition(), record.key(), record.value(), record.headers()))
                    .join();
            return false;
        }
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static void startWhereTheLastEnded(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(java.util.Set.copyOf(partitions));
        for (var partition : partitions) {
            var last = committed.get(partition);
            if (last == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, last.offset());
            }
        }
    }
}
