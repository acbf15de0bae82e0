package nl.datakade.platform.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cloudevents.SpecVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.datakade.contracts.catalog.DepartmentState;
import nl.datakade.contracts.ingest.DeliveryLanded;
import nl.datakade.platform.event.Outbox;
import nl.datakade.testkit.BackingServices;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** Written once, published in order, taken in once; what cannot be taken in is put aside. */
@BackingServices("ingest")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.application.name=ingest")
class EventsIT {

    private static final String TOPIC = "datakade.ingest.delivery";

    @LocalServerPort
    int port;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anEventOfACommittedTransactionIsPublishedAsACloudEventOfTheCity() {
        var event = landed("published", 1);
        transaction.executeWithoutResult(_ -> outbox.announce(event));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestEvents.of(DeliveryLanded.class).contains(event));
        var record = TestEvents.on(TOPIC).stream()
                .filter(found -> found.key().equals(event.key()))
                .findFirst()
                .orElseThrow();
        assertThat(record.value().getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(record.value().getSource()).hasToString("urn:nld:oin:00000099000000001000:systeem:ingest");
        assertThat(record.headers().lastHeader("ce_type")).as("binary mode").isNotNull();
    }

    @Test
    void anEventOfARolledBackTransactionIsNeverPublished() {
        var undone = landed("undone", 1);
        var kept = landed("kept", 1);
        transaction.executeWithoutResult(status -> {
            outbox.announce(undone);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(_ -> outbox.announce(kept));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestEvents.of(DeliveryLanded.class).contains(kept));
        assertThat(TestEvents.of(DeliveryLanded.class)).doesNotContain(undone);
    }

    @Test
    void aThousandEventsOfOneStreamArriveInTheirOrder() {
        var dataset = UuidCreator.getTimeOrderedEpoch();
        for (int start = 1; start <= 1_000; start += 50) {
            int from = start;
            transaction.executeWithoutResult(_ -> IntStream.range(from, from + 50)
                    .forEach(version -> outbox.announce(landed(dataset, "orderly", version))));
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> heard("orderly").size() == 1_000);
        assertThat(heard("orderly")).isSorted();
    }

    @Test
    void anEventOfANewerVersionIsTakenIn() {
        TestEvents.publishNewer(landed("of-a-newer-version", 1));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> heard("of-a-newer-version").size() == 1);
    }

    @Test
    void theSameEventTwiceDoesItsWorkOnce() {
        var id = UUID.randomUUID().toString();
        TestEvents.publish(id, landed(UuidCreator.getTimeOrderedEpoch(), "twice", 1));
        var stream = UuidCreator.getTimeOrderedEpoch();
        TestEvents.publish(id, landed(stream, "twice", 1));
        TestEvents.publish(id, landed(stream, "twice", 1));
        TestEvents.publish(landed(stream, "after-twice", 1));

        await().atMost(Duration.ofSeconds(20)).until(() -> heard("after-twice").size() == 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> heard("twice").size() == 1);
    }

    @Test
    void aPoisonEventIsPutAsideWithItsReasonAndTheNextIsTakenIn() {
        var stream = UuidCreator.getTimeOrderedEpoch();
        var poison = landed(stream, "poison", 1);
        TestEvents.publish(poison);
        TestEvents.publish(landed(stream, "after-poison", 1));

        await().atMost(Duration.ofSeconds(30)).until(() -> heard("after-poison").size() == 1);
        var aside = TestEvents.on(TOPIC + ".dlt").stream()
                .filter(found -> found.key().equals(poison.key()))
                .findFirst()
                .orElseThrow();
        assertThat(new String(
                        aside.headers()
                                .lastHeader("kafka_dlt-exception-cause-fqcn")
                                .value(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(IllegalStateException.class.getName());
        assertThat(aside.headers().lastHeader("kafka_dlt-exception-message")).isNull();
        assertThat(heard("poison")).as("its work was rolled back").isEmpty();
    }

    @Test
    void whatWasPutAsideIsTakenInOnceAfterItsCauseIsMendedAndNeverGoesBackToItsTopic() {
        var stream = UuidCreator.getTimeOrderedEpoch();
        TestEvents.publish(landed(stream, "poison-for-a-while", 1));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> TestEvents.on(TOPIC + ".dlt").stream()
                        .anyMatch(found -> found.key().equals(stream.toString())));

        assertThat(replay(TOPIC).path("failed").asInt())
                .as("its cause is there")
                .isPositive();
        assertThat(heard("poison-for-a-while")).isEmpty();

        Hearing.cured = true;
        try {
            assertThat(replay(TOPIC).path("events").asInt()).isPositive();
            assertThat(heard("poison-for-a-while")).hasSize(1);
            assertThat(replay(TOPIC).path("events").asInt())
                    .as("taken in already")
                    .isZero();
            assertThat(TestEvents.on(TOPIC))
                    .filteredOn(found -> found.key().equals(stream.toString()))
                    .as("never newer than what came after it")
                    .hasSize(1);
        } finally {
            Hearing.cured = false;
        }
    }

    @Test
    void theTraceOfARequestGoesOnWhereItsEventIsTakenIn() {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        admin().post()
                .uri("/echo/v1/announcements")
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"slug\":\"traced\",\"revisions\":1,\"broken\":false}")
                .retrieve()
                .toBodilessEntity();

        await().atMost(Duration.ofSeconds(20)).until(() -> heard("traced").size() == 1);
        assertThat(jdbc.sql("select trace from heard where dataset = 'traced'")
                        .query(String.class)
                        .single())
                .isEqualTo(trace);
    }

    private JsonNode replay(String topic) {
        var answer = admin().post()
                .uri("/ingest/v1/dead-letters/{topic}/replays", topic)
                .retrieve()
                .body(JsonNode.class);
        return java.util.Objects.requireNonNull(answer);
    }

    private RestClient admin() {
        return RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeaders(headers -> headers.setBearerAuth(Tokens.of("admin")))
                .build();
    }

    @Test
    void stateIsKeptPerKeyAndRevision() {
        var state = new DepartmentState("mobiliteit", 1, "Mobiliteit", true, Instant.parse("2026-03-01T08:00:00Z"));
        transaction.executeWithoutResult(_ -> outbox.announce(state));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestEvents.of(DepartmentState.class).contains(state));
        assertThat(TestEvents.on("datakade.catalog.department"))
                .anySatisfy(found -> assertThat(found.key()).isEqualTo("mobiliteit"));
    }

    private List<Integer> heard(String dataset) {
        return jdbc
                .sql("select version from heard where dataset = :dataset order by position")
                .param("dataset", dataset)
                .query(Integer.class)
                .list()
                .stream()
                .map(java.util.Objects::requireNonNull)
                .toList();
    }

    static DeliveryLanded landed(String dataset, int version) {
        return landed(UuidCreator.getTimeOrderedEpoch(), dataset, version);
    }

    static DeliveryLanded landed(UUID datasetId, String dataset, int version) {
        return new DeliveryLanded(
                datasetId,
                dataset,
                "mobiliteit",
                UuidCreator.getTimeOrderedEpoch(),
                version,
                "landing/x",
                1,
                "00",
                "text/csv",
                "client",
                Instant.parse("2026-03-01T08:00:00Z"));
    }
}
