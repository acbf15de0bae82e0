package nl.datakade.platform.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import nl.datakade.contracts.catalog.DepartmentState;
import nl.datakade.testkit.CrashPoint;
import nl.datakade.testkit.CrashPoint.Moment;
import nl.datakade.testkit.OwnSystem;
import nl.datakade.testkit.RestartedService;
import nl.datakade.testkit.ServiceProcess;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.TestSystem;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Killed at the worst moments, a service loses nothing and doubles nothing. */
@OwnSystem
class CrashIT {

    private static final String SERVICE = "catalog";

    /** A consumer that was killed keeps its partitions until its session ends. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final RestartedService ECHO = new RestartedService(
            ServiceProcess.of(SERVICE, EchoApplication.class.getName()).with("SPRING_APPLICATION_NAME", SERVICE));

    @AfterAll
    static void end() {
        ECHO.close();
    }

    @Test
    void killedBetweenWorkAndCommitItDoesTheWorkOnceAfterwards() throws SQLException {
        var dataset = "die-before-commit-" + UUID.randomUUID();
        var dying = ECHO.dyingAt(CrashPoint.before(Hearing.class, "beforeCommit"));
        TestEvents.publish(EventsIT.landed(UuidCreator.getTimeOrderedEpoch(), dataset, 1));
        dying.awaitCrash();
        assertThat(heard(dataset)).isZero();

        ECHO.alive();
        await().atMost(PATIENCE).until(() -> heard(dataset) == 1);
    }

    @Test
    void killedBetweenCommitAndAcknowledgementItDoesNotDoTheWorkAgain() throws SQLException {
        var stream = UuidCreator.getTimeOrderedEpoch();
        var dataset = "die-after-commit-" + UUID.randomUUID();
        var dying = ECHO.dyingAt(CrashPoint.before(Hearing.class, "afterCommit"));
        TestEvents.publish(EventsIT.landed(stream, dataset, 1));
        dying.awaitCrash();
        assertThat(heard(dataset)).isEqualTo(1);

        ECHO.alive();
        var next = "next-" + dataset;
        TestEvents.publish(EventsIT.landed(stream, next, 1));
        await().atMost(PATIENCE).until(() -> heard(next) == 1);
        assertThat(heard(dataset)).isEqualTo(1);
    }

    @Test
    void killedBetweenPublishAndMarkItPublishesAgainUnderTheSameId() {
        var slug = "relay-" + UUID.randomUUID();
        var dying = ECHO.dyingAt(new CrashPoint("nl.datakade.platform.event.OutboxRelay", "mark", Moment.BEFORE, 1));
        announce(dying, slug);
        dying.awaitCrash();
        assertThat(published(slug)).as("published, not marked").isEqualTo(1);

        ECHO.alive();
        await().atMost(PATIENCE).until(() -> published(slug) == 2);
        assertThat(TestEvents.on("datakade.catalog.department").stream()
                        .filter(found -> found.key().equals(slug))
                        .map(found -> found.value().getId())
                        .distinct())
                .as("one id, so consumers know it")
                .hasSize(1);
    }

    /** The process may die before it answers. */
    private static void announce(ServiceProcess service, String slug) {
        try {
            RestClient.create(service.url())
                    .post()
                    .uri("/echo/v1/announcements")
                    .headers(headers -> headers.setBearerAuth(Tokens.of("admin")))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body("{\"slug\":\"%s\",\"revisions\":1,\"broken\":false}".formatted(slug))
                    .retrieve()
                    .toBodilessEntity();
        } catch (ResourceAccessException died) {
            assertThat(died).isNotNull();
        }
    }

    private static long published(String slug) {
        return TestEvents.of(DepartmentState.class).stream()
                .filter(state -> state.slug().equals(slug))
                .count();
    }

    private static int heard(String dataset) throws SQLException {
        var environment = TestSystem.current().environment(SERVICE);
        try (var connection = DriverManager.getConnection(
                        environment.get("DATAKADE_POSTGRES_URL"),
                        environment.get("DATAKADE_POSTGRES_USER"),
                        environment.get("DATAKADE_POSTGRES_PASSWORD"));
                var query = connection.prepareStatement("select count(*) from catalog.heard where dataset = ?")) {
            query.setString(1, dataset);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
