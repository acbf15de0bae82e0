package nl.datakade.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class RequestIT {

    private final PortalUnderTest portal = PortalUnderTest.current();
    private final Browser browser = new Browser();

    @Test
    void anAnalystAsksForAccessWhereItIsMissing() {
        browser.signIn("analyst").open("/datasets/fietstellingen");
        assertThat(browser.text()).contains("Nog niet.", "U hebt nog geen toegang voor een doel.", "Dit kunt u doen.");
        browser.press(By.cssSelector("#purpose option[value=fietsbeleid]"))
                .type(By.id("reason"), "Voor het fietsplan van volgend jaar.")
                .follow(By.cssSelector("#use form [type=submit]"));
        assertThat(browser.text()).contains("Uw aanvraag is verstuurd.");
        assertThat(browser.heading()).as("still at the dataset").isEqualTo("Fietstellingen");
        assertThat(portal.services().asked())
                .anyMatch(asked -> asked.method().equals("POST")
                        && asked.address().getPath().equals("/access/v1/requests")
                        && asked.body().contains("Voor het fietsplan van volgend jaar.")
                        && asked.body().contains("\"until\":\"20"));
    }

    /** The approval names the revision of the policy on the page, so that has to be on the page. */
    @Test
    void whoDecidesSeesWhatWouldBeShown() {
        browser.signIn("grantor").open("/requests");
        browser.press(By.cssSelector(".request details summary"));
        assertThat(browser.read(By.cssSelector(".request details")))
                .contains("meldingen", "afdeling = 'groen'", "telefoon", "naam", "Persoonsgegevens");
        browser.type(By.cssSelector(".request input[name=reason]"), "Niet nodig.")
                .follow(By.cssSelector(".request .button:not(.stop)"));
        assertThat(portal.services().asked())
                .anyMatch(asked -> asked.address().getPath().endsWith("/approvals")
                        && asked.body().contains("\"policyRevision\":3"));
    }

    @Test
    void combiningIsAskedForOnlyOnPurpose() {
        browser.signIn("analyst").open("/datasets/fietstellingen");
        browser.press(By.cssSelector("#purpose option[value=fietsbeleid]"))
                .type(By.id("reason"), "Zonder combineren.")
                .follow(By.cssSelector("#use form [type=submit]"));
        browser.open("/datasets/fietstellingen")
                .press(By.cssSelector("#purpose option[value=fietsbeleid]"))
                .type(By.id("reason"), "Samen met ongevallen.")
                .press(By.cssSelector("#use form summary"))
                .press(By.name("combine"))
                .follow(By.cssSelector("#use form [type=submit]"));
        assertThat(portal.services().asked())
                .anyMatch(asked -> asked.body().contains("Zonder combineren.")
                        && asked.body().contains("\"combine\":false"))
                .anyMatch(asked -> asked.body().contains("Samen met ongevallen.")
                        && asked.body().contains("\"combine\":true"));
    }

    @Test
    void theFormOffersNoMoreThanTheRulesAccept() {
        browser.signIn("analyst").open("/datasets/fietstellingen");
        assertThat(browser.see(By.id("until")).getAttribute("value")).isEqualTo("2027-05-31");
        assertThat(browser.see(By.id("until")).getAttribute("max")).isEqualTo("2027-05-31");
    }

    @Test
    void whatWasTypedIsThereAgainWhenItIsRefused() {
        browser.signIn("analyst").open("/datasets/fietstellingen");
        browser.press(By.cssSelector("#purpose option[value=overlastbeeld]"))
                .type(By.id("reason"), "telang")
                .follow(By.cssSelector("#use form [type=submit]"));
        assertThat(browser.heading()).isEqualTo("Fietstellingen");
        assertThat(browser.text())
                .contains("Zo lang kan niet", "Kies een eerdere dag en verstuur de aanvraag opnieuw.")
                .doesNotContain("laat until weg");
        assertThat(browser.title()).startsWith("Fout: ");
        assertThat(browser.see(By.id("reason")).getAttribute("value")).isEqualTo("telang");
        assertThat(browser.see(By.id("purpose")).getAttribute("value")).isEqualTo("overlastbeeld");
    }

    @Test
    void aSecondPurposeCanBeAskedAndWhatWasAskedStandsThere() {
        browser.signIn("analyst").open("/datasets/meldingen-openbare-ruimte");
        assertThat(browser.text()).contains("Ja, u kunt deze dataset bevragen.", "Toegang vragen voor een ander doel");
        assertThat(browser.names(By.cssSelector("#purpose option")))
                .contains("Fietsbeleid en verkeersonderzoek")
                .doesNotContain("Overlastbeeld per wijk", "Wijkplan 2027");
        assertThat(browser.read(By.cssSelector("#ask .standing")))
                .contains("Overlastbeeld per wijk", "u hebt toegang", "Wijkplan 2027", "aangevraagd");
    }

    @Test
    void whoAskedReadsWhatWasSaidWithTheApproval() {
        browser.signIn("analyst").open("/requests");
        assertThat(browser.read(By.xpath("//section[@aria-labelledby='own']")))
                .contains(
                        "Goedgekeurd door de toegangsverlener (Grantor Voorbeeld): Past bij het fietsplan; alleen totalen"
                                + " publiceren.");
    }

    @Test
    void whatWaitsIsAskedForAndPagedByItself() {
        browser.signIn("grantor").open("/requests");
        assertThat(browser.text()).contains("Wacht op uw besluit (41)", "Pagina 1 van 3");
        browser.follow(By.cssSelector(".pager [rel=next]"));
        assertThat(portal.services().asked())
                .anyMatch(asked -> String.valueOf(asked.address().getQuery()).contains("waitingFor=me")
                        && String.valueOf(asked.address().getQuery()).contains("page=2"));
    }

    @Test
    void namesAreAskedForOnceAndTitlesStandWhereNamesOfAddressesStood() {
        browser.signIn("grantor").open("/requests");
        assertThat(browser.text())
                .contains("Meldingen openbare ruimte", "Analyst Voorbeeld")
                .doesNotContain("meldingen-openbare-ruimte", "0f5d2c1e");
        assertThat(portal.services().asked())
                .filteredOn(asked -> asked.address().getPath().equals("/catalog/v1/people"))
                .allMatch(asked -> String.valueOf(asked.address().getQuery()).contains("subject="));
        browser.press(By.cssSelector(".profile summary"));
        browser.open("/");
    }

    @Test
    void aDecisionThatIsRefusedIsThereAgain() {
        browser.signIn("grantor").open("/requests");
        browser.type(By.cssSelector(".request input[name=reason]"), "Past bij het doel.")
                .follow(By.cssSelector(".request .button:not(.stop)"));
        assertThat(browser.see(By.cssSelector(".request input[name=reason]")).getAttribute("value"))
                .isEqualTo("Past bij het doel.");
        assertThat(browser.text()).doesNotContain("waitingFor");
    }

    @Test
    void aProfileNamesDepartmentsAsPeopleDo() {
        browser.signIn("medewerker").open("/").press(By.cssSelector(".profile summary"));
        assertThat(browser.read(By.cssSelector(".sheet")))
                .contains("Mobiliteit")
                .doesNotContain("mobiliteit");
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
