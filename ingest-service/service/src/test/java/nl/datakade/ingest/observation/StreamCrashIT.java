package nl.datakade.ingest.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.datakade.ingest.Http;
import nl.datakade.testkit.CrashPoint;
import nl.datakade.testkit.CrashPoint.Moment;
import nl.datakade.testkit.ServiceProcess;
import nl.datakade.testkit.TestSystem;
import nl.datakade.testkit.Tokens;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Ingest killed on the way of observations: what was acknowledged lands once, what is sent again lands once; and a topic
 * that had to be made anew is not taken for the one before.
 */
class StreamCrashIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int COUNT = 500;
    private static final String OBSERVATIONS =
            "select observations from stream s join dataset d on d.id = s.dataset_id where d.name = :name";

    private final String name = "crash-x" + UUID.randomUUID().toString().replaceAll("-", "");

    private final String topics = TestSystem.current().topicPrefix() + name + ".";

    /** On topics of its own: an instance that other tests keep would land batches instead of the one that is to die. */
    private final ServiceProcess.Starter ingest = ServiceProcess.of("ingest", "nl.datakade.ingest.IngestApplication")
            .with("DATAKADE_KAFKA_TOPIC_PREFIX", topics)
            .with("DATAKADE_STREAM_EVERY", "100ms")
            .with("DATAKADE_STREAM_PATIENCE", "300ms");

    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(
            setting("DATAKADE_POSTGRES_URL"),
            setting("DATAKADE_POSTGRES_USER"),
            setting("DATAKADE_POSTGRES_PASSWORD")));

    @Test
    void killedBetweenKafkaAndTheAnswerTheSameRequestHasOneEffect() {
        survives(new CrashPoint("nl.datakade.ingest.stream.ObservationLog", "append", Moment.AFTER, 1));
    }

    @Test
    void killedWithItsObjectsInStorageTheBatchLandsAnew() {
        survives(new CrashPoint("nl.datakade.ingest.stream.StreamRecord", "write", Moment.BEFORE, 1));
    }

    @Test
    void killedAfterTheCommitTheBatchDoesNotLandAgain() {
        survives(new CrashPoint("nl.datakade.ingest.stream.StreamRecord", "write", Moment.AFTER, 1));
    }

    @Test
    void aTopicMadeAnewIsReadFromItsBeginning() throws Exception {
        try (var before = ingest.start()) {
            awaitLanded(before, post(before, "{\"nummer\":1}\n{\"nummer\":2}\n", name + "-1"));
            awaitLanded(before, post(before, "{\"nummer\":3}\n", name + "-2"));
        }
        try (var kafka = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, setting("DATAKADE_KAFKA")))) {
            kafka.deleteTopics(Set.of(topics + "datakade.ingest.observation"))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        try (var after = ingest.start()) {
            var sent = post(after, "{\"nummer\":4}\n", name + "-3");
            assertThat(sent.text("position")).as("offsets begin again").endsWith("-0");
            awaitLanded(after, sent);
        }
        assertThat(number(OBSERVATIONS)).isEqualTo(4);
    }

    private void survives(CrashPoint point) {
        try (var dying = ingest.dyingAt(point).start()) {
            tryToSend(dying);
            dying.awaitCrash();
        }
        try (var living = ingest.start()) {
            var again = send(living);
            assertThat(again.status()).as(again.body()).isEqualTo(202);
            awaitLanded(living, again);
            // one more behind it, so that a second landing of the first would show
            var last = post(living, "{\"nummer\":-1}\n", name + "-last");
            awaitLanded(living, last);
        }
        assertThat(number(OBSERVATIONS)).isEqualTo(COUNT + 1);
        assertThat(number("""
                select sum(p.rows) from stream_part p join dataset d on d.id = p.dataset_id
                where d.name = :name and superseded_at is null""")).isEqualTo(COUNT + 1);
        assertThat(number("select count(*) from delivery where pushed_to = :name"))
                .isEqualTo(number("select latest_version from dataset where name = :name"));
    }

    private void awaitLanded(ServiceProcess process, Http.Answer sent) {
        var path = "/ingest/v1/datasets/" + name + "/observations?position=" + sent.text("position");
        try {
            await().atMost(PATIENCE)
                    .until(() ->
                            sender(process).get(path).json().required("landed").asBoolean());
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(process.logged(), late);
        }
    }

    private long number(String sql) {
        return jdbc.sql(sql).param("name", name).query(Long.class).single();
    }

    private void tryToSend(ServiceProcess dying) {
        try {
            send(dying);
        } catch (AssertionError died) {
            if (!(died.getCause() instanceof IOException)) {
                throw died;
            }
        }
    }

    private Http.Answer send(ServiceProcess process) {
        return post(
                process,
                IntStream.range(0, COUNT)
                        .mapToObj(number -> "{\"nummer\":" + number + "}\n")
                        .collect(Collectors.joining()),
                name);
    }

    private Http.Answer post(ServiceProcess process, String lines, String key) {
        return sender(process)
                .post(
                        "/ingest/v1/datasets/" + name + "/observations",
                        lines.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-ndjson",
                        "Idempotency-Key",
                        key);
    }

    private static Http sender(ServiceProcess process) {
        return Http.as(Tokens.department("groen"), process.url());
    }

    private static String setting(String variable) {
        return Objects.requireNonNull(TestSystem.current().environment("ingest").get(variable), variable);
    }
}
