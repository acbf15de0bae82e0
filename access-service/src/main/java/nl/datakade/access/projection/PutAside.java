package nl.datakade.access.projection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.datakade.platform.event.Subscriptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.stereotype.Component;

/**
 * The events that this service could not take in. Its group has passed them, yet what they hold is not known here; they
 * count until a replay has taken them in, which its group's offsets show.
 */
@Component
class PutAside {

    private static final String DEAD_LETTER = ".dlt";
    private static final String REPLAY = ".replay";
    private static final Duration WAIT = Duration.ofMillis(500);

    private final Map<String, Object> settings;
    private final Subscriptions subscriptions;
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private final Map<TopicPartition, NavigableSet<Long>> waiting = new HashMap<>();

    PutAside(KafkaConnectionDetails address, Subscriptions subscriptions) {
        this.settings = Map.of(
                "bootstrap.servers",
                String.join(",", address.getBootstrapServers()),
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false);
        this.subscriptions = subscriptions;
    }

    /** The topics that events are put aside in; all services put them there. */
    List<String> topics() {
        return subscriptions.topics().stream().map(topic -> topic + DEAD_LETTER).toList();
    }

    /** The group that remembers how far was replayed. */
    String replayGroup() {
        return subscriptions.group() + REPLAY;
    }

    /**
     * How many of this service's own events wait, by topic.
     *
     * @param ends of the partitions of these topics
     * @param replayed how far was replayed
     */
    Map<String, Integer> waiting(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> replayed) {
        read(ends, replayed);
        var counts = new TreeMap<String, Integer>();
        waiting.forEach((partition, offsets) -> {
            offsets.headSet(replayed.getOrDefault(partition, 0L)).clear();
            if (!offsets.isEmpty()) {
                counts.merge(topicOf(partition), offsets.size(), Integer::sum);
            }
        });
        return counts;
    }

    private static String topicOf(TopicPartition partition) {
        return partition.topic().substring(0, partition.topic().length() - DEAD_LETTER.length());
    }

    private void read(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> replayed) {
        var from = new HashMap<TopicPartition, Long>();
        ends.forEach((partition, end) -> {
            long next = Math.max(read.getOrDefault(partition, 0L), replayed.getOrDefault(partition, 0L));
            if (next < end) {
                from.put(partition, next);
            }
        });
        if (from.isEmpty()) {
            return;
        }
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            while (from.keySet().stream().anyMatch(partition -> consumer.position(partition) < end(ends, partition))) {
                consumer.poll(WAIT).forEach(this::note);
            }
            from.keySet().forEach(partition -> read.put(partition, consumer.position(partition)));
        }
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /** Who put it aside stands in its header; where nobody does, it may have been this service. */
    private void note(ConsumerRecord<byte[], byte[]> record) {
        var group = record.headers().lastHeader(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP);
        if (group == null || new String(group.value(), StandardCharsets.UTF_8).equals(subscriptions.group())) {
            waiting.computeIfAbsent(new TopicPartition(record.topic(), record.partition()), _ -> new TreeSet<>())
                    .add(record.offset());
        }
    }
}
