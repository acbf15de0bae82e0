package nl.datakade.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.ingest.VersionRemoved;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.testkit.CrashPoint;
import nl.datakade.testkit.CrashPoint.Moment;
import nl.datakade.testkit.OwnSystem;
import nl.datakade.testkit.ServiceProcess;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ingest killed while a version is withdrawn or removed: afterwards it is that wholly, told once, and nothing is orphaned. */
@OwnSystem
class EndingCrashIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String RETENTION = "nl.datakade.ingest.retention.";

    private static final ServiceProcess.Starter INGEST = ServiceProcess.of("ingest", IngestApplication.class.getName())
            .with("DATAKADE_RETENTION_EVERY", "500ms")
            .with("DATAKADE_RETENTION_GRACE", "0s");

    private final String name = "crash-" + UUID.randomUUID().toString().replaceFirst("^", "x");
    private final Bucket bucket = Bucket.current();

    static Stream<CrashPoint> removals() {
        return Stream.of(
                new CrashPoint(RETENTION + "RemoveVersion", "decide", Moment.AFTER, 1), // before its commit
                new CrashPoint(RETENTION + "FinishRemoval", "finish", Moment.BEFORE, 1),
                new CrashPoint("nl.datakade.platform.object.ObjectStore", "erase", Moment.AFTER, 1),
                new CrashPoint(RETENTION + "FinishRemoval", "tell", Moment.AFTER, 1)); // before its commit
    }

    @ParameterizedTest
    @MethodSource("removals")
    void killedWhileAVersionIsRemovedItIsGoneWhollyAfterwards(CrashPoint point) {
        Http.Answer first;
        Http.Answer second;
        try (var dying = INGEST.dyingAt(point).start()) {
            var groen = sender(dying);
            first = groen.push(name, "a\n1\n", "Content-Type", "text/csv");
            second = groen.push(name, "a\n2\n", "Content-Type", "text/csv");
            Life.release(first, groen);
            Life.release(second, groen);
            Life.register(first, 1, new DatasetState.Retention(1, null, false));
            dying.awaitCrash();
        }
        try (var ingest = INGEST.start()) {
            var groen = sender(ingest);
            await().atMost(PATIENCE)
                    .until(() ->
                            groen.get(Life.version(first) + "/tombstone").json().has("removedAt"));
            await().atMost(PATIENCE).until(() -> !removals(first).isEmpty());
            assertThat(Life.now(second, groen).text("state")).isEqualTo("RELEASED");
            AtRest.await(); // the version's own end is announced on another topic than its removal
        }
        assertThat(bucket.keys("landing/" + first.text("datasetId") + "/"))
                .singleElement()
                .asString()
                .contains(second.text("deliveryId"));
        assertThat(bucket.keys("tables/" + first.text("datasetId") + "/"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key).contains("/2/1/"));
        assertThat(removals(first))
                .singleElement()
                .satisfies(removed -> assertThat(removed.objects())
                        .as("counted before the first one went")
                        .isEqualTo(3));
        assertThat(told(first, Outcome.REMOVED)).hasSize(1);
    }

    @Test
    void killedBeforeAWithdrawalIsCommittedItNeverWas() {
        var receipt = withdrawAndDie(new CrashPoint("nl.datakade.ingest.version.EndVersion", "end", Moment.AFTER, 1));
        try (var ingest = INGEST.start()) {
            var groen = sender(ingest);
            assertThat(Life.now(receipt, groen).text("state")).isEqualTo("READ");
            assertThat(told(receipt, Outcome.WITHDRAWN)).isEmpty();
            assertThat(withdraw(groen, receipt).status()).isEqualTo(200);
            await().atMost(PATIENCE)
                    .until(() -> !told(receipt, Outcome.WITHDRAWN).isEmpty());
            AtRest.await();
        }
        assertThat(told(receipt, Outcome.WITHDRAWN)).hasSize(1);
    }

    @Test
    void killedBetweenAWithdrawalAndItsAnswerItIsToldAndMayBeAskedAgain() {
        var receipt = withdrawAndDie(
                new CrashPoint("nl.datakade.ingest.version.EndingController", "withdraw", Moment.AFTER, 1));
        try (var ingest = INGEST.start()) {
            var groen = sender(ingest);
            assertThat(Life.now(receipt, groen).text("state")).isEqualTo("WITHDRAWN");
            assertThat(withdraw(groen, receipt).status()).isEqualTo(200);
            await().atMost(PATIENCE)
                    .until(() -> !told(receipt, Outcome.WITHDRAWN).isEmpty());
            AtRest.await();
        }
        assertThat(told(receipt, Outcome.WITHDRAWN).stream().distinct()).hasSize(1);
    }

    private Http.Answer withdrawAndDie(CrashPoint point) {
        try (var dying = INGEST.dyingAt(point).start()) {
            var groen = sender(dying);
            var receipt = groen.push(name, "a\n1\n", "Content-Type", "text/csv");
            Life.awaitState(receipt, groen, "READ");
            try {
                withdraw(groen, receipt);
            } catch (AssertionError died) {
                // it answers no more
            }
            dying.awaitCrash();
            return receipt;
        }
    }

    private static Http.Answer withdraw(Http who, Http.Answer receipt) {
        return who.post(
                Life.version(receipt) + "/withdrawal",
                "{\"reason\":\"Telpunt F07 telde dubbel\"}".getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json");
    }

    private static Http sender(ServiceProcess ingest) {
        return Http.as(Tokens.department("groen"), ingest.url());
    }

    private static List<VersionRemoved> removals(Http.Answer receipt) {
        return TestEvents.of(VersionRemoved.class).stream()
                .filter(removed -> removed.deliveryId().toString().equals(receipt.text("deliveryId")))
                .toList();
    }

    private static List<VersionState> told(Http.Answer receipt, Outcome outcome) {
        return Life.told(receipt).stream()
                .filter(state -> state.outcome() == outcome)
                .toList();
    }
}
