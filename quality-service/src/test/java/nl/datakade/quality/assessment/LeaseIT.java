package nl.datakade.quality.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.quality.Deliveries;
import nl.datakade.quality.QualityApi;
import nl.datakade.quality.QualityContext;
import nl.datakade.testkit.FaultyS3;
import nl.datakade.testkit.ServiceProcess;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What happens around a measurement that takes long: this instance's reads of the store wait as long as a test says. */
@QualityContext
class LeaseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final FaultyS3 STORE = FaultyS3.start();

    private final QualityApi api;
    private final Deliveries deliveries;
    private final JdbcClient jdbc;

    LeaseIT(QualityApi api, Deliveries deliveries, JdbcClient jdbc) {
        this.api = api;
        this.deliveries = deliveries;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void throughTheProxy(DynamicPropertyRegistry registry) {
        registry.add("datakade.s3.endpoint", STORE::url);
    }

    @Test
    void noTransactionStaysOpenWhileAVersionIsMeasured() {
        var dataset = UUID.randomUUID();
        var version = deliveries.stored(dataset, 1, "SELECT i AS id FROM range(100) t(i)");
        try (var pause = STORE.pause(dataset.toString())) {
            TestEvents.publish(version);
            await().atMost(PATIENCE).until(() -> pause.waiting() > 0);
            var now = jdbc.sql("select clock_timestamp()::text")
                    .query(String.class)
                    .single();

            await("every transaction that was open then ends before the measurement does")
                    .atMost(PATIENCE)
                    .until(() ->
                            jdbc.sql("""
                                    select count(*) from pg_stat_activity
                                    where usename = current_user and xact_start < cast(:now as timestamptz)""").param("now", now).query(Long.class).single() == 0);
        }
        api.score(version.dataset(), 1, Tokens.of("fg"));
    }

    @Test
    void anotherInstanceTakesOverWhatWasLostAndTheFirstConcludesNothingAnyMore() {
        var dataset = UUID.randomUUID();
        var version = deliveries.stored(dataset, 1, "SELECT i AS id, i % 7 AS soort FROM range(100) t(i)");
        var next = deliveries.stored(dataset, 2, "SELECT i AS id, i % 7 AS soort FROM range(200) t(i)");
        String measuredAt;
        try (var pause = STORE.pause(dataset.toString())) {
            TestEvents.publish(version);
            await().atMost(PATIENCE).until(() -> pause.waiting() > 0);

            loseTheLease(dataset);
            try (var _ = ServiceProcess.of("quality", "nl.datakade.quality.QualityApplication")
                    .start()) {
                api.score(version.dataset(), 1, Tokens.of("fg"));
            }
            measuredAt = measuredAt(dataset);
        }
        // there is one thread: when the next version is judged, it is through with this one
        TestEvents.publish(next);
        api.score(next.dataset(), 2, Tokens.of("fg"));

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
