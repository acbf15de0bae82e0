package nl.datakade.quality.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.quality.Deliveries;
import nl.datakade.quality.Given;
import nl.datakade.quality.QualityApi;
import nl.datakade.quality.QualityContext;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

@QualityContext
class AssessmentIT {
    private static final String COUNTS = """
            SELECT 'F' || i % 20 AS telpunt, TIMESTAMP '2026-02-01' + INTERVAL (i) HOUR AS uur, i * 7 % 90 AS aantal
            FROM range(600) t(i)""";
    private static final String REGISTER = """
            SELECT i AS nummer, 999900000 + i AS kenmerk FROM range(1, 5000) t(i)
            WHERE (9*9 + 8*9 + 7*9 + 6*9 + 5 * (kenmerk // 10000 % 10) + 4 * (kenmerk // 1000 % 10)
                   + 3 * (kenmerk // 100 % 10) + 2 * (kenmerk // 10 % 10) - kenmerk % 10) % 11 = 0""";

    private final QualityApi api;
    private final Deliveries deliveries;
    private final JdbcClient jdbc;

    AssessmentIT(QualityApi api, Deliveries deliveries, JdbcClient jdbc) {
        this.api = api;
        this.deliveries = deliveries;
        this.jdbc = jdbc;
    }

    @Test
    void aVersionIsMeasuredScoredAndAnnounced() {
        var dataset = UUID.randomUUID();
        var name = deliveries.deliver(dataset, 1, COUNTS).dataset();

        var score = api.score(name, 1, Tokens.department("mobiliteit"));

        assertThat(score.text("/verdict")).isEqualTo("RELEASED");
        assertThat(score.body().at("/score").asDouble()).isBetween(80.0, 100.0);
        assertThat(score.body().at("/dimensions")).hasSize(9);
        assertThat(score.body().at("/dimensions/0/measured").asBoolean()).isFalse();
        assertThat(score.body().at("/dimensions/0/score").isNull()).isTrue();
        var announced = announced(dataset, 1);
        assertThat(announced).hasSize(1);
        assertThat(announced.getFirst().verdict()).isEqualTo(Verdict.RELEASED);
        assertThat(announced.getFirst().columns())
                .extracting(ScoreState.Column::semanticType)
                .contains("timestamp");
    }

    @Test
    void theSameEventTwiceAndTheSameStateAgainMakeOneScore() {
        var dataset = UUID.randomUUID();
        var version = deliveries.stored(dataset, 1, COUNTS);
        var id = TestEvents.publish(version);
        TestEvents.publish(id, version);
        TestEvents.publish(version);
        var next = deliveries.deliver(dataset, 2, COUNTS);

        api.score(next.dataset(), 2, Tokens.department("mobiliteit"));

        assertThat(announced(dataset, 1)).hasSize(1);
        assertThat(jdbc.sql("select requests from version where dataset_id = :id and version = 1")
                        .param("id", dataset)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aBetterDescriptionRaisesTheScoreWithoutASecondLook() {
        var dataset = UUID.randomUUID();
        var name = deliveries.deliver(dataset, 1, COUNTS).dataset();
        var before = api.score(name, 1, Tokens.department("mobiliteit"));
        var measured = measuredAt(dataset);

        TestEvents.publish(Given.dataset(
                dataset,
                1,
                PersonalData.NONE,
                Given.holder(Role.DATA_OWNER, "a"),
                Given.holder(Role.SOURCE_HOLDER, "b"),
                Given.holder(Role.DATA_STEWARD, "c")));

        var after = api.until(
                () -> api.score(name, 1, Tokens.department("mobiliteit")),
                answer -> dimension(answer, "traceerbaarheid") == 100.0);
        assertThat(dimension(before, "traceerbaarheid"))
                .isEqualTo(100.0); // nothing said yet, so only what is known counts
        assertThat(dimension(after, "begrijpelijkheid")).isGreaterThan(0);
        assertThat(measuredAt(dataset)).isEqualTo(measured);
    }

    @Test
    void bsnsInADatasetWithoutPersonalDataHoldItBackUntilItIsClassified() {
        var dataset = UUID.randomUUID();
        TestEvents.publish(Given.dataset(dataset, 1, PersonalData.NONE));
        var name = deliveries.deliver(dataset, 1, REGISTER).dataset();

        var held = api.until(
                () -> api.score(name, 1, Tokens.department("mobiliteit")),
                answer -> answer.text("/verdict").equals("HELD_BACK"));
        assertThat(held.text("/findings/0/code")).isEqualTo("undeclared-bsn");
        assertThat(held.text("/findings/0/column")).isEqualTo("kenmerk");
        assertThat(held.text("/findings/0/court")).isEqualTo("DATA_STEWARD");

        TestEvents.publish(Given.dataset(dataset, 2, PersonalData.PERSONAL));
        api.until(
                () -> api.score(name, 1, Tokens.department("mobiliteit")),
                answer -> answer.text("/verdict").equals("RELEASED"));
        assertThat(announced(dataset, 1))
                .extracting(ScoreState::verdict)
                .containsSubsequence(Verdict.HELD_BACK, Verdict.RELEASED);
        assertThat(announced(dataset, 1)).extracting(ScoreState::revision).isSorted();
    }

    @Test
    void aWithdrawnVersionHoldsNoMoreAndTheNextIsComparedWithTheOneBefore() {
        var dataset = UUID.randomUUID();
        deliveries.deliver(dataset, 1, "SELECT telpunt, uur FROM (" + COUNTS + ")");
        var wrong = deliveries.deliver(dataset, 2, COUNTS);
        var next = deliveries.deliver(dataset, 3, "SELECT telpunt, uur FROM (" + COUNTS + ")");
        api.until(
                () -> api.score(next.dataset(), 3, Tokens.department("mobiliteit")),
                answer -> answer.text("/findings/0/code").equals("column-lost"));

        TestEvents.publish(Given.withdrawn(wrong));

        api.until(
                () -> api.score(next.dataset(), 3, Tokens.department("mobiliteit")),
                answer -> answer.text("/verdict").equals("RELEASED"));
        var gone = api.get(
                "/quality/v1/datasets/" + wrong.dataset() + "/versions/2/score", Tokens.department("mobiliteit"));
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("/outcome")).isEqualTo("WITHDRAWN");
        assertThat(announced(dataset, 2).getLast().verdict()).isEqualTo(Verdict.HELD_BACK);
        assertThat(announced(dataset, 2).getLast().reasons()).containsExactly("withdrawn");
        assertThat(jdbc.sql("select count(*) from profile where dataset_id = :id and version = 2")
                        .param("id", dataset)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aProfileThatIsLetGoIsToldAndItsVersionIsJudgedNoMore() {
        var dataset = UUID.randomUUID();
        var name = "";
        for (int version = 1; version <= 4; version++) {
            name = deliveries.deliver(dataset, version, COUNTS).dataset();
            api.score(name, version, Tokens.department("mobiliteit"));
        }
        jdbc.sql("update version set landed_at = landed_at - interval '1 day' where dataset_id = :id and version = 1")
                .param("id", dataset)
                .update();
        await().until(() -> jdbc.sql("select count(*) from version where dataset_id = :id and due")
                        .param("id", dataset)
                        .query(Long.class)
                        .single()
                == 0);

        var two = new QualityProperties(1, DataSize.ofMegabytes(512), Duration.ofMinutes(1), 2, 3650);
        new LetGoProfiles(jdbc, two, Clock.systemUTC()).look();

        var versions = "/quality/v1/datasets/" + name + "/versions/";
        var gone = api.get(versions + "2/profile", Tokens.of("fg"), "nl");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("/type")).isEqualTo("/problems/profile-let-go");
        assertThat(gone.text("/title")).isEqualTo("Het profiel wordt niet meer bewaard");
        assertThat(gone.text("/nearest")).isEqualTo(versions + "3/profile");
        assertThat(api.get(gone.text("/score"), Tokens.of("fg")).text("/verdict"))
                .isEqualTo("RELEASED");
        for (int kept : new int[] {1, 3, 4}) {
            assertThat(api.get(versions + kept + "/profile", Tokens.of("fg")).status())
                    .as("version %d: the last of its day, or of all", kept)
                    .isEqualTo(200);
        }

        TestEvents.publish(Given.dataset(dataset, 1, PersonalData.NONE, Given.holder(Role.DATA_OWNER, "a")));
        await().atMost(Duration.ofSeconds(30)).until(() -> announced(dataset, 4).size() == 2);
        assertThat(announced(dataset, 3)).hasSize(2);
        assertThat(announced(dataset, 2)).hasSize(1);
    }

    @Test
    void aVersionWithoutAProfileIsJudgedByTheClassificationOfNowBeforeItIsUsedAgain() {
        var dataset = UUID.randomUUID();
        TestEvents.publish(Given.dataset(dataset, 1, PersonalData.PERSONAL));
        for (int version = 1; version <= 3; version++) {
            var name = deliveries.deliver(dataset, version, REGISTER).dataset();
            var number = version;
            api.until(
                    () -> api.score(name, number, Tokens.department("mobiliteit")),
                    answer -> answer.text("/verdict").equals("RELEASED"));
        }
        await().until(() -> jdbc.sql("select count(*) from version where dataset_id = :id and due")
                        .param("id", dataset)
                        .query(Long.class)
                        .single()
                == 0);
        var one = new QualityProperties(1, DataSize.ofMegabytes(512), Duration.ofMinutes(1), 1, 3650);
        new LetGoProfiles(jdbc, one, Clock.systemUTC()).look();

        TestEvents.publish(Given.dataset(dataset, 2, PersonalData.NONE));

        for (int version = 3; version >= 1; version--) {
            var number = version;
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> announced(dataset, number).getLast().verdict() == Verdict.HELD_BACK);
            assertThat(announced(dataset, number).getLast().reasons()).containsExactly("undeclared-bsn");
        }
    }

    @Test
    void losingAColumnHoldsTheNextVersionBack() {
        var dataset = UUID.randomUUID();
        deliveries.deliver(dataset, 1, COUNTS);
        var next = deliveries.deliver(dataset, 2, "SELECT telpunt, uur FROM (" + COUNTS + ")");

        var score = api.score(next.dataset(), 2, Tokens.department("mobiliteit"));

        assertThat(score.text("/verdict")).isEqualTo("HELD_BACK");
        assertThat(score.text("/findings/0/code")).isEqualTo("column-lost");
        assertThat(score.text("/findings/0/column")).isEqualTo("aantal");
    }

    @Test
    void otherValuesInAColumnAreToldAndAnEmptiedColumnHoldsBack() {
        var dataset = UUID.randomUUID();
        deliveries.deliver(dataset, 1, "SELECT 'F' || i % 5 AS telpunt, i * 7 % 90 AS aantal FROM range(600) t(i)");
        var shifted = deliveries.deliver(
                dataset, 2, "SELECT 'G' || i % 5 AS telpunt, 5000 + i * 7 % 90 AS aantal FROM range(600) t(i)");

        var told = api.score(shifted.dataset(), 2, Tokens.department("mobiliteit"));

        assertThat(told.text("/verdict")).isEqualTo("RELEASED");
        assertThat(told.body().at("/findings").findValuesAsString("code")).contains("values-shifted");
        assertThat(told.body().at("/findings").findValuesAsString("column")).contains("telpunt", "aantal");

        var emptied = deliveries.deliver(
                dataset, 3, "SELECT 'G' || i % 5 AS telpunt, NULL::BIGINT AS aantal FROM range(600) t(i)");
        var held = api.score(emptied.dataset(), 3, Tokens.department("mobiliteit"));
        assertThat(held.text("/verdict")).isEqualTo("HELD_BACK");
        assertThat(held.body().at("/findings").findValuesAsString("code")).contains("column-emptied");
    }

    @Test
    void whatCannotBeReadOrMeasuredIsHeldBack() {
        var unreadable = Given.version(UUID.randomUUID(), 1, Outcome.UNREADABLE);
        TestEvents.publish(unreadable);
        var gone = Given.version(
                UUID.randomUUID(),
                1,
                Outcome.READ,
                Given.table("t", 5, List.of(new VersionState.Part("tables/gone", 5, 9, "0".repeat(64))), "a BIGINT"));
        TestEvents.publish(gone);

        assertThat(api.score(unreadable.dataset(), 1, Tokens.department("mobiliteit"))
                        .text("/findings/0/code"))
                .isEqualTo("unreadable");
        var notMeasured = api.score(gone.dataset(), 1, Tokens.department("mobiliteit"));
        assertThat(notMeasured.text("/verdict")).isEqualTo("HELD_BACK");
        assertThat(notMeasured.text("/findings/0/code")).isEqualTo("not-measured");
    }

    @Test
    void aReadingThatIsNewIsMeasuredAnew() {
        var dataset = UUID.randomUUID();
        var first = deliveries.deliver(dataset, 1, COUNTS);
        api.score(first.dataset(), 1, Tokens.department("mobiliteit"));
        var second = deliveries.stored(dataset, 1, "SELECT * FROM (" + COUNTS + ") WHERE aantal > 10");
        TestEvents.publish(new VersionState(
                dataset,
                first.dataset(),
                first.department(),
                1,
                2,
                2,
                first.deliveryId(),
                first.sha256(),
                first.size(),
                first.mediaType(),
                first.outcome(),
                null,
                second.tables(),
                List.of(),
                "tables/manifest-2.json",
                first.landedAt(),
                first.readAt()));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(announced(dataset, 1))
                        .extracting(ScoreState::reading)
                        .containsExactly(1, 2));
    }

    private static double dimension(QualityApi.Answer score, String code) {
        for (var dimension : score.body().at("/dimensions")) {
            if (dimension.at("/code").asString().equals(code)) {
                return dimension.at("/score").asDouble();
            }
        }
        throw new AssertionError(code);
    }

    private String measuredAt(UUID dataset) {
        return jdbc.sql("select measured_at::text from profile where dataset_id = :id")
                .param("id", dataset)
                .query(String.class)
                .single();
    }

    private static List<ScoreState> announced(UUID dataset, int version) {
        return TestEvents.of(ScoreState.class).stream()
                .filter(score -> score.datasetId().equals(dataset) && score.version() == version)
                .toList();
    }
}
