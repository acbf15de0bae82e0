package nl.datakade.ingest.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was fetched from Kafka and waits to land, dataset by dataset. Used by several threads. */
final class Backlog {

    /**
     * One dataset's observations in one partition; in order there, and landing in that order.
     *
     * @param from the offset up to which all have landed
     */
    record Batch(UUID datasetId, int partition, long from, List<Waiting> waiting) {
        long to() {
            return waiting.getLast().offset() + 1;
        }
    }

    record Waiting(long offset, ObservationRecord observations, long sinceNanos) {
        int bytes() {
            return observations.lines().length;
        }
    }

    private record Lane(UUID datasetId, int partition) {}

    private final Map<Lane, Deque<Waiting>> lanes = new HashMap<>();
    private final Map<Lane, Long> landed = new HashMap<>();
    private long bytes;

    /** A partition was given to this instance; so far its datasets had come. */
    synchronized void begin(int partition, Map<UUID, Long> nextOffsets) {
        end(partition);
        nextOffsets.forEach((dataset, offset) -> landed.put(new Lane(dataset, partition), offset));
    }

    synchronized void end(int partition) {
        lanes.entrySet().removeIf(lane -> {
            if (lane.getKey().partition() != partition) {
                return false;
            }
            bytes -= lane.getValue().stream().mapToLong(Waiting::bytes).sum();
            return true;
        });
        landed.keySet().removeIf(lane -> lane.partition() == partition);
    }

    /** Unless it has landed. */
    synchronized void add(int partition, long offset, ObservationRecord observations, long nanos) {
        var lane = new Lane(observations.datasetId(), partition);
        if (offset >= landed.getOrDefault(lane, 0L)) {
            lanes.computeIfAbsent(lane, _ -> new ArrayDeque<>()).add(new Waiting(offset, observations, nanos));
            bytes += observations.lines().length;
        }
    }

    /** The first of each dataset, those that wait longest before others. */
    synchronized List<Batch> firsts() {
        var firsts = new ArrayList<Batch>();
        lanes.forEach((lane, waiting) -> {
            if (!waiting.isEmpty()) {
                firsts.add(new Batch(
                        lane.datasetId(),
                        lane.partition(),
                        landed.getOrDefault(lane, 0L),
                        List.of(waiting.getFirst())));
            }
        });
        firsts.sort(Comparator.comparingLong(batch -> batch.waiting().getFirst().sinceNanos()));
        return firsts;
    }

    /** As much as may land at once, beginning with this. */
    synchronized Optional<Batch> batch(Batch first, int most) {
        var lane = new Lane(first.datasetId(), first.partition());
        var waiting = lanes.getOrDefault(lane, new ArrayDeque<>());
        var chosen = new ArrayList<Waiting>();
        int count = 0;
        for (var one : waiting) {
            count += one.observations().count();
            if (count > most && !chosen.isEmpty()) {
                break;
            }
            chosen.add(one);
        }
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Batch(
                        lane.datasetId(), lane.partition(), landed.getOrDefault(lane, 0L), List.copyOf(chosen)));
    }

    /** Everything of the dataset below this has landed, here or elsewhere. */
    synchronized void reached(UUID datasetId, int partition, long offset) {
        var lane = new Lane(datasetId, partition);
        var waiting = lanes.get(lane);
        if (waiting != null) {
            while (!waiting.isEmpty() && waiting.getFirst().offset() < offset) {
                bytes -= waiting.removeFirst().bytes();
            }
            if (waiting.isEmpty()) {
                lanes.remove(lane);
            }
            landed.merge(lane, offset, Math::max);
        }
    }

    /** Below this everything of the partition has landed. */
    synchronized long lowWater(int partition, long position) {
        return lanes.entrySet().stream()
                .filter(lane -> lane.getKey().partition() == partition
                        && !lane.getValue().isEmpty())
                .mapToLong(lane -> lane.getValue().getFirst().offset())
                .min()
                .orElse(position);
    }

    synchronized long bytes() {
        return bytes;
    }

    /** Observations that wait. */
    synchronized long count() {
        return lanes.values().stream()
                .flatMap(Deque::stream)
                .mapToLong(one -> one.observations().count())
                .sum();
    }
}
