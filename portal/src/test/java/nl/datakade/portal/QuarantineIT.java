package nl.datakade.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class QuarantineIT {

    private final PortalUnderTest portal = PortalUnderTest.current();
    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aStewardSeesWhatWaitsAndSendsAVersionBack() {
        browser.signIn("steward").follow(By.cssSelector(".menu a[href='/quarantine']"));
        assertThat(browser.heading()).isEqualTo("Werklijst");
        assertThat(browser.text())
                .contains(
                        "2 versies",
                        "fietstellingen, Versie 4",
                        "Een kolom van de vorige versie is er niet meer.",
                        "Aan zet: de steward",
                        "Het Excel-bestand is beschadigd");
        browser.type(By.name("words"), "Kolom snelheid ontbreekt, graag de volledige export")
                .follow(By.cssSelector(".request .stop"));
        assertThat(browser.read(By.cssSelector("[role=status]"))).contains("teruggestuurd");
        assertThat(portal.services().asked())
                .anyMatch(asked -> asked.address().getPath().endsWith("/fietstellingen/versions/4/rejections")
                        && asked.body().contains("\"message\":\"Kolom snelheid ontbreekt"));
    }

    @Test
    void theDepartmentReadsTheMessageAtItsDelivery() {
        browser.signIn("steward").open("/deliveries/0190f2c4-7b20-7c1a-8d11-aa22bb33cc51");
        assertThat(browser.text())
                .contains(
                        "Deze levering is teruggestuurd; lever een betere.",
                        "Kolom snelheid ontbreekt, graag de volledige export");
    }

    @Test
    void anAnalystIsNotLedThere() {
        browser.signIn("analyst").open("/");
        assertThat(browser.text()).doesNotContain("Werklijst");
    }
}
