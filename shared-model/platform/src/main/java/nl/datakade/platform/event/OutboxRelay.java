package nl.datakade.platform.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.data.BytesCloudEventData;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what stands in the outbox: selects, publishes, waits for Kafka's acknowledgement, marks. Killed between
 * publish and mark it publishes again with the same event id, which consumers recognise. Several instances of a
 * service take turns by an advisory lock.
 */
class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 200;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KafkaTemplate<String, CloudEvent> kafka;
    private final Topics topics;
    private final URI source;
    private final RelayProperties properties;
    private final Clock clock;
    private final Semaphore work = new Semaphore(0);
    private Instant tidyAt = Instant.MIN;
    private @Nullable Thread thread;

    OutboxRelay(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            KafkaTemplate<String, CloudEvent> kafka,
            Topics topics,
            URI source,
            RelayProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.kafka = kafka;
        this.topics = topics;
        this.source = source;
        this.properties = properties;
        this.clock = clock;
    }

    void wake() {
        work.release();
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::relay);
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void relay() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                while (publishBatch() == BATCH) {
                    log.debug("Outbox holds more than {} events", BATCH);
                }
                if (work.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    gather();
                } else {
                    tidy();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                log.warn("Outbox not published, trying again: {}", failure.toString());
                pause();
            }
        }
    }

    /** What is announced within a moment of each other goes out together. */
    private void gather() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(properties.gather().toMillis());
        work.drainPermits();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(properties.retry().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many were published. */
    int publishBatch() {
        Integer published = transaction.execute(_ -> {
            var mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('outbox:' || current_schema()))")
                    .query(Boolean.class)
                    .single();
            return mine ? published(unpublished()) : 0;
        });
        return published == null ? 0 : published;
    }

    private List<Row> unpublished() {
        return jdbc.sql("""
                        select event_id, topic, type, stream, key, payload, trace_parent, created_at
                        from outbox where published_at is null order by sequence limit :batch""")
                .param("batch", BATCH)
                .query((row, _) -> new Row(
                        row.getObject("event_id", UUID.class),
                        row.getString("topic"),
                        row.getString("type"),
                        row.getObject("stream", UUID.class),
                        row.getString("key"),
                        row.getString("payload"),
                        row.getString("trace_parent"),
                        row.getTimestamp("created_at")))
                .list();
    }

    private int published(List<Row> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        var sent = rows.stream().map(row -> kafka.send(record(row))).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).join();
        mark(rows);
        return rows.size();
    }

    private void mark(List<Row> published) {
        jdbc.sql("update outbox set published_at = :now where event_id in (:ids)")
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", published.stream().map(Row::eventId).toList())
                .update();
    }

    private ProducerRecord<String, CloudEvent> record(Row row) {
        var event = CloudEventBuilder.v1()
                .withId(row.eventId().toString())
                .withSource(source)
                .withType(row.type())
                .withTime(row.createdAt().toInstant().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withData(BytesCloudEventData.wrap(row.payload().getBytes(StandardCharsets.UTF_8)))
                .build();
        var record = new ProducerRecord<>(
                topics.named(row.topic()), topics.partition(row.topic(), row.stream()), row.key(), event);
        if (row.traceParent() != null) {
            record.headers().add(TraceParent.HEADER, row.traceParent().getBytes(StandardCharsets.US_ASCII));
        }
        return record;
    }

    private void tidy() {
        var now = clock.instant();
        if (now.isBefore(tidyAt)) {
            return;
        }
        jdbc.sql("delete from outbox where published_at < :before")
                .param("before", Timestamp.from(now.minus(KEPT)))
                .update();
        tidyAt = now.plus(TIDY_EVERY);
    }

    private record Row(
            UUID eventId,
            String topic,
            String type,
            UUID stream,
            String key,
            String payload,
            @Nullable String traceParent,
            Timestamp createdAt) {}
}
