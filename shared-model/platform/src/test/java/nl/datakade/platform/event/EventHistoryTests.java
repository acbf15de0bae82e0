package nl.datakade.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import nl.datakade.contracts.ingest.DeliveryLanded;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.databind.json.JsonMapper;

/** On a consumer that knows how far a topic goes, and to which nothing comes. */
@Timeout(20)
class EventHistoryTests {

    private static final String TOPIC = "datakade.ingest.delivery";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final MockConsumer<String, CloudEvent> consumer = new MockConsumer<>("earliest");

    @BeforeEach
    void topic() {
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    @Test
    void whatDoesNotComeIsNotWaitedForForEver() {
        consumer.updateEndOffsets(Map.of(PARTITION, 3L));

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        EventHistoryUnavailable.class,
                        away -> assertThat(away.status().value()).isEqualTo(503));
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void aKafkaThatDoesNotAnswerIsToldAsSuch() {
        consumer.updateEndOffsets(Map.of(PARTITION, 3L));
        consumer.setPollException(new TimeoutException("no answer"));

        assertThatThrownBy(this::read).isInstanceOf(EventHistoryUnavailable.class);
    }

    @Test
    void aTopicWithoutEventsIsDoneAtOnce() {
        consumer.updateEndOffsets(Map.of(PARTITION, 0L));

        read();

        assertThat(consumer.closed()).isTrue();
    }

    private void read() {
        var history = new EventHistory(
                new One(consumer), new Topics(new TopicProperties("", 1, 1)), "ingest", new JsonMapper(), ticking());
        history.forEach(DeliveryLanded.class, event -> {
            throw new AssertionError(event);
        });
    }

    /** A second later each time that it is asked. */
    private static InstantSource ticking() {
        var seconds = new long[1];
        return () -> Instant.EPOCH.plusSeconds(seconds[0]++);
    }

    private record One(Consumer<String, CloudEvent> consumer) implements ConsumerFactory<String, CloudEvent> {

        @Override
        public Consumer<String, CloudEvent> createConsumer(
                @Nullable String group,
                @Nullable String prefix,
                @Nullable String suffix,
                @Nullable Properties properties) {
            return consumer;
        }

        @Override
        public boolean isAutoCommit() {
            return false;
        }
    }
}
