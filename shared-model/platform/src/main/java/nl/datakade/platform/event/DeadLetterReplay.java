package nl.datakade.platform.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends what was put aside back to its topic, once its cause is mended. Each event keeps its id, so services that had
 * taken it in pass it over. A group of its own remembers how far it came: what was sent back is not sent again.
 */
final class DeadLetterReplay {

    private static final String ASIDE = "kafka_dlt-";
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaTemplate<String, byte[]> kafka;
    private final Topics topics;
    private final String group;

    DeadLetterReplay(
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> kafka,
            Topics topics,
            String group) {
        this.consumers = consumers;
        this.kafka = kafka;
        this.topics = topics;
        this.group = group + ".replay";
    }

    /** How many were sent back to the topic. One replay of a topic runs at a time. */
    synchronized int replay(String topic) {
        var aside = topics.deadLetters(topic);
        try (var consumer = consumers.createConsumer(group, null)) {
            var partitions = consumer.partitionsFor(aside).stream()
                    .map(partition -> new TopicPartition(aside, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            startWhereTheLastEnded(consumer, partitions);
            var ends = consumer.endOffsets(partitions);
            int sent = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(WAIT)) {
                    kafka.send(sentBack(record, topics.named(topic))).join();
                    sent++;
                }
                consumer.commitSync();
            }
            return sent;
        }
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

    private static ProducerRecord<String, byte[]> sentBack(ConsumerRecord<String, byte[]> record, String topic) {
        var headers = new RecordHeaders();
        record.headers().forEach(header -> {
            if (!header.key().startsWith(ASIDE)) {
                headers.add(header);
            }
        });
        return new ProducerRecord<>(topic, record.partition(), record.key(), record.value(), headers);
    }
}
