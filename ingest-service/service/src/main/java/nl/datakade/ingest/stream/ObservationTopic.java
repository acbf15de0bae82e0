package nl.datakade.ingest.stream;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * The topic of observations. One that was made anew under the same name has another id, and its offsets begin again: what
 * is known of offsets is known of an id.
 */
class ObservationTopic {

    private final String name;
    private final KafkaAdmin admin;
    private volatile @Nullable Uuid id;

    ObservationTopic(String name, KafkaAdmin admin) {
        this.name = name;
        this.admin = admin;
    }

    String name() {
        return name;
    }

    /** Asks Kafka which one it has now. */
    void find() throws KafkaException {
        id = Objects.requireNonNull(admin.describeTopics(name).get(name), name).topicId();
    }

    /** In the topic last found. */
    TopicIdPartition partition(TopicPartition partition) {
        return new TopicIdPartition(Objects.requireNonNull(id, "not found yet"), partition);
    }

    /** In the topic last found; empty when Kafka could not be asked so far. */
    Optional<TopicIdPartition> partition(int partition) {
        if (id == null) {
            try {
                find();
            } catch (KafkaException away) {
                return Optional.empty();
            }
        }
        return Optional.of(partition(new TopicPartition(name, partition)));
    }

    /** As the database knows it. */
    static UUID id(TopicIdPartition partition) {
        var topic = partition.topicId();
        return new UUID(topic.getMostSignificantBits(), topic.getLeastSignificantBits());
    }
}
