package nl.datakade.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Where owner and privacy officer each decide what neither may decide alone. */
class ProposalIT {

    private static final String CATALOG = "article[aria-labelledby^=c-] ";
    private static final String ACCESS = "article[aria-labelledby^=a-] ";

    private final PortalUnderTest portal = PortalUnderTest.current();
    private final Browser browser = new Browser();

    @Test
    void whoDecidesSeesWhatWouldChangeAndDecides() {
        browser.signIn("privacy").open("/");
        assertThat(browser.read(By.cssSelector(".menu a[href='/proposals']"))).contains("Voorstellen", "2");
        browser.follow(By.cssSelector(".menu a[href='/proposals']"));
        assertThat(browser.read(By.cssSelector(CATALOG)))
                .contains("Meldingen openbare ruimte", "Vertrouwelijk", "Openbaar", "Steward Voorbeeld");
        assertThat(browser.read(By.cssSelector(ACCESS)))
                .contains("telefoon", "afgeschermd", "zichtbaar", "Analyst Voorbeeld")
                .contains("Welke rijen van meldingen", "afdeling = 'groen'", "alle rijen");
        assertThat(browser.allBarriers()).isEmpty();

        browser.type(By.cssSelector(CATALOG + "textarea"), "Nagekeken: er staan geen namen meer in.")
                .follow(By.cssSelector(CATALOG + "button[value=approve]"));
        assertThat(browser.read(By.cssSelector(".note.good"))).contains("Goedgekeurd.");
        assertThat(portal.services().asked())
                .anyMatch(asked -> asked.address().getPath().endsWith("/decisions")
                        && asked.body().contains("\"as\":\"PRIVACY_OFFICER\"")
                        && asked.body().contains("\"approve\":true")
                        && asked.body().contains("Nagekeken"));
    }

    @Test
    void aDecisionThatIsRefusedIsThereAgain() {
        browser.signIn("privacy").open("/proposals");
        browser.type(By.cssSelector(ACCESS + "textarea"), "Niet nodig voor dit doel.")
                .follow(By.cssSelector(ACCESS + "button[value=reject]"));
        assertThat(browser.text()).contains("Het voorstel is achterhaald");
        assertThat(browser.see(By.cssSelector(ACCESS + "textarea")).getAttribute("value"))
                .isEqualTo("Niet nodig voor dit doel.");
    }

    @Test
    void whoDecidesNothingIsNotLedThere() {
        browser.signIn("analyst").open("/");
        assertThat(browser.shows(By.cssSelector(".menu a[href='/proposals']"))).isFalse();
        browser.open("/proposals");
        assertThat(browser.heading()).isEqualTo("Dit is niet voor u bestemd");
    }
}
