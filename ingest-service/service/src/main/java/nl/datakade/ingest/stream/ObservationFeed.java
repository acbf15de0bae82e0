package nl.datakade.ingest.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/** Observations as they come along the topic, of the partitions that this instance was given. */
class ObservationFeed {

    private static final Logger log = LoggerFactory.getLogger(ObservationFeed.class);

    private final ConsumerFactory<String, byte[]> consumers;
    private final ObservationTopic topic;
    private final StreamOffsets offsets;

    ObservationFeed(ConsumerFactory<String, byte[]> consumers, ObservationTopic topic, StreamOffsets offsets) {
        this.consumers = consumers;
        this.topic = topic;
        this.offsets = offsets;
    }

    Open open(Backlog backlog) {
        return new Open(consumers.createConsumer(topic.name() + ".landing", null), backlog);
    }

    /** A place in the group; used by one thread. */
    final class Open implements AutoCloseable {

        private final Consumer<String, byte[]> consumer;
        private final Backlog backlog;

        Open(Consumer<String, byte[]> consumer, Backlog backlog) {
            this.consumer = consumer;
            this.backlog = backlog;
            consumer.subscribe(List.of(topic.name()), new Sharing());
        }

        /** Fetches what came, unless enough waits already. */
        void fetch(Duration wait, boolean enough) {
            var mine = consumer.assignment();
            if (enough) {
                consumer.pause(mine);
            } else {
                consumer.resume(consumer.paused());
            }
            for (var partition : mine) {
                backlog.anew(topic.partition(partition)).ifPresent(from -> consumer.seek(partition, from));
            }
            for (var record : consumer.poll(wait)) {
                take(record);
            }
        }

        private void take(ConsumerRecord<String, byte[]> record) {
            try {
                var partition = topic.partition(new TopicPartition(record.topic(), record.partition()));
                backlog.add(partition, record.offset(), ObservationRecord.of(record), System.nanoTime());
            } catch (RuntimeException foreign) {
                // nobody but this service writes to the topic, and it writes whole records
                log.error("Offset {} of {} holds no observations", record.offset(), record.partition(), foreign);
            }
        }

        /** Remembers how far each partition came. */
        void keepLowWaters() {
            consumer.assignment().forEach(this::keepLowWater);
        }

        private void keepLowWater(TopicPartition partition) {
            var mine = topic.partition(partition);
            offsets.lowWater(mine, backlog.lowWater(mine, consumer.position(partition)));
        }

        /** Records that were written and not fetched. */
        long behind() {
            return consumer.assignment().stream()
                    .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                    .sum();
        }

        Set<TopicPartition> assignment() {
            return consumer.assignment();
        }

        @Override
        public void close() {
            consumer.close();
        }

        private final class Sharing implements ConsumerRebalanceListener {

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> given) {
                topic.find();
                var beginnings = consumer.beginningOffsets(given);
                for (var partition : given) {
                    var mine = topic.partition(partition);
                    backlog.begin(mine, offsets.of(mine));
                    var first = beginnings.getOrDefault(partition, 0L);
                    consumer.seek(partition, Math.max(first, offsets.lowWater(mine)));
                }
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> taken) {
                taken.forEach(this::tryToKeepLowWater);
                onPartitionsLost(taken);
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> lost) {
                lost.forEach(partition -> backlog.end(topic.partition(partition)));
            }

            /** Without it the next one only fetches more than it needs. */
            private void tryToKeepLowWater(TopicPartition partition) {
                try {
                    keepLowWater(partition);
                } catch (RuntimeException away) {
                    log.debug("Low water of partition {} not kept", partition.partition(), away);
                }
            }
        }
    }
}
