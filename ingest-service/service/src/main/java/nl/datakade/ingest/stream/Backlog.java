package nl.datakade.ingest.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicIdPartition;

/**
 * What was fetched from Kafka and waits to land, dataset by dataset. Of a dataset that cannot land only so much is kept,
 * lest it take the room of all others; the rest is passed by, to be fetched anew when that has landed. Used by several
 * threads.
 */
final class Backlog {

    /**
     * One dataset's observations in one partition; in order there, and landing in that order.
     *
     * @param from the offset up to which all have landed
     */
    record Batch(UUID datasetId, TopicIdPartition partition, long from, List<Waiting> waiting) {
        long to() {
            return waiting.getLast().offset() + 1;
        }
    }

    record Waiting(long offset, ObservationRecord observations, long sinceNanos) {
        int bytes() {
            return observations.lines().length;
        }
    }

    private record Lane(UUID datasetId, TopicIdPartition partition) {}

    private final Map<Lane, Deque<Waiting>> lanes = new HashMap<>();
    private final Map<Lane, Long> landed = new HashMap<>();
    private final Map<Lane, Integer> failures = new HashMap<>();
    private final Map<Lane, Long> passedBy = new HashMap<>();
    private final long share;
    private long bytes;

    /** @param share bytes kept of a dataset that cannot land */
    Backlog(long share) {
        this.share = share;
    }

    /** A partition was given to this instance; so far its datasets had come. */
    synchronized void begin(TopicIdPartition partition, Map<UUID, Long> nextOffsets) {
        end(partition);
        nextOffsets.forEach((dataset, offset) -> landed.put(new Lane(dataset, partition), offset));
    }

    synchronized void end(TopicIdPartition partition) {
        lanes.entrySet().removeIf(lane -> {
            if (!lane.getKey().partition().equals(partition)) {
                return false;
            }
            bytes -= lane.getValue().stream().mapToLong(Waiting::bytes).sum();
            return true;
        });
        landed.keySet().removeIf(lane -> lane.partition().equals(partition));
        failures.keySet().removeIf(lane -> lane.partition().equals(partition));
        passedBy.keySet().removeIf(lane -> lane.partition().equals(partition));
    }

    /** Unless it has landed, waits already, or stands behind what was passed by. */
    synchronized void add(TopicIdPartition partition, long offset, ObservationRecord observations, long nanos) {
        var lane = new Lane(observations.datasetId(), partition);
        var waiting = lanes.getOrDefault(lane, new ArrayDeque<>());
        if (offset < landed.getOrDefault(lane, 0L)
                || passedBy.containsKey(lane)
                || (!waiting.isEmpty() && offset <= waiting.getLast().offset())) {
            return;
        }
        if (failures.containsKey(lane) && bytes(waiting) >= share) {
            passedBy.put(lane, offset);
            return;
        }
        waiting.add(new Waiting(offset, observations, nanos));
        lanes.putIfAbsent(lane, waiting);
        bytes += observations.lines().length;
    }

    private static long bytes(Deque<Waiting> waiting) {
        return waiting.stream().mapToLong(Waiting::bytes).sum();
    }

    /** The dataset's first could not land; how often that was so. */
    synchronized int failed(UUID datasetId, TopicIdPartition partition) {
        var lane = new Lane(datasetId, partition);
        var waiting = lanes.get(lane);
        if (waiting == null) {
            return 1;
        }
        long kept = bytes(waiting);
        while (kept > share && waiting.size() > 1) {
            var last = waiting.removeLast();
            kept -= last.bytes();
            bytes -= last.bytes();
            passedBy.put(lane, last.offset());
        }
        return failures.merge(lane, 1, Integer::sum);
    }

    /** From where the partition is to be fetched anew, once all that was kept of a dataset has landed. */
    synchronized OptionalLong anew(TopicIdPartition partition) {
        var from = passedBy.entrySet().stream()
                .filter(lane -> lane.getKey().partition().equals(partition) && !lanes.containsKey(lane.getKey()))
                .mapToLong(Map.Entry::getValue)
                .min();
        passedBy.keySet().removeIf(lane -> lane.partition().equals(partition) && !lanes.containsKey(lane));
        return from;
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
    synchronized void reached(UUID datasetId, TopicIdPartition partition, long offset) {
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
            failures.remove(lane);
        }
    }

    /** Below this everything of the partition has landed. */
    synchronized long lowWater(TopicIdPartition partition, long position) {
        var waiting = lanes.entrySet().stream()
                .filter(lane -> lane.getKey().partition().equals(partition)
                        && !lane.getValue().isEmpty())
                .mapToLong(lane -> lane.getValue().getFirst().offset());
        var passed = passedBy.entrySet().stream()
                .filter(lane -> lane.getKey().partition().equals(partition))
                .mapToLong(Map.Entry::getValue);
        return LongStream.concat(waiting, passed).min().orElse(position);
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
