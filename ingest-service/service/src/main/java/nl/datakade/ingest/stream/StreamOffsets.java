package nl.datakade.ingest.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicIdPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Up to where observations have landed, beside the versions that they became. */
@Repository
public class StreamOffsets {

    private final JdbcClient jdbc;
    private final ObservationTopic topic;

    StreamOffsets(JdbcClient jdbc, ObservationTopic topic) {
        this.jdbc = jdbc;
        this.topic = topic;
    }

    /** Where to begin with a partition. */
    long lowWater(TopicIdPartition partition) {
        return jdbc.sql("select low_water from stream_partition where topic_id = :topic and partition = :partition")
                .param("topic", ObservationTopic.id(partition))
                .param("partition", partition.partition())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Everything in the partition below this has landed. */
    void lowWater(TopicIdPartition partition, long offset) {
        jdbc.sql("""
                        insert into stream_partition as known (topic_id, partition, low_water)
                        values (:topic, :partition, :offset)
                        on conflict (topic_id, partition) do update set low_water = excluded.low_water
                        where known.low_water < excluded.low_water""")
                .param("topic", ObservationTopic.id(partition))
                .param("partition", partition.partition())
                .param("offset", offset)
                .update();
    }

    /** The next offset of each dataset of a partition. */
    Map<UUID, Long> of(TopicIdPartition partition) {
        var offsets = new HashMap<UUID, Long>();
        jdbc.sql("""
                        select dataset_id, next_offset from stream_offset
                        where topic_id = :topic and partition = :partition""")
                .param("topic", ObservationTopic.id(partition))
                .param("partition", partition.partition())
                .query(row -> {
                    offsets.put(row.getObject("dataset_id", UUID.class), row.getLong("next_offset"));
                });
        return offsets;
    }

    long next(UUID dataset, TopicIdPartition partition) {
        return jdbc.sql("""
                        select next_offset from stream_offset
                        where dataset_id = :dataset and topic_id = :topic and partition = :partition""")
                .param("dataset", dataset)
                .param("topic", ObservationTopic.id(partition))
                .param("partition", partition.partition())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Not so long as Kafka cannot say which topic the position is in. */
    public boolean hasLanded(UUID dataset, Position position) {
        return topic.partition(position.partition())
                .map(partition -> next(dataset, partition) > position.offset())
                .orElse(false);
    }

    /** False when somebody else has landed them meanwhile; then the transaction must not be committed. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean advance(UUID dataset, TopicIdPartition partition, long from, long to) {
        return jdbc.sql("""
                        insert into stream_offset as known (dataset_id, topic_id, partition, next_offset)
                        values (:dataset, :topic, :partition, :to)
                        on conflict (dataset_id, topic_id, partition) do update set next_offset = excluded.next_offset
                        where known.next_offset = :from""")
                        .param("dataset", dataset)
                        .param("topic", ObservationTopic.id(partition))
                        .param("partition", partition.partition())
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }
}
