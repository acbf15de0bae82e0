package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.platform.event.Subscriptions;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.testkit.BackingServices;
import nl.datakade.testkit.CrashPoint;
import nl.datakade.testkit.CrashPoint.Moment;
import nl.datakade.testkit.OwnSystem;
import nl.datakade.testkit.ServiceProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Access killed at the worst moments: it knows everything once, and nobody saw what is not in the log. */
@OwnSystem
@BackingServices("access")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"datakade.access.staleness=15s", "datakade.access.log.look=PT24H"})
class CrashIT {

    /** A consumer that was killed keeps its partitions until its session ends. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ObjectStore objects;
    private final JdbcClient jdbc;
    private final Subscriptions subscriptions;
    private final Api here;
    private final Given given = new Given("val");
    private final Instant begun = Instant.now();

    @TempDir
    private Path snapshots;

    @Autowired
    CrashIT(ObjectStore objects, JdbcClient jdbc, Subscriptions subscriptions, @LocalServerPort int port) {
        this.objects = objects;
        this.jdbc = jdbc;
        this.subscriptions = subscriptions;
        this.here = new Api(port, "analyst");
    }

    @BeforeEach
    void untilTheProjectionsAreFresh() {
        untilFresh(here);
    }

    @AfterEach
    void takesTheWorkBack() {
        subscriptions.start();
    }

    @Test
    void killedBeforeAndAfterTheCommitItTakesEveryEventInOnce() {
        subscriptions.stop();
        open();
        dies(new CrashPoint("nl.datakade.access.projection.DatasetSubscriber", "on", Moment.AFTER, 1));
        assertThat(known()).as("worked, not committed").isEmpty();

        dies(new CrashPoint("nl.datakade.platform.event.Subscription", "take", Moment.AFTER, 1));
        assertThat(known()).as("committed, not acknowledged").containsExactly(1L);

        try (var _ = access().start()) {
            given.takenBack();
            await().atMost(PATIENCE).until(() -> known().equals(List.of(2L)));
        }
        assertThat(taken()).as("one for each event").isEqualTo(2);
    }

    @Test
    void whatItMissedWhileItWasDeadIsKnownBeforeItDecides() {
        var purpose = queryable();
        subscriptions.stop();
        given.takenBack();

        try (var access = access().start()) {
            var analyst = as("analyst", access);
            var statuses = new HashSet<Integer>();
            await().atMost(PATIENCE).until(() -> {
                statuses.add(analyst.query(purpose, sql()).status());
                return statuses.contains(403);
            });
            assertThat(statuses).isSubsetOf(503, 403);
        }
    }

    @Test
    void killedBeforeTheDecisionIsInTheLogItHasShownNothing() {
        var query = UUID.randomUUID();
        askAndDie(query, new CrashPoint("nl.datakade.access.disclosure.DisclosureLog", "append", Moment.AFTER, 1));

        assertThat(logged(query)).isEmpty();
        assertWhole();
    }

    @Test
    void killedBetweenDecisionAndAnswerTheDecisionIsInTheLog() {
        var query = UUID.randomUUID();
        askAndDie(query, new CrashPoint("nl.datakade.access.query.AnswerQuestion", "run", Moment.BEFORE, 1));

        assertThat(logged(query)).as("and no end of the answer").containsExactly("DECISION");
        assertWhole();
    }

    private void askAndDie(UUID query, CrashPoint point) {
        var purpose = queryable();
        subscriptions.stop();
        try (var dying = access().dyingAt(point).start()) {
            var analyst = as("analyst", dying);
            untilFresh(analyst);
            var question = Map.of("purpose", purpose, "sql", sql(), "queryId", query);
            assertThat(catchThrowable(() -> analyst.post("/access/v1/queries", question)))
                    .as("not one row")
                    .isInstanceOf(IllegalStateException.class);
            dying.awaitCrash();
        }
    }

    private void assertWhole() {
        assertThat(new Api(here.port(), "fg")
                        .get("/access/v1/disclosures/verification")
                        .json()
                        .path("firstBroken")
                        .isNull())
                .isTrue();
    }

    private List<String> logged(UUID query) {
        return jdbc.sql("select kind from disclosure.record where id = :id order by sequence")
                .param("id", query)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** The revision that is known of the dataset. */
    private List<Long> known() {
        return jdbc.sql("select revision from dataset where dataset_id = :id")
                .param("id", given.id)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** How many events about datasets were taken in since this test began. */
    private long taken() {
        return jdbc.sql(
                        "select count(*) from inbox where subscriber like '%DatasetSubscriber%' and received_at > :begun")
                .param("begun", Timestamp.from(begun))
                .query(Long.class)
                .single();
    }

    private void open() {
        given.dataset(
                DatasetState.Status.REGISTERED,
                new Classification(Confidentiality.PUBLIC, PersonalData.NONE),
                Given.roles());
    }

    /** Open to everybody for the purpose that comes back. */
    private String queryable() {
        open();
        given.version(objects).score(Verdict.RELEASED, false);
        var owner = new Api(here.port(), "owner");
        var path = "/access/v1/datasets/" + given.name + "/policy";
        await().atMost(PATIENCE).until(() -> owner.get(path + "/suggestion").status() == 200);
        assertThat(owner.put(path, owner.get(path + "/suggestion").body()).status())
                .isEqualTo(200);
        var purpose = "val-" + UUID.randomUUID().toString().substring(0, 8);
        var entered = new Api(here.port(), "privacy").post("/access/v1/activities", """
                {"slug":"%s","name":"Onderzoek","purpose":"Proef","controller":{"name":"College van B en W"},
                 "legalBasis":null}""".formatted(purpose));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        await().atMost(PATIENCE).until(() -> here.query(purpose, sql()).status() == 200);
        return purpose;
    }

    private String sql() {
        return "select count(*) from " + given.sql();
    }

    private static void untilFresh(Api analyst) {
        await().atMost(PATIENCE)
                .until(() -> analyst.get("/access/v1/datasets/none/readiness").status() == 404);
    }

    private void dies(CrashPoint point) {
        try (var dying = access().dyingAt(point).start()) {
            dying.awaitCrash();
        }
    }

    private ServiceProcess.Starter access() {
        return ServiceProcess.of("access", AccessApplication.class.getName())
                .with("DATAKADE_ACCESS_QUERY_FOLDER", snapshots.toString());
    }

    private static Api as(String person, ServiceProcess access) {
        return new Api(URI.create(access.url()).getPort(), person);
    }
}
