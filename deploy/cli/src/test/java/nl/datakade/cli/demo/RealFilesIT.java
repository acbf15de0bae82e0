package nl.datakade.cli.demo;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.datakade.city.Registration;
import nl.datakade.cli.SystemUnderTest;
import nl.datakade.client.Client;
import nl.datakade.client.Somebody;
import nl.datakade.push.Delivery;
import nl.datakade.push.Waiting;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Eleven real files of departments, each the whole way from push to governed answer, on the services as they are shipped;
 * they go where {@code DATAKADE_TEST_DATA} names the folder of test data.
 */
@Tag("shared-data")
class RealFilesIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PURPOSE = "leefbaarheid";
    private static final String WITH_ADDRESSES = "zorgafstanden";
    private static final Map<String, String> APPROVERS = Map.of("GRANTOR", "grantor", "PRIVACY", "privacy");

    private final Client client = SystemUnderTest.client();

    @Test
    void everyFileComesTheWholeWay() throws IOException {
        var folder = folder();
        new Purposes(client.as("privacy")).enterAll();
        var softly = new SoftAssertions();
        line("file", "in", "out", "rejected", "encoding", "delimiter", "score", "columns that matter");
        for (var file : RealFile.ALL) {
            var delivery = delivered(file, folder.resolve(file.file()));
            register(file);
            var settled = settled(delivery);
            softly.assertThat(settled.path("state").asString()).as(file.file()).isEqualTo("RELEASED");
            checkReading(file, settled, softly);
            new SettingPolicy(client)
                    .set(registration(file), settled.path("version").asInt());
            granted(file);
            checkAnswer(file, softly);
            checkSearch(file, softly);
        }
        softly.assertAll();
    }

    private JsonNode delivered(RealFile file, Path path) throws IOException {
        return new Delivery(path, file.dataset())
                .send(client.as(new Somebody.Department(file.department())), _ -> {})
                .required()
                .json();
    }

    private void register(RealFile file) {
        var steward = client.as("steward");
        new Registering(steward, new People(steward)).register(registration(file));
    }

    /** Classified as a steward would: lamps, trees and meters are nobody; distances from people's addresses are. */
    private static Registration registration(RealFile file) {
        var dataset = JSON.valueToTree(Map.of(
                "title",
                file.title(),
                "description",
                file.title() + ", zoals de afdeling het bestand levert.",
                "department",
                file.department(),
                "themes",
                List.of(file.theme()),
                "keywords",
                List.of(file.word()),
                "classification",
                Map.of(
                        "confidentiality",
                        "INTERNAL",
                        "personalData",
                        file.dataset().equals(WITH_ADDRESSES) ? "PERSONAL" : "NONE",
                        "reason",
                        "5.1 2e")));
        return new Registration(file.dataset(), dataset, PURPOSE, null);
    }

    private JsonNode settled(JsonNode delivery) {
        return Waiting.until(
                "the verdict",
                PATIENCE,
                () -> json("steward", delivery.at("/links/self").asString()),
                now -> Set.of("RELEASED", "HELD_BACK", "FAILED")
                        .contains(now.path("state").asString()));
    }

    private void checkReading(RealFile file, JsonNode settled, SoftAssertions softly) {
        var reading = json("steward", settled.at("/links/version").asString());
        var score = json("steward", settled.at("/links/score").asString());
        var columns = reading.at("/tables/0/columns")
                .valueStream()
                .map(column -> column.path("name").asString() + " "
                        + column.path("type").asString())
                .toList();
        line(
                file.file(),
                reading.path("rowsIn").asString(),
                reading.path("rows").asString(),
                reading.path("rejectedRows").asString(),
                reading.at("/encoding/name").asString("–"),
                reading.at("/dialect/delimiter").asString("–"),
                String.format(Locale.ROOT, "%.1f", score.path("score").asDouble()),
                file.columns().stream().filter(columns::contains).collect(joining(", ")));
        softly.assertThat(reading.path("rowsIn").asLong()).as(file.file()).isEqualTo(file.rows());
        softly.assertThat(reading.path("rows").asLong()
                        + reading.path("rejectedRows").asLong())
                .as(file.file())
                .isEqualTo(file.rows());
        softly.assertThat(reading.at("/encoding/name").asString("UTF-8"))
                .as(file.file())
                .isEqualTo(file.encoding());
        softly.assertThat(columns).as(file.file()).containsAll(file.columns());
        softly.assertThat(score.path("score").asDouble()).as(file.file()).isBetween(40.0, 100.0);
    }

    private void granted(RealFile file) {
        var asking = new Asking(client.as("analyst"), file.dataset(), PURPOSE);
        var request =
                asking.request("Voor de proef met echte bestanden.").required().json();
        var approvals = Asking.REQUESTS + "/" + request.path("id").asString() + "/approvals";
        for (var waitingFor : request.path("waitingFor")) {
            var approver = client.as(String.valueOf(APPROVERS.get(waitingFor.asString())));
            long seen = Asking.policySeenBy(approver, request.path("id").asString());
            approver.post(approvals, Map.of("reason", "Past bij het doel.", "policyRevision", seen))
                    .required();
        }
    }

    private void checkAnswer(RealFile file, SoftAssertions softly) {
        var asking = new Asking(client.as("analyst"), file.dataset(), PURPOSE);
        var answer = Waiting.until(
                "the grant to be known", PATIENCE, () -> asking.query(file.question()), now -> now.status() != 403);
        softly.assertThat(answer.status())
                .as("%s: %s", file.file(), answer.text())
                .isEqualTo(200);
        softly.assertThat(cells(answer.json().at("/rows/0"))).as(file.file()).isEqualTo(file.answer());
        var csv = client.as("analyst")
                .post("/access/v1/queries", Map.of("purpose", PURPOSE, "sql", file.question()), "Accept", "text/csv");
        softly.assertThat(csv.text().lines().skip(1).findFirst().orElse("").replace(',', ' '))
                .as(file.file())
                .isEqualTo(file.answer());
    }

    private static String cells(JsonNode row) {
        return row.valueStream().map(JsonNode::asString).collect(joining(" "));
    }

    private void checkSearch(RealFile file, SoftAssertions softly) {
        await().atMost(PATIENCE)
                .until(() -> json("steward", "/catalog/v1/datasets/" + file.dataset())
                        .has("score"));
        softly.assertThat(json("steward", "/catalog/v1/datasets?q=" + file.word())
                        .path("items")
                        .findValuesAsString("name"))
                .as(file.word())
                .contains(file.dataset());
    }

    private JsonNode json(String person, String path) {
        return client.as(person).get(path).required().json();
    }

    private static void line(String... cells) {
        System.out.println(Stream.of(cells).collect(joining(" | ", "| ", " |")));
    }

    /** Skipped, and counted as such, where the files are not. */
    private static Path folder() {
        var folder = System.getenv("DATAKADE_TEST_DATA");
        assumeTrue(folder != null, "DATAKADE_TEST_DATA does not name the folder of test data");
        return Path.of(String.valueOf(folder), "city");
    }
}
