package nl.datakade.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What the page of a dataset says of its data is true, and says who must act. */
class DatasetIT {

    private final PortalUnderTest portal = PortalUnderTest.current();
    private final Browser browser = new Browser();

    @Test
    void aFileWithoutATableHasNoScoreAnywhere() {
        browser.signIn("steward").open("/datasets/jaarverslag?version=1");
        assertThat(browser.text())
                .contains("Geen tabel, dus geen cijfer", "er valt niets te meten of te bevragen", "PDF")
                .doesNotContain("Goed", "Traceerbaarheid", "voldoet aan de afspraken", "application/pdf");
        assertThat(browser.read(By.cssSelector("#versions tbody"))).doesNotContain("80");

        browser.open("/");
        assertThat(browser.read(By.xpath("//li[contains(@class,'result')][.//a[text()='Jaarverslag']]")))
                .contains("Geen tabel, dus geen cijfer")
                .doesNotContain("80");
    }

    @Test
    void aVersionReleasedByExceptionSaysSoWhereverItStands() {
        browser.signIn("steward").open("/datasets/fietstellingen?version=1");
        assertThat(browser.read(By.id("quality")))
                .contains(
                        "Vrijgegeven bij uitzondering",
                        "voldoet niet aan een afspraak",
                        "De leverancier kan het niet anders.")
                .doesNotContain("Deze versie voldoet aan de afspraken");
        assertThat(browser.read(By.cssSelector("#versions tbody tr:last-child")))
                .contains("Versie 1", "Vrijgegeven bij uitzondering");

        browser.open("/");
        assertThat(browser.read(By.xpath("//li[contains(@class,'result')][.//a[contains(.,'Parkeerdruk')]]")))
                .contains("Vrijgegeven bij uitzondering");
        browser.open("/deliveries/0190f2c4-7b20-7c1a-8d11-aa22bb33cc61");
        assertThat(browser.text()).contains("Vrijgegeven bij uitzondering");
    }

    @Test
    void whatIsHeldBackNamesNoGoodVersionWhereThereIsNone() {
        browser.signIn("steward").open("/datasets/fietstellingen?version=4");
        assertThat(browser.read(By.id("quality"))).contains("Versie 3 blijft in gebruik.");
    }

    @Test
    void aDraftHasOneChecklistThatDoesNotContradictItself() {
        browser.signIn("steward").open("/datasets/zorgvraag-per-buurt");
        assertThat(browser.names(By.cssSelector("#missing li > div > span:first-child")))
                .contains(
                        "Er is geen datasteward.",
                        "Nog niemand heeft bepaald wat te zien is, dus alle kolommen zijn" + " verborgen.")
                .doesNotContain("Er is geen steward.", "Er is geen eigenaar.");
        assertThat(browser.read(By.id("use")))
                .containsSubsequence("Wat nog moet gebeuren", "ding is in orde")
                .doesNotContain("mag worden gebruikt");
    }

    @Test
    void whoMustActHasTheButtonAtHand() {
        browser.signIn("analyst").open("/datasets/fietstellingen");
        assertThat(browser.see(By.cssSelector("#missing a")).getAttribute("href"))
                .endsWith("#ask");
        browser.press(By.cssSelector("#missing a"));
        assertThat(browser.shows(By.cssSelector("#ask form"))).isTrue();
    }

    @Test
    void anOldVersionIsAnnouncedAsOld() {
        browser.signIn("steward").open("/datasets/fietstellingen?version=2");
        assertThat(browser.text())
                .contains(
                        "U bekijkt versie 2. In gebruik is versie 3.",
                        "Dit gaat over versie 3, de versie die in gebruik");
        browser.open("/datasets/fietstellingen");
        assertThat(browser.text()).doesNotContain("U bekijkt versie");
    }

    @Test
    void aVersionThatIsNotThereIsNotPassedOverInSilence() {
        browser.signIn("steward").open("/datasets/fietstellingen?version=99");
        assertThat(browser.text()).contains("Versie 99 is er niet.");
        assertThat(browser.status()).isEqualTo(404);
    }

    @Test
    void whatPeopleWroteStandsAsTheyWroteIt() {
        browser.signIn("steward").open("/datasets/meldingen-openbare-ruimte");
        assertThat(browser.read(By.cssSelector(".head .lead")))
                .isEqualTo("Meldingen van inwoners.\n\nMet naam en telefoonnummer van de melder.");
        assertThat(browser.source()).as("no mark that turns text round").doesNotContain("\u202E");
    }

    @Test
    void aSearchPastItsLastPageLeadsToTheLast() {
        browser.signIn("steward").open("/?page=9");
        assertThat(browser.address()).endsWith("page=4");
        assertThat(browser.text()).doesNotContain("nog geen datasets", "Pagina 9");
        browser.open("/deliveries?page=9");
        assertThat(browser.address()).endsWith("page=4");
    }

    @Test
    void dutchDataOnAnEnglishPageSaysThatItIsDutch() {
        browser.signIn("analyst").open("/datasets/fietstellingen?lang=en");
        assertThat(browser.see(By.cssSelector("h1")).getAttribute("lang")).isEqualTo("nl");
        assertThat(browser.see(By.cssSelector(".head .lead")).getAttribute("lang"))
                .isEqualTo("nl");
        assertThat(browser.see(By.cssSelector("#purpose option:last-child")).getAttribute("lang"))
                .isEqualTo("nl");
    }

    @Test
    void thePageThatShowsErrorsHasNoneToShowByItself() {
        assertThat(portal.get("/error").statusCode()).isEqualTo(404);
        assertThat(portal.get("/error").body()).doesNotContain("999");
        assertThat(portal.get("/favicon.ico").statusCode()).isEqualTo(200);
        assertThat(portal.get("/favicon.ico")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("image/");
    }

    @Test
    void aFileWithoutATableIsKeptAndSaysThatThereIsNone() {
        browser.signIn("steward").open("/deliveries/0190f2c4-7b20-7c1a-8d11-aa22bb33cc60");
        assertThat(browser.read(By.id("way")))
                .contains("Uw bestand is bewaard, maar er staat geen tabel in.")
                .doesNotContain("Uw bestand is vrijgegeven");
        browser.open("/deliveries");
        assertThat(browser.read(By.xpath("//tr[contains(.,'jaarverslag')]"))).contains("Geen tabel, dus geen cijfer");
    }

    @Test
    void ofADatasetThatIsKnownByNameOnlyThePageSaysSo() {
        browser.signIn("analyst").open("/datasets/signaleringen");
        assertThat(browser.heading()).isEqualTo("Signaleringen");
        assertThat(browser.text())
                .contains("U ziet alleen de naam", "Owner Voorbeeld", "Vertrouwelijk")
                .doesNotContain("Nog geen beschrijving", "Versies", "Alleen de naam is bekend");
        assertThat(browser.barriers()).isEmpty();
    }
}
