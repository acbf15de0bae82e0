package nl.datakade.quality.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.quality.Deliveries;
import nl.datakade.quality.Given;
import nl.datakade.quality.QualityApi;
import nl.datakade.quality.QualityContext;
import nl.datakade.testkit.TestAccess;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@QualityContext
class ReportIT {
    private static final String REPORTERS = """
            SELECT i AS nummer, 'melder' || i || '@voorbeeld.nl' AS email, 'lamp kapot' AS melding FROM range(200) t(i)""";

    private static final String MONUMENTS = """
            SELECT i AS id,
                CASE WHEN i < 12 THEN 'zeldzaam' || i WHEN i % 2 = 0 THEN 'kerk' ELSE 'molen' END AS soort,
                CASE WHEN i < 3 THEN 'slecht' ELSE 'goed' END AS staat,
                CASE WHEN i >= 3 THEN i * 13.37 END::DOUBLE AS bedrag,
                (2500 + i % 3)::VARCHAR || ' ' || chr(65 + (i % 2)::INTEGER) || 'B' AS postcode,
                DATE '2019-12-31' + i::INTEGER AS jaar
            FROM range(400) t(i)""";

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
    void figuresOfInternalDataSayNothingAboutFewRowsAndWhoSeesThemIsRecorded() {
        var dataset = UUID.randomUUID();
        TestEvents.publish(Given.dataset(dataset, 1, PersonalData.NONE));
        var name = deliveries.deliver(dataset, 1, MONUMENTS).dataset();
        api.score(name, 1, Tokens.of("analyst"));

        var profile = api.until(
                () -> api.get("/quality/v1/datasets/" + name + "/versions/1/profile", Tokens.of("analyst")),
                answer -> answer.status() == 200);

        var table = profile.body().at("/tables/0");
        assertThat(profile.body().at("/suppressedBelow").asInt()).isEqualTo(10);
        assertThat(column(table, "soort").at("/top").toString())
                .contains("kerk", "molen")
                .doesNotContain("zeldzaam");
        assertThat(column(table, "staat").at("/top"))
                .as("all but three: the rest follows from the total")
                .isEmpty();
        var cost = column(table, "bedrag");
        assertThat(cost.at("/nulls").isNull()).isTrue();
        assertThat(cost.at("/filled").isNull()).as("rows less nulls").isTrue();
        assertThat(cost.at("/numbers/least").isNull()).isTrue();
        assertThat(cost.at("/numbers/greatest").isNull()).isTrue();
        assertThat(cost.at("/numbers/p01").isNull()).isTrue();
        assertThat(cost.at("/numbers/median").asDouble()).isEqualTo(2700);
        assertThat(cost.at("/histogram")
                        .valueStream()
                        .map(bin -> bin.at("/rows").asLong()))
                .allSatisfy(rows -> assertThat(rows).isGreaterThanOrEqualTo(10));
        var postcode = column(table, "postcode");
        assertThat(postcode.at("/meanings/0/code").asString()).isEqualTo("postcode");
        assertThat(postcode.at("/withheld").asString()).isEqualTo("EVERY_VALUE");
        assertThat(postcode.at("/top")).isEmpty();
        assertThat(column(table, "jaar").at("/moments").isNull()).isTrue();
        assertThat(table.toString()).doesNotContain("zeldzaam", "2501", "5334.63", "2019-12-31");
        var metrics = api.score(name, 1, Tokens.of("analyst")).body().at("/dimensions/1/metrics");
        assertThat(metrics.at("/0/code").asString()).isEqualTo("cells-filled");
        assertThat(metrics.at("/0/measured").asBoolean()).isTrue();
        assertThat(metrics.at("/0/score").isNull()).as("three cells are empty").isTrue();
        assertThat(metrics.at("/0/part").isNull()).isTrue();
        assertThat(metrics.at("/0/whole").isNull()).isTrue();
        assertThat(metrics.at("/1/part").asDouble()).as("columns").isEqualTo(6);
        assertThat(TestAccess.current().disclosures(dataset.toString()))
                .isNotEmpty()
                .allSatisfy(disclosure -> {
                    assertThat(disclosure.at("/kind").asString()).isEqualTo("PROFILE");
                    assertThat(disclosure.at("/version").asInt()).isEqualTo(1);
                    assertThat(disclosure.at("/person").asString()).isEqualTo(QualityApi.subject("analyst"));
                    assertThat(disclosure.at("/columns").toString()).contains("tellingen.postcode");
                });
    }

    @Test
    void aTableOfFewRowsShowsNoFigureAtAll() {
        var dataset = UUID.randomUUID();
        TestEvents.publish(Given.dataset(dataset, 1, PersonalData.NONE));
        var name = deliveries
                .deliver(dataset, 1, "SELECT i AS id, 'geheim' AS soort, i * 1.5 AS maat FROM range(9) t(i)")
                .dataset();
        api.score(name, 1, Tokens.of("analyst"));

        var profile = api.until(
                () -> api.get("/quality/v1/datasets/" + name + "/versions/1/profile", Tokens.of("analyst")),
                answer -> answer.status() == 200);

        assertThat(profile.body().at("/tables/0/keys")).isEmpty();
        assertThat(profile.body().at("/tables/0/columns").valueStream())
                .hasSize(3)
                .allSatisfy(column -> {
                    for (var figure :
                            List.of("filled", "nulls", "placeholders", "distinct", "numbers", "moments", "texts")) {
                        assertThat(column.get(figure).isNull()).as(figure).isTrue();
                    }
                    assertThat(column.at("/top")).isEmpty();
                    assertThat(column.at("/histogram")).isEmpty();
                });
        assertThat(profile.body().toString()).doesNotContain("geheim");
    }

    @Test
    void figuresOfPublicDataWithoutPeopleStayWholeAndNobodyIsRecorded() {
        var dataset = UUID.randomUUID();
        TestEvents.publish(Given.open(dataset));
        var name = deliveries.deliver(dataset, 1, MONUMENTS).dataset();
        api.score(name, 1, Tokens.of("analyst"));

        var profile = api.until(
                () -> api.get("/quality/v1/datasets/" + name + "/versions/1/profile", Tokens.of("analyst")),
                answer -> answer.status() == 200);

        var table = profile.body().at("/tables/0");
        assertThat(profile.body().at("/suppressedBelow").isNull()).isTrue();
        assertThat(column(table, "bedrag").at("/nulls").asLong()).isEqualTo(3);
        assertThat(column(table, "bedrag").at("/numbers/greatest").asDouble()).isEqualTo(5334.63);
        assertThat(column(table, "jaar").at("/moments/earliest").asString()).isEqualTo("2019-12-31");
        assertThat(api.score(name, 1, Tokens.of("analyst"))
                        .body()
                        .at("/dimensions/1/metrics/0/part")
                        .asDouble())
                .isEqualTo(2397);
        assertThat(column(table, "postcode").at("/top")).isNotEmpty();
        assertThat(TestAccess.current().disclosures(dataset.toString())).isEmpty();
    }

    @Test
    void whatCannotBeRecordedIsNotShown() {
        var dataset = UUID.randomUUID();
        TestEvents.publish(Given.dataset(dataset, 1, PersonalData.NONE));
        var name = deliveries.deliver(dataset, 1, MONUMENTS).dataset();
        api.score(name, 1, Tokens.of("analyst"));
        var path = "/quality/v1/datasets/" + name + "/versions/1/profile";
        api.until(() -> api.get(path, Tokens.of("analyst")), answer -> answer.status() == 200);
        TestAccess.current().away(true);
        try {
            var refused = api.get(path, Tokens.of("analyst"), "nl");

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("/type")).isEqualTo("/problems/disclosure-unrecorded");
            assertThat(refused.text("/title")).isEqualTo("Niet getoond, omdat het niet vastgelegd kan worden");
            assertThat(refused.body().toString()).doesNotContain("kerk");
        } finally {
            TestAccess.current().away(false);
        }
    }

    private static JsonNode column(JsonNode table, String name) {
        return table.at("/columns")
                .valueStream()
                .filter(column -> column.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
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
