package nl.datakade.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What becomes of a page, and of what was typed on it, when its session ends. */
class SessionIT {

    private final PortalUnderTest portal = PortalUnderTest.current();
    private final Browser browser = new Browser();

    @Test
    void whatWasTypedIsThereAgainAfterSigningInAgain() {
        browser.signIn("analyst")
                .open("/query?dataset=fietstellingen")
                .type(By.id("sql"), "SELECT telpunt FROM fietstellingen");
        browser.forget("datakade").follow(By.cssSelector("form.card [type=submit]"));

        browser.signInHere("analyst");
        assertThat(browser.address()).contains("/query?dataset=fietstellingen");
        assertThat(browser.see(By.id("sql")).getAttribute("value")).isEqualTo("SELECT telpunt FROM fietstellingen");
        assertThat(browser.text()).contains("Uw sessie was verlopen.", "Het is niet verstuurd");
        assertThat(portal.services().asked()).noneMatch(asked -> asked.body().contains("SELECT telpunt FROM"));
    }

    @Test
    void aFormOfABrowserThatHasNeverSignedInIsNotKept() {
        browser.signIn("analyst")
                .open("/query?dataset=fietstellingen")
                .type(By.id("sql"), "SELECT telpunt FROM fietstellingen");
        browser.forget("datakade").forget("datakade-earlier").follow(By.cssSelector("form.card [type=submit]"));

        browser.signInHere("analyst");
        assertThat(browser.address()).doesNotContain("/query");
        browser.open("/query?dataset=fietstellingen");
        assertThat(browser.see(By.id("sql")).getAttribute("value")).isNotEqualTo("SELECT telpunt FROM fietstellingen");
    }

    @Test
    void aRequestForAccessIsThereAgainToo() {
        browser.signIn("analyst").open("/datasets/fietstellingen");
        browser.press(By.cssSelector("#purpose option[value=overlastbeeld]"))
                .type(By.id("reason"), "Voor het fietsplan, dat ik net aan het typen was");
        browser.forget("datakade").follow(By.cssSelector("#use form [type=submit]"));

        browser.signInHere("analyst");
        assertThat(browser.heading()).isEqualTo("Fietstellingen");
        assertThat(browser.see(By.id("reason")).getAttribute("value"))
                .isEqualTo("Voor het fietsplan, dat ik net aan het typen was");
        assertThat(browser.see(By.id("purpose")).getAttribute("value")).isEqualTo("overlastbeeld");
    }

    @Test
    void aFormThatStoodOnNoPageOfOursIsNotKept() {
        var forged = java.net.http.HttpRequest.newBuilder(java.net.URI.create(portal.address() + "/query"))
                .header("Origin", "https://example.org")
                .header("Referer", "https://example.org/query")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("purpose=p&sql=select+1"))
                .build();
        assertThat(portal.send(forged).statusCode()).isEqualTo(403);
    }

    @Test
    void backAfterSigningOutShowsNothing() {
        browser.signIn("privacy").open("/requests");
        assertThat(browser.text()).contains("Overlastbeeld per wijk");
        browser.press(By.cssSelector(".profile summary")).follow(By.cssSelector(".sheet form button"));
        browser.back();
        assertThat(browser.read(By.cssSelector("#username, .hero h1"))).isNotNull();
        assertThat(browser.source()).doesNotContain("Overlastbeeld per wijk", "Privacy Voorbeeld");
    }
}
