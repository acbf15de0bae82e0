package nl.datakade.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class QuarantineIT {

    private static final String FIETS = "#job-fietstellingen-4 ";
    private static final String MELDINGEN = "#job-meldingen-openbare-ruimte-1204 ";

    private final PortalUnderTest portal = PortalUnderTest.current();
    private final Browser browser = new Browser();

    @Test
    void aStewardSeesFirstWhatWaitsForThemAndWhichColumnsAndRowsAreWrong() {
        browser.signIn("steward").follow(By.cssSelector(".menu a[href='/quarantine']"));

        assertThat(browser.heading()).isEqualTo("Werklijst");
        assertThat(browser.text())
                .containsSubsequence(
                        "4 versies",
                        "Wacht op u",
                        "Fietstellingen, versie 4",
                        "De kolom opmerking van de vorige versie is er niet meer.",
                        "Meldingen openbare ruimte, versie 1204",
                        "Wacht op anderen",
                        "Parkeerdruk per straat, versie 2",
                        "Het Excel-bestand is beschadigd",
                        "Parkeerbeheer",
                        "Dit doet: de afdeling")
                .contains("En nog één reden.", "teruggestuurd", "Graag met de kolom plantjaar.");
        browser.press(By.cssSelector(FIETS + "> summary"));
        assertThat(browser.read(By.cssSelector(FIETS + ".why")))
                .contains("412 van 12.000 rijen waren niet te lezen; hoogstens 1% mag.");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void whoMustActDoesNotCoverSinceWhen() {
        browser.signIn("steward");
        for (var width : List.of(720, 1000, 1280, 1920)) {
            browser.width(width).open("/quarantine");
            assertThat(browser.overlaps(By.cssSelector(".job > summary"), ".tags", ".job-whose"))
                    .as("%s wide", width)
                    .isFalse();
        }
    }

    @Test
    void linksCanBeToldApartByTheirNames() {
        browser.signIn("steward").open("/quarantine");

        var names = browser.names(By.cssSelector(".work a, .work button, .act > summary"));

        assertThat(names)
                .contains("Levering van Fietstellingen, versie 4 bekijken", "Bomen in beheer, versie 1 bekijken");
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
    }

    @Test
    void theListIsNarrowedAndItsPagesKeepThat() {
        browser.signIn("steward").withoutScripts().open("/quarantine");
        browser.press(By.cssSelector("#department option[value=mobiliteit]"))
                .press(By.cssSelector("#move option[value=STEWARD]"))
                .follow(By.cssSelector(".sieve [type=submit]"));

        assertThat(browser.text()).contains("25 versies", "Pagina 1 van 2", "Alles wissen");
        assertThat(asked("/ingest/v1/quarantine"))
                .anyMatch(query -> query.contains("department=mobiliteit") && query.contains("move=STEWARD"))
                .as("how many of them are the visitor's")
                .anyMatch(query -> query.contains("move=STEWARD") && query.contains("yours=true"));
        assertThat(browser.see(By.cssSelector(".pager [rel=next]")).getAttribute("href"))
                .contains("department=mobiliteit", "move=STEWARD", "page=2");
    }

    @Test
    void aStewardSendsAVersionBackAndReadsWhichOneItWas() {
        browser.signIn("steward").withoutScripts().open("/quarantine?department=mobiliteit");
        browser.press(By.cssSelector(FIETS + "> summary"))
                .press(By.cssSelector(FIETS + ".act > summary"))
                .type(By.cssSelector(FIETS + "[name=message]"), "Kolom opmerking ontbreekt, graag de volledige export")
                .follow(By.cssSelector(FIETS + ".act .stop"));

        assertThat(browser.read(By.cssSelector(".note.good")))
                .isEqualTo(
                        "Versie 4 van Fietstellingen is teruggestuurd. De afdeling ziet uw bericht bij haar levering.");
        assertThat(browser.address()).endsWith("/quarantine?department=mobiliteit");
        assertThat(portal.services().asked())
                .anyMatch(asked -> asked.address().getPath().endsWith("/fietstellingen/versions/4/rejections")
                        && asked.body().contains("\"message\":\"Kolom opmerking ontbreekt"));
    }

    @Test
    void nothingIsReleasedBeforeTheStewardHasSeenWhatChanges() {
        browser.signIn("steward").withoutScripts().open("/quarantine");
        browser.press(By.cssSelector(FIETS + "> summary")).follow(By.cssSelector(FIETS + ".buttons a"));

        assertThat(browser.heading()).isEqualTo("Versie 4 van Fietstellingen vrijgeven?");
        assertThat(browser.text())
                .contains(
                        "De kolom opmerking van de vorige versie is er niet meer.",
                        "Versie 4 komt in de plaats van versie 3.",
                        "42.048",
                        "11.588",
                        "Kolommen die verdwijnen: opmerking");
        assertThat(releases()).isEmpty();
        assertThat(asked("/catalog/v1/datasets/fietstellingen/versions")).contains("version=4&version=3");

        browser.type(By.name("reason"), "De leverancier levert opmerkingen niet meer")
                .follow(By.cssSelector("main form [type=submit]"));

        assertThat(browser.read(By.cssSelector(".note.good"))).isEqualTo("Versie 4 van Fietstellingen is vrijgegeven.");
        assertThat(releases()).singleElement().asString().contains("De leverancier levert opmerkingen niet meer");
    }

    @Test
    void aReleaseThatIsRefusedSaysWhyAndKeepsWhatWasTyped() {
        browser.signIn("steward").open("/quarantine/meldingen-openbare-ruimte/1204/release");
        browser.type(By.name("reason"), "Het zijn geen burgerservicenummers")
                .follow(By.cssSelector("main form [type=submit]"));

        assertThat(browser.read(By.cssSelector("main .note"))).contains("Niet de steward van deze dataset");
        assertThat(browser.see(By.name("reason")).getAttribute("value"))
                .isEqualTo("Het zijn geen burgerservicenummers");
    }

    @Test
    void whatWouldChangeIsNotGuessedWhileTheCatalogueIsAway() {
        browser.signIn("steward").open("/quarantine/meldingen-openbare-ruimte/1204/release");

        assertThat(browser.text())
                .contains("Geen antwoord van de catalogus")
                .doesNotContain("Er is nog geen versie in gebruik");
        assertThat(browser.shows(By.cssSelector("main form"))).isTrue();
    }

    @Test
    void aVersionThatNobodyCanReleaseSaysWhichRoleIsMissing() {
        browser.signIn("steward").open("/quarantine/bewonerspanel/7/release");

        assertThat(browser.text()).contains("Vrijgeven doet de datasteward die in de catalogus staat");
        assertThat(browser.shows(By.cssSelector("main form"))).isFalse();
    }

    @Test
    void aVersionOlderThanTheOneInUseIsNotReleased() {
        browser.signIn("steward").open("/datasets/fietstellingen?version=2");

        assertThat(browser.shows(By.cssSelector("#quality"))).isTrue();
        assertThat(browser.shows(By.cssSelector("#quality a.button"))).isFalse();
    }

    @Test
    void afterAFailureOnlyTheFormOfThatActionIsOpen() {
        browser.signIn("steward").open("/quarantine").press(By.cssSelector(FIETS + "> summary"));
        browser.follow(By.cssSelector(FIETS + ".buttons form [type=submit]"));

        assertThat(browser.shows(By.cssSelector("main .note.bad"))).isTrue();
        assertThat(browser.shows(By.cssSelector(FIETS + ".job-body"))).isTrue();
        assertThat(browser.shows(By.cssSelector(FIETS + ".act textarea"))).isFalse();
    }

    @Test
    void whatWasTypedIsThereToCopyWhenItsFormIsNot() {
        browser.signIn("steward").open("/quarantine").press(By.cssSelector(FIETS + "> summary"));
        browser.press(By.cssSelector(FIETS + ".act > summary"))
                .divert(By.cssSelector(FIETS + ".act form"), "/quarantine/weg/9/rejection")
                .type(By.cssSelector(FIETS + "[name=message]"), "Graag met de kolom opmerking")
                .follow(By.cssSelector(FIETS + ".act .stop"));

        assertThat(browser.see(By.id("typed")).getAttribute("value")).isEqualTo("Graag met de kolom opmerking");
        assertThat(browser.see(By.id("typed")).getAttribute("readonly")).isNotNull();
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void theReasonForAReleaseStaysInItsFormAlsoWhileTheQuayIsAway() {
        browser.signIn("steward").open("/quarantine/fietstellingen/4/release");
        browser.divert(By.cssSelector("main form"), "/quarantine/fietstellingen/5/release")
                .type(By.name("reason"), "De leverancier levert opmerkingen niet meer")
                .follow(By.cssSelector("main form [type=submit]"));

        assertThat(browser.see(By.name("reason")).getAttribute("value"))
                .isEqualTo("De leverancier levert opmerkingen niet meer");
        assertThat(browser.shows(By.cssSelector("main .note.warn"))).isTrue();
    }

    @Test
    void aPageBeyondTheLastLeadsToTheLast() {
        browser.signIn("steward").open("/quarantine?page=9");

        assertThat(browser.address()).endsWith("/quarantine?page=3");
    }

    @Test
    void whatDoesNotWaitForThisStewardCannotBeReleased() {
        browser.signIn("steward").open("/quarantine/parkeerdruk/2/release");
        assertThat(browser.text()).contains("Deze versie wacht niet op uw vrijgave");
        assertThat(browser.shows(By.cssSelector("main form"))).isFalse();

        browser.open("/datasets/fietstellingen?version=4").follow(By.cssSelector("#quality a.button"));
        assertThat(browser.heading()).isEqualTo("Versie 4 van Fietstellingen vrijgeven?");
    }

    @Test
    void observationsAreNeitherSentBackNorWithdrawn() {
        browser.signIn("steward").open("/quarantine").press(By.cssSelector(MELDINGEN + "> summary"));

        assertThat(browser.shows(By.cssSelector(MELDINGEN + ".buttons a"))).isTrue();
        assertThat(browser.shows(By.cssSelector(MELDINGEN + ".act"))).isFalse();
        assertThat(browser.shows(By.cssSelector(MELDINGEN + "form"))).isFalse();
    }

    @Test
    void anEmployeeSeesWhatTheirDepartmentIsToDoAndDelivers() {
        browser.signIn("medewerker")
                .follow(By.cssSelector(".menu a[href='/quarantine']"))
                .open("/quarantine?move=me");
        assertThat(browser.text())
                .contains("Wacht op u", "Bomen in beheer, versie 1", "Graag met de kolom plantjaar.")
                .doesNotContain("Wacht op anderen");

        browser.press(By.cssSelector("#job-parkeerdruk-2 > summary"))
                .press(By.cssSelector("#job-parkeerdruk-2 .act > summary"));
        assertThat(browser.text()).contains("Waarom trekt u deze versie in?");

        browser.follow(By.cssSelector("#job-parkeerdruk-2 .buttons a"));
        assertThat(browser.see(By.id("upload-dataset")).getAttribute("value")).isEqualTo("parkeerdruk");
    }

    @Test
    void namesAreAskedForInAddressesThatServersTake() {
        browser.signIn("steward").open("/quarantine");

        assertThat(asked("/catalog/v1/datasets"))
                .anyMatch(query -> query.contains("name=telpunt-41"))
                .allMatch(query -> query.split("name=", -1).length <= 41);
    }

    @Test
    void withoutTheCatalogueTheNamesInAddressesAreShown() {
        browser.signIn("steward").open("/quarantine?department=verlichting");
        assertThat(browser.text()).contains("storingen, versie 3", "Het bestand is leeg.");
    }

    @Test
    void onATelephoneNothingIsCutOff() {
        browser.signIn("steward").width(390).open("/quarantine?department=mobiliteit");
        browser.press(By.cssSelector(FIETS + "> summary"));
        assertThat(browser.overflows()).isFalse();
        browser.open("/quarantine/fietstellingen/4/release");
        assertThat(browser.overflows()).isFalse();
        assertThat(browser.overflows(By.cssSelector(".scroll"))).isFalse();
        browser.open("/deliveries");
        assertThat(browser.overflows(By.cssSelector(".scroll"))).isFalse();
        assertThat(browser.text())
                .contains("412 van 12.000 rijen waren niet te lezen", "tegengehouden", "Fietstellingen, versie 3")
                .doesNotContain("too-many-rejects", "not-what-it-claims");
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

    @Test
    void aSearchShowsTheScoreOfAVersionThatWasNotReleased() {
        browser.signIn("steward").open("/");
        assertThat(browser.text()).containsSubsequence("zorgvraag-per-buurt", "44", "versie 1, niet vrijgegeven");
    }

    private List<String> releases() {
        return portal.services().asked().stream()
                .filter(asked -> asked.address().getPath().endsWith("/fietstellingen/versions/4/release"))
                .map(StandIn.Asked::body)
                .toList();
    }

    private List<String> asked(String path) {
        return portal.services().asked().stream()
                .filter(asked -> asked.address().getPath().equals(path))
                .map(asked -> String.valueOf(asked.address().getQuery()))
                .toList();
    }
}
