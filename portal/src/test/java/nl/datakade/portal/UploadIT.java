package nl.datakade.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;

class UploadIT {

    private static final By SEND = By.cssSelector("[data-upload] [type=submit]");
    private static final By DATASET = By.id("upload-dataset");
    private static final By FILE = By.id("upload-file");
    private static final By RECEIPT = By.id("receipt-h");
    private static final String CONTENT = "Datum;Telpunt;Aantal\r\n01-04-2026;F01;1.204\r\n";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PortalUnderTest portal = PortalUnderTest.current();
    private final Browser browser = new Browser();

    @TempDir
    private Path folder;

    @Test
    void anEmployeeDropsAFileAndFollowsItFromTheReceipt() {
        browser.signIn("medewerker").open("/deliveries");
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.text())
                .as("the same bytes after others make a new version")
                .contains("precies hetzelfde bestand als de laatste keer")
                .doesNotContain("doet geen kwaad");
        browser.drop(By.cssSelector("[data-drop]"), "Fietstellingen 2026.csv", CONTENT);
        assertThat(browser.see(DATASET).getAttribute("value"))
                .as("proposed from the file's name")
                .isEqualTo("fietstellingen-2026");
        browser.press(By.cssSelector("#upload-department option[value=mobiliteit]"))
                .press(SEND);

        assertThat(browser.read(RECEIPT)).isEqualTo("Ontvangstbewijs");
        assertThat(browser.text()).contains("Uw bestand is vrijgegeven.", "9f86d081884c7d65", "91,4");
        assertThat(browser.barriers()).isEmpty();
        assertThat(pushes()).singleElement().satisfies(push -> {
            assertThat(push.address())
                    .hasToString("/ingest/v1/datasets/fietstellingen-2026/deliveries?department=mobiliteit");
            assertThat(push.body()).isEqualTo(CONTENT);
            assertThat(push.headers().getFirst("Content-Type")).isEqualTo("text/csv");
            assertThat(push.headers().getFirst("Content-Disposition")).contains("Fietstellingen%202026.csv");
            assertThat(push.headers().getFirst("traceparent")).isNotBlank();
        });
    }

    @Test
    void whatIngestRefusesIsToldBesideTheForm() {
        browser.signIn("medewerker")
                .open("/deliveries?dataset=bomen")
                .choose(FILE, file("bomen.csv"))
                .press(SEND);

        browser.see(By.cssSelector("#upload-answer .note"));
        assertThat(browser.text())
                .contains(
                        "Dataset van een andere afdeling", "Dataset bomen is van afdeling groen.", "vraag de steward");
        assertThat(browser.see(DATASET).getAttribute("value")).isEqualTo("bomen");
        assertThat(browser.see(SEND).isEnabled()).isTrue();
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void itWorksWithoutScriptsToo() {
        browser.signIn("medewerker").withoutScripts().open("/deliveries");
        browser.type(DATASET, "fietstellingen-2026")
                .choose(FILE, file("tellingen.csv"))
                .follow(SEND);
        assertThat(browser.read(RECEIPT)).isEqualTo("Ontvangstbewijs");

        browser.open("/deliveries?dataset=bomen")
                .choose(FILE, file("bomen.csv"))
                .follow(SEND);
        assertThat(browser.read(By.cssSelector("#upload-answer .note"))).contains("afdeling groen");
    }

    @Test
    void whoWorksForNoDepartmentSeesNoForm() {
        browser.signIn("steward").open("/deliveries");
        assertThat(browser.shows(SEND)).isFalse();
    }

    @Test
    void aFormFromElsewhereIsRefusedBeforeAnythingIsPassedOn() throws IOException {
        browser.signIn("medewerker").open("/deliveries");
        assertThat(answerTo(form("verzonnen", "vervalst", CONTENT), 0)).startsWith("HTTP/1.1 403");
        assertThat(portal.services().asked())
                .noneMatch(asked -> asked.address().getPath().contains("vervalst"));
    }

    @Test
    void whatIsWrongInTheFormIsSaidBeforeAnythingIsPassedOn() throws IOException {
        browser.signIn("medewerker").open("/deliveries");
        var token = String.valueOf(browser.see(By.name("_csrf")).getAttribute("value"));
        assertThat(answerTo(form(token, "Dat Kan Niet", CONTENT), 0))
                .startsWith("HTTP/1.1 400")
                .contains("Een naam begint met een kleine letter");
    }

    @Test
    void aFormThatBreaksOffIsNotPassedOnAsIfItWereWhole() throws IOException {
        browser.signIn("medewerker").open("/deliveries");
        var token = String.valueOf(browser.see(By.name("_csrf")).getAttribute("value"));
        answerTo(form(token, "afgebroken", "x".repeat(100_000)), 50_000);
        var address = URI.create("/ingest/v1/datasets/afgebroken/deliveries?department=mobiliteit");
        await().atMost(PATIENCE).until(() -> portal.services().brokenOff().contains(address));
    }

    private java.util.List<StandIn.Asked> pushes() {
        return portal.services().asked().stream()
                .filter(asked -> asked.method().equals("POST")
                        && String.valueOf(asked.address().getQuery()).contains("department=mobiliteit"))
                .toList();
    }

    private Path file(String name) {
        try {
            return Files.writeString(folder.resolve(name), CONTENT);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String form(String token, String dataset, String content) {
        return part("_csrf", token) + part("dataset", dataset) + part("department", "mobiliteit")
                + "--kade\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                + content + "\r\n--kade--\r\n";
    }

    private static String part(String name, String value) {
        return "--kade\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** Sends a form in the browser's session; all of it but so many bytes. */
    private String answerTo(String form, int withheld) throws IOException {
        var session = browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals("datakade"))
                .map(Cookie::getValue)
                .findFirst()
                .orElseThrow();
        try (var socket = new Socket("localhost", URI.create(portal.address()).getPort())) {
            var head = "POST /deliveries HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: datakade="
                    + session + "\r\nContent-Type: multipart/form-data; boundary=kade\r\nContent-Length: "
                    + form.length() + "\r\n\r\n";
            socket.getOutputStream()
                    .write((head + form.substring(0, form.length() - withheld)).getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
