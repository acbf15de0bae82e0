package nl.datakade.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.datakade.city.DemoCity;
import nl.datakade.cli.SystemUnderTest;
import nl.datakade.client.Client;
import nl.datakade.client.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From a department's file to a governed answer, on the five services as they are shipped. */
class WholeLineIT {

    private static final Client CLIENT = SystemUnderTest.client();

    @Test
    void personalDataIsRefusedThenGrantedByTwoPeopleThenMaskedAndLogged(@TempDir Path folder) throws Exception {
        new Purposes(CLIENT.as("privacy")).enterAll();
        var city = CityFiles.writtenTo(folder);
        var truth = city.versions(MainJob.DATASET).getFirst();
        var raw = Files.readString(DemoCity.pathOf(folder, truth), Charset.forName("windows-1252"));
        var told = new StringWriter();

        new Walk(CLIENT, new Narrator(new PrintWriter(told)), city).go();

        assertThat(told.toString()).contains("→ 403").contains("GRANTED").contains("REFUSED");
        assertThat(raw).as("the file holds whole postcodes").containsPattern("[1-9][0-9]{3} ?[A-Z]{2}");
        var answer = query("select naam_melder, postcode from overlastmeldingen limit 50");
        assertThat(answer.path("rowCount").asInt()).isEqualTo(50);
        for (var row : answer.path("rows")) {
            assertThat(row.get(0).asString()).as("name").isEqualTo("***");
            assertThat(row.get(1).asString()).as("postcode").matches("[1-9][0-9]{3}");
        }
        aCorrectedReadingIsScoredAgainAndKeepsItsPolicy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "catalog", "quality", "access", "portal"})
    void aServiceShowsOperatorsWhatItIsMadeOf(String service) {
        var bill = CLIENT.as("admin")
                .actuator(service, "sbom/application")
                .required()
                .json();

        assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(bill.path("components").findValuesAsString("name")).contains("spring-boot-actuator");
    }

    /** The column is called otherwise from now on; what was decided about it goes along. */
    private static void aCorrectedReadingIsScoredAgainAndKeepsItsPolicy() {
        var steward = CLIENT.as("steward");
        var version = json(steward, "/catalog/v1/datasets/" + MainJob.DATASET).path("currentVersion");
        var path = "/datasets/" + MainJob.DATASET + "/versions/" + version.asInt();
        steward.send(
                        "PATCH",
                        "/ingest/v1" + path + "/reading",
                        BodyPublishers.ofString("{\"columns\":{\"naam_melder\":{\"name\":\"melder\"}}}"),
                        "Content-Type",
                        "application/merge-patch+json",
                        "If-Match",
                        "*")
                .required();

        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            var score = json(steward, "/quality/v1" + path + "/score");
            assertThat(score.path("reading").asInt()).isEqualTo(2);
            assertThat(score.path("verdict").asString()).isEqualTo("RELEASED");
        });
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            var asked = CLIENT.as("analyst")
                    .post(
                            "/access/v1/queries",
                            Map.of(
                                    "purpose",
                                    "leefbaarheid",
                                    "sql",
                                    "select melder, postcode from overlastmeldingen limit 5"));
            assertThat(asked.status()).isEqualTo(200);
            assertThat(asked.json().path("rows").get(0).get(0).asString()).isEqualTo("***");
        });
    }

    @Test
    void aFileInTheDutchWayBecomesATypedTable() {
        var department = CLIENT.as(new Somebody.Department("mobiliteit"));
        var file = "Datum;Telpunt;Gemiddelde\r\n01-04-2026;0164A;1.204,5\r\n02-04-2026;0165A;987,25\r\n";
        var receipt = department
                .send(
                        "POST",
                        "/ingest/v1/datasets/tellingen-proef/deliveries",
                        BodyPublishers.ofString(file),
                        "Content-Type",
                        "text/csv")
                .required()
                .json();

        await().atMost(Duration.ofMinutes(2))
                .until(() -> json(department, receipt.at("/links/self").asString())
                        .path("state")
                        .asString()
                        .equals("RELEASED"));
        var reading = json(department, receipt.at("/links/version").asString());
        assertThat(reading.path("rowsIn").asLong()).isEqualTo(2);
        assertThat(reading.path("rows").asLong() + reading.path("rejectedRows").asLong())
                .isEqualTo(2);
        assertThat(reading.at("/tables/0/columns").findValuesAsString("type"))
                .containsExactly("DATE", "VARCHAR", "DECIMAL(18,2)");
    }

    private static JsonNode query(String sql) {
        return CLIENT.as("analyst")
                .post("/access/v1/queries", Map.of("purpose", "leefbaarheid", "sql", sql))
                .required()
                .json();
    }

    private static JsonNode json(Client client, String path) {
        return client.get(path).required().json();
    }
}
