package nl.datakade.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class RequestIT {

    private final PortalUnderTest portal = PortalUnderTest.current();
    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anAnalystAsksForAccessWhereItIsMissing() {
        browser.signIn("analyst").open("/datasets/fietstellingen");
        assertThat(browser.text()).contains("Nog niet.", "U hebt nog geen toegang voor een doel.", "Aan zet: u");
        browser.press(By.cssSelector("#purpose option[value=fietsbeleid]"))
                .type(By.id("reason"), "Voor het fietsplan van volgend jaar.")
                .follow(By.cssSelector("#use form [type=submit]"));
        assertThat(browser.text()).contains("Uw aanvraag is verstuurd.");
        assertThat(portal.services().asked())
                .anyMatch(asked -> asked.method().equals("POST")
                        && asked.address().getPath().equals("/access/v1/requests")
                        && asked.body().contains("Voor het fietsplan van volgend jaar.")
                        && asked.body().contains("\"until\":\"20"));
    }

    @Test
    void aGrantorSeesWhoAsksForWhatAndDecides() {
        browser.signIn("grantor").open("/requests");
        assertThat(browser.text())
                .contains(
                        "Wacht op uw besluit",
                        "Analyst Voorbeeld",
                        "Overlastbeeld per wijk",
                        "wacht op de toegangsverlener");
        browser.type(By.cssSelector(".request input[name=reason]"), "Niet voor dit doel.")
                .follow(By.cssSelector(".request .stop"));
        assertThat(browser.read(By.cssSelector("[role=status]"))).isNotBlank();
        assertThat(portal.services().asked())
                .anyMatch(asked -> asked.address().getPath().endsWith("/refusals")
                        && asked.body().contains("Niet voor dit doel."));
    }

    @Test
    void aPartWhoseServiceIsAwayIsLeftOutCalmly() {
        browser.signIn("analyst").open("/datasets/meldingen-openbare-ruimte");
        assertThat(browser.heading()).isEqualTo("Meldingen openbare ruimte");
        assertThat(browser.text())
                .contains("Geen antwoord van de kwaliteitsmeting.", "Profiel niet voor iedereen")
                .doesNotContain("Exception");
    }

    @Test
    void englishIsOneClickAwayAndStays() {
        browser.signIn("analyst").follow(By.cssSelector(".tools a[hreflang=en]"));
        assertThat(browser.heading()).isEqualTo("What data are you looking for?");
        browser.open("/requests");
        assertThat(browser.heading()).isEqualTo("Requests");
        assertThat(portal.services().asked()).anyMatch(asked -> asked.language().startsWith("en"));
    }
}
