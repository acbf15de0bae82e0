package nl.datakade.ingest.source.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import nl.datakade.ingest.AtRest;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.source.Outside;
import nl.datakade.ingest.source.StewardOfSources;
import nl.datakade.testkit.CrashPoint;
import nl.datakade.testkit.CrashPoint.Moment;
import nl.datakade.testkit.OwnSystem;
import nl.datakade.testkit.ServiceProcess;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Instances of ingest that share sources, and are killed in the middle of a run: it is made again, nothing is doubled. */
@OwnSystem
class SourceCrashIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String CSV = "a;b\n1;2\n";

    /** Not so short that an instance on a busy machine loses a run that it is at, and not longer than the next one starts. */
    private static final String LEASE = "10s";

    private static final ServiceProcess.Starter INGEST = ServiceProcess.of(
                    "ingest", "nl.datakade.ingest.IngestApplication")
            .with("DATAKADE_SOURCE_HOSTS", "127.0.0.1:*")
            .with("DATAKADE_SOURCE_NETWORKS", "127.0.0.1/32")
            .with("DATAKADE_SOURCE_LEASE", LEASE)
            .with("DATAKADE_SOURCE_READ_TIMEOUT", "3m")
            .with("DATAKADE_SOURCE_POLL", "200ms")
            .with("DATAKADE_SOURCE_SHORTEST", "1s");

    private final String name =
            "set-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private final Outside outside = new Outside();
    private final CountDownLatch answered = new CountDownLatch(1);

    @AfterEach
    void end() {
        answered.countDown();
        outside.close();
    }

    @Test
    void killedWithTheObjectInStorageTheRunIsMadeAgain() {
        assertMadeAgain(new CrashPoint("nl.datakade.ingest.landing.Register", "register", Moment.BEFORE, 1), "LANDED");
    }

    @Test
    void killedBetweenCommitAndAccountTheSameBytesAreNotLandedTwice() {
        assertMadeAgain(new CrashPoint("nl.datakade.ingest.source.run.RunRecord", "write", Moment.BEFORE, 1), "SAME");
    }

    private void assertMadeAgain(CrashPoint point, String outcome) {
        outside.at("/a.csv", this::onceThePutIsAnswered);
        try (var dying = INGEST.dyingAt(point).start()) {
            var put = steward(dying).send(name, hourly());
            assertThat(put.status()).as(put.body()).isEqualTo(201);
            answered.countDown();
            dying.awaitCrash();
        }
        try (var next = INGEST.start()) {
            var steward = steward(next);
            await().atMost(PATIENCE).until(() -> steward.get(name).json().has("servedAt"));
            assertThat(steward.runs(name).valueStream().map(SourceCrashIT::state))
                    .containsExactly(outcome, "LOST");
            assertThat(deliveries(steward)).isEqualTo(1);
            AtRest.await();
        }
    }

    /** The PUT begins the run that kills its process, so what the run waits for comes after the answer to the PUT. */
    private void onceThePutIsAnswered(Outside.Request request, HttpExchange exchange) throws IOException {
        try {
            answered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Outside.send(exchange, 200, "text/csv", CSV);
    }

    @Test
    void twoInstancesShareASourceAndOneOfThemIsKilled() {
        outside.at("/a.csv", "text/csv", CSV);
        try (var first = INGEST.start();
                var second = INGEST.start()) {
            var steward = steward(second);
            assertThat(steward.send(name, hourly().replace("PT1H", "PT1S")).status())
                    .isEqualTo(201);
            await().atMost(PATIENCE).until(() -> steward.runs(name).size() >= 4);
            first.kill();
            var soFar = total(steward);
            await().atMost(PATIENCE).until(() -> total(steward) >= soFar + 3);

            assertThat(steward.runs(name)
                            .valueStream()
                            .map(SourceCrashIT::state)
                            .distinct())
                    .doesNotContain("FAILED");
            assertThat(deliveries(steward)).isEqualTo(1);
            var pause = steward.http().send("PUT", "/ingest/v1/sources/" + name + "/pause", new byte[0]);
            assertThat(pause.status()).as(pause.body()).isLessThan(300);
            AtRest.await();
        }
    }

    private String hourly() {
        return """
                {"dataset":"%s","department":"groen","schedule":{"every":"PT1H"},"kind":"HTTP","address":"%s"}""".formatted(name, outside.url("/a.csv"));
    }

    private int deliveries(StewardOfSources steward) {
        return steward.http()
                .get("/ingest/v1/deliveries?dataset=" + name)
                .json()
                .required("total")
                .asInt();
    }

    private int total(StewardOfSources steward) {
        return steward.http()
                .get("/ingest/v1/sources/" + name + "/runs")
                .json()
                .required("total")
                .asInt();
    }

    private static StewardOfSources steward(ServiceProcess ingest) {
        return new StewardOfSources(Http.as(Tokens.of("steward"), ingest.url()));
    }

    private static String state(JsonNode run) {
        return run.required("state").asString();
    }
}
