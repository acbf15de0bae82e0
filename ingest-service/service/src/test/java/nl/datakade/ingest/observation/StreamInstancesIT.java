package nl.datakade.ingest.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.datakade.ingest.Bucket;
import nl.datakade.ingest.CurrentRows;
import nl.datakade.ingest.Http;
import nl.datakade.testkit.ServiceProcess;
import nl.datakade.testkit.TestSystem;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Several instances of ingest on the same topics, and a dataset that cannot land while others do. */
class StreamInstancesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PARTITIONS = 6;
    private static final int A_REQUEST = 20;

    private final String run = "inst-x" + UUID.randomUUID().toString().replaceAll("-", "");

    /** On topics of its own: an instance that other tests keep would land batches too. */
    private final ServiceProcess.Starter ingest = ServiceProcess.of("ingest", "nl.datakade.ingest.IngestApplication")
            .with("DATAKADE_KAFKA_TOPIC_PREFIX", TestSystem.current().topicPrefix() + run + ".")
            .with("DATAKADE_STREAM_EVERY", "100ms")
            .with("DATAKADE_STREAM_PATIENCE", "300ms");

    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(
            setting("DATAKADE_POSTGRES_URL"),
            setting("DATAKADE_POSTGRES_USER"),
            setting("DATAKADE_POSTGRES_PASSWORD")));

    private final AtomicBoolean enough = new AtomicBoolean();
    private final ConcurrentHashMap<String, Integer> acknowledged = new ConcurrentHashMap<>();

    @Test
    void twoInstancesTakeAndLandAndWhenOneIsKilledEverythingIsInOnce() {
        try (var living = ingest.start()) {
            try (var dying = ingest.start();
                    var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                var datasets = datasetsInEveryPartition(living);
                var sending = datasets.stream()
                        .map(dataset -> CompletableFuture.runAsync(
                                () -> send(dataset, List.of(living.url(), dying.url())), senders))
                        .toList();
                try {
                    await().atMost(PATIENCE).until(() -> lands(living) && lands(dying) && smallest(datasets) >= 10);
                    int before = smallest(datasets);
                    dying.kill();
                    await().atMost(PATIENCE).until(() -> smallest(datasets) >= before + 10);
                } finally {
                    enough.set(true);
                }
                sending.forEach(CompletableFuture::join);
            }
            acknowledged.forEach((dataset, requests) -> assertIsInOnce(living, dataset, (long) requests * A_REQUEST));
        }
    }

    @Test
    void whatWasPassedByIsFetchedAnewWhenItsDatasetCanLandAgain() {
        var dataset = run + "-stuck";
        try (var process = ingest.with("DATAKADE_STREAM_AHEAD", "64KB").start()) {
            post(process.url(), dataset, 0);
            assertIsInOnce(process, dataset, A_REQUEST);
            jdbc.sql("""
                            insert into stream_part (key, dataset_id, level, revision, rows, bytes, sha256, bounds, since, until)
                            select 'streams/none/' || id, id, 0, -1, 0, 0, '', '{}', now(), now()
                            from dataset where name = :name""").param("name", dataset).update();
            var taken = new AtomicInteger(1);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
                take(process, dataset, taken);
                return process.logged().contains("land later");
            });
            int more = taken.get() + 40;
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
                take(process, dataset, taken);
                return taken.get() >= more;
            });
            jdbc.sql("delete from stream_part where revision = -1 and key like 'streams/none/%'")
                    .update();
            assertIsInOnce(process, dataset, (long) taken.get() * A_REQUEST);
            assertThat(number("select latest_version from dataset where name = :name", dataset))
                    .as("more than was kept while it could not land")
                    .isGreaterThan(2);
        }
    }

    /** Counts the request, if it is taken; else it is said again. */
    private static void take(ServiceProcess process, String dataset, AtomicInteger taken) {
        if (isTaken(process.url(), dataset, taken.get())) {
            taken.incrementAndGet();
        }
    }

    /** Says each request until it is acknowledged, to whichever instance answers. */
    private void send(String dataset, List<String> instances) {
        while (!enough.get()) {
            int number = acknowledged.getOrDefault(dataset, 0);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> isTaken(
                            instances.get(ThreadLocalRandom.current().nextInt(instances.size())), dataset, number));
            acknowledged.put(dataset, number + 1);
        }
    }

    private static boolean isTaken(String instance, String dataset, int number) {
        try {
            return post(instance, dataset, number).status() == 202;
        } catch (AssertionError away) {
            return false;
        }
    }

    private static Http.Answer post(String instance, String dataset, int number) {
        var lines = IntStream.range(0, A_REQUEST)
                .mapToObj(line -> "{\"id\":\"%1$d-%2$d\",\"nummer\":%1$d,\"vulling\":\"%3$s\"}\n"
                        .formatted(number, line, "x".repeat(50)))
                .collect(Collectors.joining());
        return Http.as(Tokens.department("groen"), instance)
                .post(
                        path(dataset),
                        lines.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-ndjson",
                        "Idempotency-Key",
                        dataset + "-" + number);
    }

    /** Whichever partitions an instance is given, one of these datasets is its to land. */
    private List<String> datasetsInEveryPartition(ServiceProcess process) {
        var found = new HashMap<String, String>();
        while (found.size() < PARTITIONS) {
            var dataset = run + "-" + acknowledged.size();
            var sent = post(process.url(), dataset, 0);
            assertThat(sent.status()).as(sent.body()).isEqualTo(202);
            acknowledged.put(dataset, 1);
            found.putIfAbsent(sent.text("position").split("-", 2)[0], dataset);
        }
        return List.copyOf(found.values());
    }

    private int smallest(List<String> datasets) {
        return datasets.stream()
                .mapToInt(dataset -> acknowledged.getOrDefault(dataset, 0))
                .min()
                .orElse(0);
    }

    private static boolean lands(ServiceProcess process) {
        return Http.as(Tokens.of("admin"), process.url())
                .get("/actuator/prometheus")
                .body()
                .lines()
                .anyMatch(line -> line.startsWith("datakade_stream_landed_total") && !line.endsWith(" 0.0"));
    }

    private void assertIsInOnce(ServiceProcess process, String dataset, long observations) {
        await().atMost(PATIENCE)
                .failFast(() -> assertThat(landed(process, dataset))
                        .as(process.logged())
                        .isLessThanOrEqualTo(observations))
                .until(() -> landed(process, dataset) == observations);
        assertThat(CurrentRows.of(jdbc, Bucket.current()::open, dataset, "id"))
                .hasSize((int) observations)
                .doesNotHaveDuplicates();
    }

    private static long landed(ServiceProcess process, String dataset) {
        return Http.as(Tokens.department("groen"), process.url())
                .get(path(dataset))
                .json()
                .required("observations")
                .asLong();
    }

    private long number(String sql, String dataset) {
        return jdbc.sql(sql).param("name", dataset).query(Long.class).single();
    }

    private static String path(String dataset) {
        return "/ingest/v1/datasets/" + dataset + "/observations";
    }

    private static String setting(String variable) {
        return Bucket.setting(variable);
    }
}
