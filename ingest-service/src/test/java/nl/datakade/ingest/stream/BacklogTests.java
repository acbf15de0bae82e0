package nl.datakade.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BacklogTests {

    private static final UUID COUNTERS = UUID.randomUUID();
    private static final UUID WEATHER = UUID.randomUUID();

    private final Backlog backlog = new Backlog();

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
