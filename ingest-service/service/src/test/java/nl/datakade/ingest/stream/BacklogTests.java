package nl.datakade.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

class BacklogTests {

    private static final UUID COUNTERS = UUID.randomUUID();
    private static final UUID WEATHER = UUID.randomUUID();

    private static final TopicIdPartition PARTITION =
            new TopicIdPartition(Uuid.ONE_UUID, new TopicPartition("observations", 0));

    private final Backlog backlog = new Backlog(12);

    @Test
    void whatLandedBeforeIsPassedOver() {
        backlog.begin(PARTITION, Map.of(COUNTERS, 5L));
        add(COUNTERS, 4);
        add(COUNTERS, 5);
        var batch = first(COUNTERS);
        assertThat(batch.from()).isEqualTo(5);
        assertThat(batch.to()).isEqualTo(6);
    }

    @Test
    void oneDatasetDoesNotHoldUpAnotherNorIsItForgotten() {
        backlog.begin(PARTITION, Map.of());
        add(COUNTERS, 0);
        add(WEATHER, 1);
        add(WEATHER, 2);
        var weather = first(WEATHER);
        backlog.reached(WEATHER, PARTITION, weather.to());
        assertThat(backlog.lowWater(PARTITION, 3)).as("the counters still wait").isZero();
        backlog.reached(COUNTERS, PARTITION, 1);
        assertThat(backlog.lowWater(PARTITION, 3)).isEqualTo(3);
        assertThat(backlog.bytes()).isZero();
    }

    @Test
    void aPartitionGivenAwayLeavesNothing() {
        backlog.begin(PARTITION, Map.of());
        add(COUNTERS, 0);
        backlog.end(PARTITION);
        assertThat(backlog.count()).isZero();
        assertThat(backlog.bytes()).isZero();
        assertThat(backlog.firsts()).isEmpty();
    }

    @Test
    void whatCannotLandTakesOnlyItsShareAndIsFetchedAnewLater() {
        backlog.begin(PARTITION, Map.of());
        for (int offset = 0; offset < 10; offset++) {
            add(COUNTERS, offset);
        }
        assertThat(backlog.failed(COUNTERS, PARTITION)).isEqualTo(1);
        assertThat(backlog.bytes()).as("four of three bytes").isEqualTo(12);
        add(COUNTERS, 10);
        add(WEATHER, 11);
        assertThat(backlog.count()).isEqualTo(5);
        assertThat(backlog.failed(COUNTERS, PARTITION)).isEqualTo(2);
        backlog.reached(WEATHER, PARTITION, 12);
        assertThat(backlog.anew(PARTITION)).as("it still cannot land").isEmpty();

        backlog.reached(COUNTERS, PARTITION, first(COUNTERS).to());
        assertThat(backlog.lowWater(PARTITION, 12)).isEqualTo(4);
        assertThat(backlog.anew(PARTITION)).hasValue(4);
        for (int offset = 4; offset < 11; offset++) {
            add(COUNTERS, offset);
        }
        add(WEATHER, 11);
        assertThat(first(COUNTERS).from()).isEqualTo(4);
        assertThat(first(COUNTERS).to()).isEqualTo(11);
        assertThat(backlog.count()).as("what landed does not come back").isEqualTo(7);
    }

    @Test
    void aTopicMadeAnewHasItsOwnOffsets() {
        backlog.begin(PARTITION, Map.of(COUNTERS, 5L));
        add(COUNTERS, 5);
        backlog.end(PARTITION);
        var anew = new TopicIdPartition(Uuid.randomUuid(), PARTITION.topicPartition());
        backlog.begin(anew, Map.of());
        backlog.add(anew, 0, one(COUNTERS), 0);
        assertThat(first(COUNTERS).partition()).isEqualTo(anew);
        assertThat(first(COUNTERS).from()).isZero();
    }

    @Test
    void whatIsFetchedTwiceWaitsOnce() {
        backlog.begin(PARTITION, Map.of());
        add(COUNTERS, 0);
        add(COUNTERS, 1);
        add(COUNTERS, 0);
        add(COUNTERS, 1);
        assertThat(first(COUNTERS).waiting()).hasSize(2);
    }

    private void add(UUID dataset, long offset) {
        backlog.add(PARTITION, offset, one(dataset), offset);
    }

    private static ObservationRecord one(UUID dataset) {
        return new ObservationRecord(dataset, "client", 1, null, List.of(), new byte[] {'{', '}', '\n'});
    }

    private Backlog.Batch first(UUID dataset) {
        var first = backlog.firsts().stream()
                .filter(batch -> batch.datasetId().equals(dataset))
                .findFirst()
                .orElseThrow();
        return backlog.batch(first, 100).orElseThrow();
    }
}
