package nl.datakade.quality.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.platform.event.Outbox;
import nl.datakade.platform.event.Subscriptions;
import nl.datakade.quality.Deliveries;
import nl.datakade.quality.QualityContext;
import nl.datakade.testkit.CrashPoint;
import nl.datakade.testkit.OwnSystem;
import nl.datakade.testkit.ServiceProcess;
import nl.datakade.testkit.TestEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kills the service while it works, again and again; afterwards there is one score, no more and no fewer. */
@OwnSystem
@QualityContext
class CrashIT {
    private static final ServiceProcess.Starter QUALITY = ServiceProcess.of(
                    "quality", "nl.datakade.quality.QualityApplication")
            .with("DATAKADE_QUALITY_LEASE", "2s");

    private final Deliveries deliveries;
    private final Subscriptions subscriptions;
    private final AssessmentQueue queue;

    CrashIT(Deliveries deliveries, Subscriptions subscriptions, AssessmentQueue queue) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.queue = queue;
    }

    @BeforeEach
    void leavesTheWorkToTheProcessesThatAreKilled() {
        subscriptions.stop();
        queue.stop();
    }

    @AfterEach
    void takesTheWorkBack() {
        subscriptions.start();
        queue.start();
    }

    @Test
    void killedAtEveryMomentItScoresOnce() {
        var dataset = UUID.randomUUID();
        deliveries.deliver(dataset, 1, "SELECT i AS id, i % 7 AS soort FROM range(100) t(i)");

        dies(CrashPoint.after(VersionSubscriber.class, "on"));
        dies(CrashPoint.after(Measuring.class, "measure"));
        dies(CrashPoint.after(Outbox.class, "announce"));
        try (var alive = QUALITY.start()) {
            await().atMost(Duration.ofMinutes(3)).until(() -> announced(dataset) > 0);
            assertThat(alive.isAlive()).isTrue();
        }

        assertThat(announced(dataset)).isEqualTo(1);
    }

    private static void dies(CrashPoint point) {
        try (var dying = QUALITY.dyingAt(point).start()) {
            dying.awaitCrash();
        }
    }

    private static long announced(UUID dataset) {
        return TestEvents.of(ScoreState.class).stream()
                .filter(score -> score.datasetId().equals(dataset))
                .count();
    }
}
