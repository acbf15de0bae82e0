package nl.datakade.ingest.stream;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes versions of what comes along, for as long as the service runs. Of a dataset one version is under way at a time,
 * from landing to judgement: so there are as many versions as the city can judge, and none waits behind others.
 */
@Component
class StreamLanding implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StreamLanding.class);
    private static final int SIDE_BY_SIDE = 2;

    /** Of the room for what waits one dataset that cannot land has this part. */
    private static final int SHARES = 16;

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration AFTER_FAILURES = Duration.ofMinutes(1);
    private static final Duration KEEP = Duration.ofSeconds(5);

    private final ObservationFeed feed;
    private final StreamPace pace;
    private final LandBatch landBatch;
    private final StreamOffsets offsets;
    private final StreamProperties properties;
    private final StreamMetrics metrics;
    private final Clock clock;
    private final Backlog backlog;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Long> notBefore = new ConcurrentHashMap<>();
    private @Nullable Thread thread;
    private volatile boolean running;

    StreamLanding(
            ObservationFeed feed,
            StreamPace pace,
            LandBatch landBatch,
            StreamOffsets offsets,
            StreamProperties properties,
            StreamMetrics metrics,
            Clock clock) {
        this.feed = feed;
        this.pace = pace;
        this.landBatch = landBatch;
        this.offsets = offsets;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
        this.backlog = new Backlog(properties.ahead().toBytes() / SHARES);
        metrics.watch(backlog);
    }

    @Override
    public synchronized void start() {
        if (properties.lands() && thread == null) {
            running = true;
            thread = Thread.ofPlatform().name("stream-landing").daemon().start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(8));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try (var landings = Executors.newFixedThreadPool(
                SIDE_BY_SIDE, Thread.ofPlatform().name("stream-", 0).daemon().factory())) {
            while (running) {
                try (var open = feed.open(backlog)) {
                    land(open, landings);
                } catch (RuntimeException failure) {
                    log.warn("Observations wait: {}", failure.toString());
                    pause();
                }
            }
        }
    }

    private void land(ObservationFeed.Open open, ExecutorService landings) {
        long keepAt = System.nanoTime() + KEEP.toNanos();
        while (running) {
            open.fetch(LOOK, backlog.bytes() > properties.ahead().toBytes());
            metrics.behind(open.behind());
            beginDue(landings);
            if (System.nanoTime() > keepAt) {
                open.keepLowWaters();
                keepAt = System.nanoTime() + KEEP.toNanos();
            }
        }
    }

    private void beginDue(ExecutorService landings) {
        var due = underWay.size() < SIDE_BY_SIDE
                ? backlog.firsts().stream().filter(this::isDue).toList()
                : List.<Backlog.Batch>of();
        if (due.isEmpty()) {
            return;
        }
        var datasets = due.stream().map(Backlog.Batch::datasetId).collect(Collectors.toSet());
        var notYet = pace.notYet(datasets, clock.instant());
        for (var first : due) {
            // of several partitions the same dataset may be due
            if (underWay.size() < SIDE_BY_SIDE && !notYet.contains(first.datasetId()) && isDue(first)) {
                begin(first, landings);
            }
        }
    }

    private boolean isDue(Backlog.Batch first) {
        long now = System.nanoTime();
        return !underWay.contains(first.datasetId())
                && now - first.waiting().getFirst().sinceNanos()
                        >= properties.linger().toNanos()
                && now - notBefore.getOrDefault(first.datasetId(), now) >= 0;
    }

    private void begin(Backlog.Batch first, ExecutorService landings) {
        underWay.add(first.datasetId());
        landings.execute(() -> {
            try {
                backlog.batch(first, properties.most()).ifPresent(this::land);
            } finally {
                underWay.remove(first.datasetId());
            }
        });
    }

    private void land(Backlog.Batch batch) {
        try {
            if (landBatch.land(batch)) {
                backlog.reached(batch.datasetId(), batch.partition(), batch.to());
            } else {
                backlog.reached(
                        batch.datasetId(), batch.partition(), offsets.next(batch.datasetId(), batch.partition()));
            }
            notBefore.remove(batch.datasetId());
        } catch (Exception failure) {
            metrics.failed();
            log.warn("Observations of {} land later: {}", batch.datasetId(), failure.toString());
            int times = backlog.failed(batch.datasetId(), batch.partition());
            notBefore.put(
                    batch.datasetId(), System.nanoTime() + waitAfter(times).toNanos());
        }
    }

    /** Longer each time: what fails again and again is not to keep others from their turn. */
    private static Duration waitAfter(int failures) {
        return Duration.ofSeconds(
                Math.min(AFTER_FAILURES.toSeconds(), AFTER_FAILURE.toSeconds() << Math.min(failures - 1, 10)));
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(AFTER_FAILURE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
