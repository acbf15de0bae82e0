package nl.datakade.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BacklogTests {

    private static final UUID COUNTERS = UUID.randomUUID();
    private static final UUID WEATHER = UUID.randomUUID();

    private final Backlog backlog = new Backlog(12);

    @Test
    void whatLandedBeforeIsPassedOver() {
        backlog.begin(0, Map.of(COUNTERS, 5L));
        add(COUNTERS, 4);
        add(COUNTERS, 5);
        var batch = first(COUNTERS);
        assertThat(batch.from()).isEqualTo(5);
        assertThat(batch.to()).isEqualTo(6);
    }

    @Test
    void oneDatasetDoesNotHoldUpAnotherNorIsItForgotten() {
        backlog.begin(0, Map.of());
        add(COUNTERS, 0);
        add(WEATHER, 1);
        add(WEATHER, 2);
        var weather = first(WEATHER);
        backlog.reached(WEATHER, 0, weather.to());
        assertThat(backlog.lowWater(0, 3)).as("the counters still wait").isZero();
        backlog.reached(COUNTERS, 0, 1);
        assertThat(backlog.lowWater(0, 3)).isEqualTo(3);
        assertThat(backlog.bytes()).isZero();
    }

    @Test
    void aPartitionGivenAwayLeavesNothing() {
        backlog.begin(0, Map.of());
        add(COUNTERS, 0);
        backlog.end(0);
        assertThat(backlog.count()).isZero();
        assertThat(backlog.bytes()).isZero();
        assertThat(backlog.firsts()).isEmpty();
    }

    @Test
    void whatCannotLandTakesOnlyItsShareAndIsFetchedAnewLater() {
        backlog.begin(0, Map.of());
        for (int offset = 0; offset < 10; offset++) {
            add(COUNTERS, offset);
        }
        assertThat(backlog.failed(COUNTERS, 0)).isEqualTo(1);
        assertThat(backlog.bytes()).as("four of three bytes").isEqualTo(12);
        add(COUNTERS, 10);
        add(WEATHER, 11);
        assertThat(backlog.count()).isEqualTo(5);
        assertThat(backlog.failed(COUNTERS, 0)).isEqualTo(2);
        backlog.reached(WEATHER, 0, 12);
        assertThat(backlog.anew(0)).as("it still cannot land").isEmpty();

        backlog.reached(COUNTERS, 0, first(COUNTERS).to());
        assertThat(backlog.lowWater(0, 12)).isEqualTo(4);
        assertThat(backlog.anew(0)).hasValue(4);
        for (int offset = 4; offset < 11; offset++) {
            add(COUNTERS, offset);
        }
        add(WEATHER, 11);
        assertThat(first(COUNTERS).from()).isEqualTo(4);
        assertThat(first(COUNTERS).to()).isEqualTo(11);
        assertThat(backlog.count()).as("what landed does not come back").isEqualTo(7);
    }

    @Test
    void whatIsFetchedTwiceWaitsOnce() {
        backlog.begin(0, Map.of());
        add(COUNTERS, 0);
        add(COUNTERS, 1);
        add(COUNTERS, 0);
        add(COUNTERS, 1);
        assertThat(first(COUNTERS).waiting()).hasSize(2);
    }

    private void add(UUID dataset, long offset) {
        var one = new ObservationRecord(dataset, "client", 1, null, List.of(), new byte[] {'{', '}', '\n'});
        backlog.add(0, offset, one, offset);
    }

    private Backlog.Batch first(UUID dataset) {
        var first = backlog.firsts().stream()
                .filter(batch -> batch.datasetId().equals(dataset))
                .findFirst()
                .orElseThrow();
        return backlog.batch(first, 100).orElseThrow();
    }
}
