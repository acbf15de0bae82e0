package nl.datakade.quality.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.quality.Deliveries;
import nl.datakade.quality.Given;
import nl.datakade.quality.QualityApi;
import nl.datakade.quality.QualityContext;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;

@QualityContext
class ReportIT {
    private static final String REPORTERS = """
            SELECT i AS nummer, 'melder' || i || '@voorbeeld.nl' AS email, 'lamp kapot' AS melding FROM range(200) t(i)""";

    private final QualityApi api;
    private final Deliveries deliveries;

    ReportIT(QualityApi api, Deliveries deliveries) {
        this.api = api;
        this.deliveries = deliveries;
    }

    @Test
    void theProfileOfPersonalDataIsForThoseWhoAnswerForIt() {
        var dataset = UUID.randomUUID();
        TestEvents.publish(Given.dataset(
                dataset, 1, PersonalData.PERSONAL, Given.holder(Role.DATA_OWNER, QualityApi.subject("owner"))));
        var name = deliveries.deliver(dataset, 1, REPORTERS).dataset();
        api.until(
                () -> api.score(name, 1, Tokens.of("analyst")),
                answer -> answer.body().at("/findings").isEmpty());
        var profile = "/quality/v1/datasets/" + name + "/versions/1/profile";

        var refused = api.get(profile, Tokens.of("analyst"), "nl");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/type")).isEqualTo("/problems/profile-restricted");
        assertThat(refused.text("/title")).isEqualTo("Profiel niet voor iedereen");
        assertThat(api.get(profile, Tokens.department("mobiliteit")).status()).isEqualTo(403);
        for (var reader : new String[] {"owner", "steward", "privacy", "fg"}) {
            var seen = api.get(profile, Tokens.of(reader));
            assertThat(seen.status()).as(reader).isEqualTo(200);
            assertThat(seen.body().toString()).doesNotContain("melder1");
            assertThat(seen.text("/tables/0/columns/1/withheld")).isEqualTo("EVERY_VALUE");
            assertThat(seen.text("/tables/0/columns/1/meanings/0/code")).isEqualTo("email");
        }
    }

    @Test
    void theProfileOfWhatConcernsNobodyIsForAll() {
        var dataset = UUID.randomUUID();
        TestEvents.publish(Given.dataset(dataset, 1, PersonalData.NONE));
        var name = deliveries
                .deliver(dataset, 1, "SELECT i AS id, i % 7 AS soort FROM range(100) t(i)")
                .dataset();
        api.score(name, 1, Tokens.of("analyst"));

        var profile = api.until(
                () -> api.get("/quality/v1/datasets/" + name + "/versions/1/profile", Tokens.of("analyst")),
                answer -> answer.status() == 200);

        assertThat(profile.body().at("/tables/0/rows").asLong()).isEqualTo(100);
        assertThat(profile.text("/tables/0/keys/0/0")).isEqualTo("id");
        assertThat(profile.body().at("/tables/0/columns/1/top")).isNotEmpty();
    }

    @Test
    void aSecretDatasetIsNotThereForOthers() {
        var dataset = UUID.randomUUID();
        TestEvents.publish(Given.secret(dataset, Given.holder(Role.DATA_OWNER, QualityApi.subject("owner"))));
        var name = deliveries.deliver(dataset, 1, "SELECT 1 AS id").dataset();
        var path = "/quality/v1/datasets/" + name + "/versions/1/score";

        api.score(name, 1, Tokens.of("owner"));
        var asked = api.until(() -> api.get(path, Tokens.of("analyst")), answer -> answer.status() == 404);
        assertThat(asked.text("/type")).isEqualTo("/problems/dataset-unknown");
        assertThat(api.get("/quality/v1/datasets/" + name + "/scores", Tokens.of("analyst"))
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/quality/v1/datasets/" + name + "/scores?page=9999", Tokens.of("analyst"))
                        .status())
                .isEqualTo(404);
        assertThat(api.get(path, Tokens.of("privacy")).status()).isEqualTo(200);
        assertThat(api.get(path, Tokens.service("catalog")).status()).isEqualTo(200);
    }

    @Test
    void theHistoryListsEveryVersion() {
        var dataset = UUID.randomUUID();
        deliveries.deliver(dataset, 1, "SELECT 1 AS id");
        var name = deliveries.deliver(dataset, 2, "SELECT 2 AS id").dataset();
        api.score(name, 2, Tokens.department("mobiliteit"));

        var history = api.get("/quality/v1/datasets/" + name + "/scores?pageSize=1", Tokens.department("mobiliteit"));

        assertThat(history.body().at("/total").asInt()).isEqualTo(2);
        assertThat(history.body().at("/items/0/version").asInt()).isEqualTo(2);
        assertThat(history.text("/items/0/links/self")).isEqualTo("/quality/v1/datasets/" + name + "/versions/2/score");
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        var token = Tokens.of("analyst");

        assertThat(api.anonymously("/quality/v1/datasets/x/versions/1/score").status())
                .isEqualTo(401);
        assertThat(api.get("/quality/v1/datasets/x/versions/1/score", token).text("/type"))
                .isEqualTo("/problems/dataset-unknown");
        assertThat(api.get("/quality/v1/datasets/x/versions/een/score", token).status())
                .isEqualTo(400);
        assertThat(api.anonymously("/quality/v1/openapi.json").text("/openapi")).startsWith("3.1");
        assertThat(api.anonymously("/actuator/health/readiness").text("/status"))
                .isEqualTo("UP");
    }

    @Test
    void formulasAreExplainedInBothLanguages() {
        var name = deliveries.deliver(UUID.randomUUID(), 1, "SELECT 1 AS id").dataset();
        api.score(name, 1, Tokens.department("mobiliteit"));
        var path = "/quality/v1/datasets/" + name + "/versions/1/score";

        assertThat(api.get(path, Tokens.department("mobiliteit"), "nl").text("/dimensions/1/metrics/0/name"))
                .isEqualTo("Cellen zijn gevuld");
        assertThat(api.get(path, Tokens.department("mobiliteit"), "en").text("/dimensions/1/metrics/0/name"))
                .isEqualTo("Cells are filled");
    }
}
