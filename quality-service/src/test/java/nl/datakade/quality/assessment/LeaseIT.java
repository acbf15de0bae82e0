package nl.datakade.quality.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.platform.city.City;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.platform.worker.Workers;
import nl.datakade.quality.Deliveries;
import nl.datakade.quality.QualityApi;
import nl.datakade.quality.QualityContext;
import nl.datakade.quality.profile.Profile;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** What happens around a measurement that takes long: of one instance it waits for as long as a test says. */
@QualityContext
class LeaseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String COUNTS = "SELECT i AS id, i % 7 AS soort FROM range(100) t(i)";

    private final QualityApi api;
    private final Deliveries deliveries;
    private final JdbcClient jdbc;
    private final AssessmentQueue other;
    private final AssessmentQueue slow;
    private final Held held;

    LeaseIT(
            QualityApi api,
            Deliveries deliveries,
            JdbcClient jdbc,
            AssessmentQueue queue,
            Versions versions,
            AssessVersion assessVersion,
            Leases leases,
            PlatformTransactionManager transactions,
            QualityProperties properties,
            City city,
            ObjectStore store,
            Workers profilers,
            JsonMapper json,
            @Value("${datakade.work-dir}") Path folder) {
        this.api = api;
        this.deliveries = deliveries;
        this.jdbc = jdbc;
        this.other = queue;
        this.held = new Held(store, profilers, json, properties, city, folder);
        this.slow = new AssessmentQueue(versions, assessVersion, held, leases, transactions, properties);
    }

    /** Measures as always, once it may. */
    private static final class Held extends Measuring {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch may = new CountDownLatch(1);

        Held(
                ObjectStore store,
                Workers profilers,
                JsonMapper json,
                QualityProperties properties,
                City city,
                Path folder) {
            super(store, profilers, json, properties, city, folder);
        }

        @Override
        Profile measure(VersionState version) {
            begun.countDown();
            try {
                may.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return super.measure(version);
        }
    }

    @BeforeEach
    void leavesTheWorkToTheSlowOne() {
        other.stop();
        slow.start();
    }

    @AfterEach
    void takesTheWorkBack() {
        held.may.countDown();
        slow.stop();
        held.destroy();
        if (!other.isRunning()) {
            other.start();
        }
    }

    @Test
    void noTransactionStaysOpenWhileAVersionIsMeasured() {
        var version = deliveries.deliver(UUID.randomUUID(), 1, COUNTS);
        await().atMost(PATIENCE).until(() -> held.begun.getCount() == 0);
        var now = jdbc.sql("select clock_timestamp()::text").query(String.class).single();

        await("every transaction that is open now ends before the measurement does")
                .atMost(PATIENCE)
                .until(() -> jdbc.sql("""
                                select count(*) from pg_stat_activity
                                where usename = current_user and xact_start < cast(:now as timestamptz)""").param("now", now).query(Long.class).single() == 0);
        held.may.countDown();
        assertThat(api.score(version.dataset(), 1, Tokens.of("fg")).status()).isEqualTo(200);
    }

    @Test
    void anotherInstanceTakesOverWhatWasLostAndTheFirstConcludesNothingAnyMore() {
        var dataset = UUID.randomUUID();
        var version = deliveries.deliver(dataset, 1, COUNTS);
        await().atMost(PATIENCE).until(() -> held.begun.getCount() == 0);

        loseTheLease(dataset);
        other.start();
        api.score(version.dataset(), 1, Tokens.of("fg"));
        other.stop();
        var measuredAt = measuredAt(dataset);
        held.may.countDown();
        // it has one thread: once the next version is judged, it is through with this one
        deliveries.deliver(dataset, 2, COUNTS);
        api.score(version.dataset(), 2, Tokens.of("fg"));

        assertThat(measuredAt(dataset)).isEqualTo(measuredAt);
        assertThat(TestEvents.of(ScoreState.class))
                .filteredOn(score -> score.datasetId().equals(dataset) && score.version() == 1)
                .hasSize(1);
    }

    /** As if this instance had given no sign of life for as long as a lease is. */
    private void loseTheLease(UUID dataset) {
        jdbc.sql("""
                        update assessment_lease set holder = gen_random_uuid(), expires_at = '-infinity'
                        where dataset_id = :id""").param("id", dataset).update();
    }

    private String measuredAt(UUID dataset) {
        return jdbc.sql("select measured_at::text from profile where dataset_id = :id and version = 1")
                .param("id", dataset)
                .query(String.class)
                .single();
    }
}
