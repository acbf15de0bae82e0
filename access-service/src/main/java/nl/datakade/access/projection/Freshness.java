package nl.datakade.access.projection;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import nl.datakade.platform.event.Subscriptions;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How old the projections are: everything that stood in the topics at some moment has been taken in, and the age is
 * the time since that moment. It grows while consumers are behind, and also while Kafka cannot be asked. What was put aside
 * has not been taken in. To decide on older knowledge would let somebody in who was shut out meanwhile.
 */
@Component
public class Freshness {

    private static final Logger log = LoggerFactory.getLogger(Freshness.class);
    private static final int SECONDS_FOR_KAFKA = 5;

    private final Admin kafka;
    private final Subscriptions subscriptions;
    private final PutAside putAside;
    private final Duration bound;
    private final Clock clock;
    private volatile Instant freshAt = Instant.MIN;
    private volatile Map<String, Integer> waiting = Map.of();
    private Map<TopicPartition, Long> awaited = Map.of();
    private Instant awaitedSince = Instant.MIN;

    Freshness(
            KafkaConnectionDetails address,
            Subscriptions subscriptions,
            PutAside putAside,
            @Value("${datakade.access.staleness}") Duration bound,
            Clock clock) {
        this.kafka = Admin.create(Map.of("bootstrap.servers", String.join(",", address.getBootstrapServers())));
        this.subscriptions = subscriptions;
        this.putAside = putAside;
        this.bound = bound;
        this.clock = clock;
    }

    /** Refuses when what is known is older than the bound, or lacks what was put aside. */
    public void require() {
        if (!waiting.isEmpty()) {
            throw new ProjectionIncomplete(waiting);
        }
        var age = age();
        if (age.compareTo(bound) > 0) {
            throw new ProjectionStale(age);
        }
    }

    public Duration age() {
        return freshAt.equals(Instant.MIN) ? Duration.ofDays(1) : Duration.between(freshAt, clock.instant());
    }

    @Scheduled(fixedDelay = 1_000)
    synchronized void look() {
        try {
            var now = clock.instant();
            // in this order: what the group passed by putting it aside is seen here
            var taken = committed(subscriptions.group());
            var replayed = committed(putAside.replayGroup());
            waiting = putAside.waiting(ends(putAside.topics()), replayed);
            var ends = ends(subscriptions.topics());
            if (reaches(taken, ends)) {
                freshAt = now;
            } else if (!awaited.isEmpty() && reaches(taken, awaited)) {
                freshAt = awaitedSince;
            } else if (!awaited.isEmpty()) {
                return; // still waiting for what stood there then
            }
            awaited = ends;
            awaitedSince = now;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            log.warn("Kafka does not say how far the projections are: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void close() {
        kafka.close(Duration.ofSeconds(1));
    }

    private static boolean reaches(Map<TopicPartition, Long> taken, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> taken.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private Map<TopicPartition, Long> ends(List<String> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        var latest =
                kafka.describeTopics(topics).allTopicNames().get(SECONDS_FOR_KAFKA, TimeUnit.SECONDS).values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        kafka.listOffsets(latest)
                .all()
                .get(SECONDS_FOR_KAFKA, TimeUnit.SECONDS)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private Map<TopicPartition, Long> committed(String group)
            throws ExecutionException, InterruptedException, TimeoutException {
        var committed = new HashMap<TopicPartition, Long>();
        kafka.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(SECONDS_FOR_KAFKA, TimeUnit.SECONDS)
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }
}
