package nl.datakade.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class QueryIT {

    private static final By RUN = By.cssSelector("form.card [type=submit]");

    private final PortalUnderTest portal = PortalUnderTest.current();
    private final Browser browser = new Browser();

    @BeforeEach
    void open() {
        browser.signIn("analyst").open("/query?dataset=fietstellingen");
    }

    @Test
    void anAnalystAsksForThePurposeThatWasGrantedAndSeesTheAnswer() {
        assertThat(browser.read(By.id("sql"))).contains("FROM fietstellingen");
        browser.follow(RUN);
        assertThat(browser.read(By.id("answer"))).isEqualTo("Antwoord");
        assertThat(browser.text()).contains("12 rijen", "F01", "leeg");
        assertThat(portal.services().asked())
                .anyMatch(asked -> asked.method().equals("POST")
                        && asked.address().getPath().equals("/access/v1/queries")
                        && asked.body().contains("0190f2c4-8c00-7d2b-b222-0a0b0c0d0e0f")
                        && asked.body().contains("\"rowLimit\":500")
                        && asked.language().startsWith("nl"));
    }

    @Test
    void anAnswerThatIsNotWholeSaysSo() {
        browser.type(By.id("sql"), "SELECT veel FROM fietstellingen").follow(RUN);
        assertThat(browser.text())
                .contains("Er zijn meer dan 2 rijen", "download het antwoord als CSV")
                .doesNotContainPattern("(?<!meer dan )\\b2 rijen");
    }

    @Test
    void everyPurposeCanBeChosen() {
        assertThat(portal.services().asked())
                .anyMatch(asked -> asked.address().getPath().equals("/access/v1/activities")
                        && String.valueOf(asked.address().getQuery()).contains("page=1"))
                .anyMatch(asked -> asked.address().getPath().equals("/access/v1/grants")
                        && String.valueOf(asked.address().getQuery()).contains("own=true"));
    }

    @Test
    void aRefusedQuestionShowsWhereAndWhatToDo() {
        browser.type(By.id("sql"), "SELECT *\nFROM geheim").follow(RUN);
        assertThat(browser.text())
                .contains("Deze tabel is er niet", "Schrijf de naam van de dataset met _", "Regel 2:", "FROM geheim")
                .doesNotContain("dataset.tabel, of de dataset alleen");
        assertThat(browser.see(By.id("sql")).getAttribute("value")).as("kept").contains("FROM geheim");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void aRefusalSpeaksToPeopleAndNotToPrograms() {
        browser.type(By.id("sql"), "SELECT nosuch FROM fietstellingen").follow(RUN);
        assertThat(browser.text())
                .contains("Onbekende kolom", "Op de pagina van de dataset staan de namen van de kolommen.")
                .doesNotContain("errors", "limit 0");
    }

    @Test
    void purposesNameTheirDatasetsAsPeopleDo() {
        assertThat(browser.names(By.cssSelector("#purpose option")))
                .contains("Fietsbeleid en verkeersonderzoek: Fietstellingen");
    }

    @Test
    void nobodyHasAPurposeThatTheyDidNotChoose() {
        browser.open("/query");
        assertThat(browser.see(By.id("purpose")).getAttribute("value")).isEmpty();
    }

    @Test
    void theAnswerComesAsAFileToo() {
        var form = "csv=1&purpose=p&sql=" + URLEncoder.encode("SELECT 1", StandardCharsets.UTF_8) + "&_csrf="
                + URLEncoder.encode(
                        String.valueOf(browser.see(By.name("_csrf")).getAttribute("value")), StandardCharsets.UTF_8);
        var session = browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals("datakade"))
                .findFirst()
                .orElseThrow()
                .getValue();
        var answer = portal.send(HttpRequest.newBuilder(URI.create(portal.address() + "/query"))
                .header("Cookie", "datakade=" + session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment");
        assertThat(answer.body()).isEqualTo("telpunt,aantal\r\nF01,1204\r\n");
        assertThat(portal.services().asked())
                .filteredOn(asked -> asked.body().contains("SELECT 1"))
                .noneMatch(asked -> asked.body().contains("rowLimit"));
    }
}
