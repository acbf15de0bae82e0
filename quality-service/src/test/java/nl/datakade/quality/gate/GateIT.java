package nl.datakade.quality.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.quality.Deliveries;
import nl.datakade.quality.Given;
import nl.datakade.quality.QualityApi;
import nl.datakade.quality.QualityContext;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@QualityContext
class GateIT {
    private static final String FULL = "SELECT i AS id, i % 7 AS soort FROM range(100) t(i)";
    private static final String POORER = "SELECT i AS id FROM range(100) t(i)";
    private static final String REASON = "{\"reason\": \"De leverancier levert de soort niet meer; afgestemd.\"}";

    private final QualityApi api;
    private final Deliveries deliveries;
    private final JdbcClient jdbc;

    GateIT(QualityApi api, Deliveries deliveries, JdbcClient jdbc) {
        this.api = api;
        this.deliveries = deliveries;
        this.jdbc = jdbc;
    }

    @Test
    void theStewardReleasesWithAReasonAndTheNextVersionFollows() {
        var dataset = UUID.randomUUID();
        var name = heldBack(dataset, "steward");
        deliveries.deliver(dataset, 3, POORER);

        var released = api.post(release(name, 2), Tokens.of("steward"), REASON);

        assertThat(released.status()).as(released.body().toString()).isEqualTo(200);
        assertThat(released.text("/verdict")).isEqualTo("RELEASED");
        assertThat(released.text("/rules/0")).isEqualTo("column-lost");
        assertThat(released.text("/releasedBy")).isEqualTo(QualityApi.subject("steward"));
        api.until(
                () -> api.score(name, 3, Tokens.department("mobiliteit")),
                answer -> answer.text("/verdict").equals("RELEASED")
                        && answer.body().at("/findings").isEmpty());
        var again = api.post(release(name, 2), Tokens.of("steward"), REASON);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/type")).isEqualTo("/problems/not-held-back");
    }

    @Test
    void anEarlierVersionOfObservationsIsNotReleasedOnceItsTablesMayBeGone() {
        var dataset = UUID.randomUUID();
        TestEvents.publish(Given.dataset(
                dataset, 1, PersonalData.NONE, Given.holder(Role.DATA_STEWARD, QualityApi.subject("steward"))));
        deliveries.observe(dataset, 1, FULL);
        deliveries.observe(dataset, 2, POORER);
        var name = deliveries.observe(dataset, 3, POORER).dataset();
        api.until(
                () -> api.score(name, 3, Tokens.department("mobiliteit")),
                answer -> answer.text("/verdict").equals("HELD_BACK"));

        jdbc.sql("""
                        update version set state = jsonb_set(state, '{landedAt}', '"2026-01-01T00:00:00Z"')
                        where dataset_id = :id and version = 2""").param("id", dataset).update();
        var earlier = api.post(release(name, 2), Tokens.of("steward"), REASON);
        assertThat(earlier.status()).isEqualTo(409);
        assertThat(earlier.text("/type")).isEqualTo("/problems/version-superseded");
        assertThat(earlier.text("/remedy")).contains("3");
        assertThat(api.post(release(name, 3), Tokens.of("steward"), REASON).status())
                .isEqualTo(200);
    }

    @Test
    void nobodyElseReleases() {
        var name = heldBack(UUID.randomUUID(), "owner");

        assertThat(api.post(release(name, 2), Tokens.of("analyst"), REASON).status())
                .isEqualTo(403);
        var other = api.post(release(name, 2), Tokens.of("steward"), REASON);
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.text("/type")).isEqualTo("/problems/not-the-steward");
        assertThat(other.text("/remedy")).isNotEmpty();
    }

    @Test
    void aReasonIsGivenInWords() {
        var name = heldBack(UUID.randomUUID(), "steward");

        var refused = api.post(release(name, 2), Tokens.of("steward"), "{\"reason\": \"ok\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/name")).isEqualTo("reason");
        assertThat(api.post(release(name, 2), Tokens.of("steward"), "{").status())
                .isEqualTo(400);
        assertThat(api.post(release(name, 1), Tokens.of("steward"), REASON).status())
                .isEqualTo(409);
    }

    @Test
    void theWorkListSaysWhatWaitsForWhom() {
        var name = heldBack(UUID.randomUUID(), "steward");

        var list = api.get("/quality/v1/findings?verdict=HELD_BACK&dataset=" + name, Tokens.of("steward"), "nl");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body().at("/total").asInt()).isEqualTo(1);
        assertThat(list.text("/items/0/code")).isEqualTo("column-lost");
        assertThat(list.text("/items/0/title")).contains("soort").contains("is er niet meer");
        assertThat(list.text("/items/0/courtName")).isEqualTo("de data steward");
        assertThat(api.get("/quality/v1/findings?dataset=" + name, Tokens.of("fg"))
                        .body()
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.get("/quality/v1/findings", Tokens.of("analyst")).status())
                .isEqualTo(403);
        assertThat(api.get("/quality/v1/findings?verdict=MAYBE", Tokens.of("steward"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatHoldsItBackIsAnnouncedWithTheColumnAndNoMoreOnceItIsReleased() {
        var dataset = UUID.randomUUID();
        var name = heldBack(dataset, "steward");

        assertThat(last(dataset).breaches())
                .containsExactly(new ScoreState.Breach("column-lost", "tellingen", "soort", List.of()));
        assertThat(last(dataset).breachCounts()).containsEntry("column-lost", 1);

        api.post(release(name, 2), Tokens.of("steward"), REASON);

        await().atMost(Duration.ofSeconds(30)).until(() -> last(dataset).verdict() == ScoreState.Verdict.RELEASED);
        assertThat(last(dataset).breaches()).isEmpty();
    }

    private static ScoreState last(UUID dataset) {
        return TestEvents.of(ScoreState.class).stream()
                .filter(score -> score.datasetId().equals(dataset) && score.version() == 2)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /** A dataset whose second version lost a column. */
    private String heldBack(UUID dataset, String steward) {
        TestEvents.publish(Given.dataset(
                dataset, 1, PersonalData.NONE, Given.holder(Role.DATA_STEWARD, QualityApi.subject(steward))));
        deliveries.deliver(dataset, 1, FULL);
        var name = deliveries.deliver(dataset, 2, POORER).dataset();
        api.until(
                () -> api.score(name, 2, Tokens.department("mobiliteit")),
                answer -> answer.text("/verdict").equals("HELD_BACK"));
        api.until(
                () -> api.get("/quality/v1/datasets/" + name + "/versions/2/score", Tokens.department("mobiliteit")),
                answer -> answer.body().at("/dimensions/8/measured").asBoolean()
                        && answer.body().at("/dimensions/8/metrics").size() > 1);
        return name;
    }

    private static String release(String name, int version) {
        return "/quality/v1/datasets/" + name + "/versions/" + version + "/release";
    }
}
