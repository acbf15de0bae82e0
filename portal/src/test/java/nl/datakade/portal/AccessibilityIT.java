package nl.datakade.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class AccessibilityIT {

    private final Browser browser = new Browser();

    @Test
    void nobodyStumblesOnAnyPage() {
        browser.open("/");
        assertThat(browser.barriers()).as("welcome").isEmpty();
        browser.signIn("privacy");
        everyPage("light");
    }

    @Test
    void norInTheDark() {
        browser.dark().signIn("privacy");
        everyPage("dark");
    }

    @Test
    void norOnASmallScreen() {
        browser.signIn("privacy").width(320);
        var softly = new SoftAssertions();
        for (var page : Pages.ALL) {
            softly.assertThat(browser.open(page).overflows()).as(page).isFalse();
        }
        softly.assertAll();
    }

    @Test
    void theAnswerToAQueryIsAsReadable() {
        browser.signIn("analyst")
                .open("/query?dataset=fietstellingen")
                .follow(By.cssSelector("form.card [type=submit]"));
        assertThat(browser.read(By.id("answer"))).isEqualTo("Antwoord");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void aStewardAtWorkStumblesOnNothing() {
        browser.signIn("steward").open("/quarantine");
        browser.press(By.cssSelector("#job-fietstellingen-4 > summary"))
                .press(By.cssSelector("#job-fietstellingen-4 .act > summary"));
        assertThat(browser.barriers()).as("a version on the work list").isEmpty();
        browser.open("/quarantine/fietstellingen/4/release");
        assertThat(browser.barriers()).as("its release").isEmpty();
        assertThat(browser.dark().open("/quarantine/fietstellingen/4/release").barriers())
                .as("in the dark")
                .isEmpty();
    }

    @Test
    void aQueryThatIsRefusedSaysSoInTheTitleAndAtTheField() {
        browser.signIn("analyst").open("/query?dataset=fietstellingen").type(By.id("sql"), "SELECT *\nFROM geheim");
        browser.follow(By.cssSelector("form.card [type=submit]"));
        assertThat(browser.title()).startsWith("Fout: ");
        var described = String.valueOf(browser.see(By.id("sql")).getAttribute("aria-describedby"));
        assertThat(described).contains("answer-note");
        assertThat(browser.read(By.id("answer-note"))).contains("Deze tabel is er niet");
        assertThat(browser.allBarriers()).isEmpty();
    }

    private void everyPage(String scheme) {
        var softly = new SoftAssertions();
        for (var page : Pages.ALL) {
            softly.assertThat(browser.open(page).heading()).as(page).isNotEqualTo("Er ging iets mis");
            softly.assertThat(browser.allBarriers()).as("%s, %s", page, scheme).isEmpty();
        }
        softly.assertAll();
    }
}
