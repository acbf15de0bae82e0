package nl.datakade.ingest.source.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.source.Outside;
import nl.datakade.ingest.source.StewardOfSources;
import nl.datakade.testkit.CrashPoint;
import nl.datakade.testkit.CrashPoint.Moment;
import nl.datakade.testkit.ServiceProcess;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Instances of ingest that share sources, and are killed in the middle of a run: it is made again, nothing is doubled. */
class SourceCrashIT extends IngestIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final ServiceProcess.Starter INGEST = ServiceProcess.of(
                    "ingest", "nl.datakade.ingest.IngestApplication")
            .with("DATAKADE_SOURCE_HOSTS", "127.0.0.1:*")
            .with("DATAKADE_SOURCE_NETWORKS", "127.0.0.1/32")
            .with("DATAKADE_SOURCE_LEASE", "2s")
            .with("DATAKADE_SOURCE_POLL", "200ms")
            .with("DATAKADE_SOURCE_SHORTEST", "1s");

    private final String name = newName();
    private final Outside outside = new Outside();
    private final Runners present;

    @Autowired
    SourceCrashIT(Runners present) {
        this.present = present;
    }

    /** The context of the other tests shares the database, and would be quicker. */
    @BeforeEach
    void leaveItToTheOthers() {
        present.stop();
    }

    @AfterEach
    void end() {
        outside.close();
        present.start();
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
        outside.at("/a.csv", "text/csv", "a;b\n1;2\n");
        try (var dying = INGEST.dyingAt(point).start()) {
            var put = steward(dying).send(name, hourly());
            assertThat(put.status()).as(put.body()).isEqualTo(201);
            dying.awaitCrash();
        }
        try (var next = INGEST.start()) {
            var steward = steward(next);
            await().atMost(PATIENCE).until(() -> steward.get(name).json().has("servedAt"));
            assertThat(steward.runs(name).valueStream().map(SourceCrashIT::state))
                    .containsExactly(outcome, "LOST");
            assertThat(deliveries(steward)).isEqualTo(1);
        }
    }

    @Test
    void twoInstancesShareASourceAndOneOfThemIsKilled() {
        outside.at("/a.csv", "text/csv", "a;b\n1;2\n");
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
            steward.http().send("PUT", "/ingest/v1/sources/" + name + "/pause", new byte[0]);
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
