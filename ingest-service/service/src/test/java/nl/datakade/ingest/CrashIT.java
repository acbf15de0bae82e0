package nl.datakade.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.testkit.CrashPoint;
import nl.datakade.testkit.CrashPoint.Moment;
import nl.datakade.testkit.OwnSystem;
import nl.datakade.testkit.RestartedService;
import nl.datakade.testkit.ServiceProcess;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ingest killed at the worst moments: nothing is lost, nothing doubled, nothing half-written is seen. */
@OwnSystem
class CrashIT {

    private static final String CSV = "telpunt;aantal\nF01;1204\nF02;88\n";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final ServiceProcess.Starter STARTER = ServiceProcess.of("ingest", IngestApplication.class.getName())
            .with("DATAKADE_READING_LEASE", "10s") // on a busy machine a reader renews it late
            .with("DATAKADE_READING_POLL", "200ms");

    private static final RestartedService INGEST = new RestartedService(STARTER);

    private final String name =
            "crash-" + UUID.randomUUID().toString().replaceAll("-", "").replaceFirst("^", "x");
    private final JdbcClient jdbc = AtRest.jdbc();
    private final Bucket bucket = Bucket.current();

    @AfterAll
    static void end() {
        INGEST.close();
    }

    @Test
    void killedBetweenObjectAndCommitTheFileIsNotThereAndCanBeSentAgain() {
        var objectsBefore = bucket.keys("landing/");
        crash(new CrashPoint("nl.datakade.ingest.landing.Register", "register", Moment.BEFORE, 1));

        var orphans = bucket.keys("landing/");
        orphans.removeAll(objectsBefore);
        assertThat(orphans).as("an object that no delivery speaks of").hasSize(1);
        assertThat(deliveries()).isZero();
        assertThat(landings()).isEmpty();

        sweep(orphans);
        var receipt = push(INGEST.alive());
        assertThat(receipt.status()).isEqualTo(201);
        assertThat(receipt.json().required("version").asInt()).isEqualTo(1);
        assertThat(bucket.keys("landing/" + receipt.text("datasetId") + "/")).hasSize(1);
        assertThat(deliveries()).isEqualTo(1);
        AtRest.await();
    }

    /** In a process that takes nothing in: to one that takes an object of this moment for an orphan, what lands is one too. */
    private void sweep(List<String> orphans) {
        try (var _ = STARTER.with("DATAKADE_LANDING_ORPHANS_AFTER", "0s")
                .with("DATAKADE_LANDING_TIDY_EVERY", "1s")
                .start()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(bucket.keys("landing/")).doesNotContainAnyElementsOf(orphans));
        }
    }

    @Test
    void killedBetweenCommitAndAnswerTheSameRequestGetsTheReceipt() {
        crash(new CrashPoint("nl.datakade.ingest.landing.Register", "register", Moment.AFTER, 1));
        assertThat(deliveries()).isEqualTo(1);

        var ingest = INGEST.alive();
        var receipt = push(ingest);
        assertThat(receipt.status()).isEqualTo(201);
        assertThat(receipt.json().required("version").asInt()).isEqualTo(1);
        assertThat(push(ingest).text("deliveryId")).isEqualTo(receipt.text("deliveryId"));
        await().atMost(PATIENCE).until(() -> landings().size() == 1);
        AtRest.await();
        assertThat(deliveries()).isEqualTo(1);
        assertThat(landings()).hasSize(1);
    }

    @Test
    void killedBetweenPublishAndMarkTheLandingIsToldAgainUnderTheSameId() {
        crash(new CrashPoint("nl.datakade.platform.event.OutboxRelay", "mark", Moment.BEFORE, 1));

        INGEST.alive();
        await().atMost(PATIENCE).until(() -> landings().size() >= 2);
        AtRest.await();
        assertThat(landings().stream().map(record -> record.value().getId()).distinct())
                .hasSize(1);
        assertThat(deliveries()).isEqualTo(1);
    }

    @Test
    void killedWithTablesInStorageButNotWrittenDownTheReadingIsDoneAgain() throws Exception {
        crash(new CrashPoint("nl.datakade.ingest.reading.ReadingRecord", "write", Moment.BEFORE, 1));
        assertThat(versions()).isEmpty();

        assertReadOnce();
    }

    @Test
    void killedAfterTheReadingWasWrittenDownItIsNotDoneAgain() throws Exception {
        crash(new CrashPoint("nl.datakade.ingest.reading.ReadDelivery", "read", Moment.AFTER, 1));

        assertReadOnce();
    }

    private void assertReadOnce() throws Exception {
        INGEST.alive();
        await().atMost(PATIENCE)
                .until(() -> "READ".equals(state()) && !versions().isEmpty());
        AtRest.await();
        assertThat(versions().stream().map(record -> record.value().getId()).distinct())
                .hasSize(1);
        var version = TestEvents.of(VersionState.class).stream()
                .filter(state -> state.dataset().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(version.reading()).isEqualTo(1);
        var parts = version.tables().getFirst().parts();
        assertThat(parts).isNotEmpty();
        for (var part : parts) {
            assertThat(sha256(part.key())).isEqualTo(part.sha256());
        }
        assertThat(bucket.keys("tables/" + version.datasetId() + "/"))
                .as("the parts and the manifest, nothing left over")
                .hasSize(parts.size() + 1);
        assertThat(jdbc.sql("select count(*) from reading where dataset_id = :id")
                        .param("id", version.datasetId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** Sends the file to a process that dies of it; the sender sees the connection break at most. */
    private void crash(CrashPoint point) {
        var dying = INGEST.dyingAt(point);
        sender(dying).tryToPush(name, CSV, headers());
        dying.awaitCrash();
    }

    private Http.Answer push(ServiceProcess ingest) {
        return sender(ingest).push(name, CSV, headers());
    }

    private String[] headers() {
        return new String[] {"Content-Type", "text/csv", "Idempotency-Key", name};
    }

    private static Http sender(ServiceProcess ingest) {
        return Http.as(Tokens.department("groen"), ingest.url());
    }

    private long deliveries() {
        return jdbc.sql("select count(*) from delivery where pushed_to = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private String state() {
        return jdbc.sql("select state from version join delivery on id = delivery_id where pushed_to = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private List<ConsumerRecord<String, CloudEvent>> landings() {
        return told("datakade.ingest.delivery", "nl.datakade.ingest.delivery-landed.v1");
    }

    private List<ConsumerRecord<String, CloudEvent>> versions() {
        return told("datakade.ingest.version", "nl.datakade.ingest.version-changed.v1");
    }

    private List<ConsumerRecord<String, CloudEvent>> told(String topic, String type) {
        return TestEvents.on(topic).stream()
                .filter(record -> record.value().getType().equals(type))
                .filter(record -> content(record.value()).contains('"' + name + '"'))
                .toList();
    }

    private static String content(CloudEvent event) {
        return new String(Objects.requireNonNull(event.getData()).toBytes(), StandardCharsets.UTF_8);
    }

    private String sha256(String key) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var in = new DigestInputStream(bucket.open(key), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
