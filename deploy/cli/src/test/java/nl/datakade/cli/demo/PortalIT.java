package nl.datakade.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import nl.datakade.cli.SystemUnderTest;
import nl.datakade.client.Client;
import nl.datakade.client.Somebody;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The portal's pages, filled by the services as they are shipped; what the pages look like is tested beside them. */
class PortalIT {

    private static final Client CLIENT = SystemUnderTest.client();
    private static final String DATASET = "laadpalen-proef";

    @BeforeAll
    static void aDatasetIsThere() {
        var department = CLIENT.as(new Somebody.Department("mobiliteit"));
        var receipt = department
                .send(
                        "POST",
                        "/ingest/v1/datasets/" + DATASET + "/deliveries",
                        BodyPublishers.ofString(
                                "Laadpaal;Datum;Uren\r\nL-01;01-04-2026;1,5\r\nL-02;02-04-2026;2,25\r\n"),
                        "Content-Type",
                        "text/csv")
                .required()
                .json();
        await().atMost(Duration.ofMinutes(2)).until(() -> scored(department, receipt));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> CLIENT.as("steward")
                        .get("/catalog/v1/datasets/" + DATASET)
                        .json()
                        .path("score")
                        .isNumber());
    }

    @ParameterizedTest
    @CsvSource({
        "steward, /, Welke data zoekt u?",
        "steward, /?q=laadpalen, Welke data zoekt u?",
        "steward, /?department=mobiliteit&confidentiality=INTERNAL&personalData=NONE, Welke data zoekt u?",
        "steward, /datasets/laadpalen-proef, Laadpalen proef",
        "analyst, /query, Bevragen",
        "analyst, /requests, Aanvragen",
        "grantor, /requests, Aanvragen",
        "medewerker, /deliveries, Leveringen",
        "medewerker, /quarantine, Werklijst",
        "fg, /disclosures, Inzagelogboek"
    })
    void aPageIsFilled(String user, String path, String heading) throws Exception {
        try (var visitor = Visitor.signedIn(SystemUnderTest.platform(), user)) {
            var page = visitor.get(path);

            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            assertThat(Visitor.heading(page)).isEqualTo(heading);
        }
    }

    @Test
    void aSearchFindsTheDatasetWithItsScoreAndItsPageShowsHowItWasRead() throws Exception {
        try (var visitor = Visitor.signedIn(SystemUnderTest.platform(), "steward")) {
            assertThat(visitor.get("/?q=laadpalen").body()).contains("/datasets/" + DATASET);
            assertThat(visitor.get("/datasets/" + DATASET).body()).contains("US-ASCII", ">laadpaal<", ">uren<");
        }
    }

    @Test
    void theWorkListNamesTheColumnThatAnEmployeesNextFileLacks() throws Exception {
        var name = "laadpalen-werklijst";
        push(name, "Laadpaal;Datum;Uren\r\nL-01;01-04-2026;1,5\r\n", "RELEASED");
        push(name, "Laadpaal;Datum\r\nL-01;01-04-2026\r\nL-02;02-04-2026\r\n", "HELD_BACK");

        try (var visitor = Visitor.signedIn(SystemUnderTest.platform(), "medewerker")) {
            var page = visitor.get("/quarantine?dataset=" + name);

            assertThat(page.body())
                    .contains(
                            "Laadpalen werklijst, versie 2",
                            "De kolom uren van de vorige versie is er niet meer.",
                            "Mobiliteit",
                            "Dit doet: de steward");
        }
    }

    private static void push(String dataset, String content, String state) {
        var department = CLIENT.as(new Somebody.Department("mobiliteit"));
        var receipt = department
                .send(
                        "POST",
                        "/ingest/v1/datasets/" + dataset + "/deliveries",
                        BodyPublishers.ofString(content),
                        "Content-Type",
                        "text/csv")
                .required()
                .json();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> department
                        .get(receipt.at("/links/self").asString())
                        .required()
                        .json()
                        .path("state")
                        .asString()
                        .equals(state));
    }

    private static boolean scored(Client department, JsonNode receipt) {
        return department
                .get(receipt.at("/links/self").asString())
                .required()
                .json()
                .path("state")
                .asString()
                .equals("RELEASED");
    }
}
