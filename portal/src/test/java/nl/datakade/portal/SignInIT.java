package nl.datakade.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class SignInIT {

    private final PortalUnderTest portal = PortalUnderTest.current();
    private final Browser browser = new Browser();

    @Test
    void aStewardSignsInSearchesOpensADatasetAndSignsOut() {
        browser.open("/");
        assertThat(browser.heading()).contains("aan één kade");

        browser.signInWithPassword("steward");
        assertThat(browser.heading()).isEqualTo("Welke data zoekt u?");

        browser.type(By.id("q"), "fiets").follow(By.cssSelector("#seek button"));
        assertThat(browser.address()).contains("q=fiets");
        assertThat(portal.services().asked())
                .anyMatch(asked -> asked.address().toString().contains("q=fiets"));

        browser.follow(By.linkText("Fietstellingen"));
        assertThat(browser.heading()).isEqualTo("Fietstellingen");
        assertThat(browser.text()).contains("Mag ik dit gebruiken?", "Owner Voorbeeld", "91,4", "Uitstekend");

        browser.press(By.cssSelector(".profile summary")).follow(By.cssSelector(".sheet form button"));
        assertThat(browser.read(By.cssSelector(".hero h1"))).contains("aan één kade");
        assertThat(browser.address()).startsWith(portal.address());

        browser.open("/requests");
        assertThat(browser.see(By.id("password")).isDisplayed())
                .as("signed out at Keycloak too")
                .isTrue();
    }

    @Test
    void whoComesInByALinkGetsThereAfterSigningIn() {
        browser.open("/datasets/fietstellingen");
        browser.see(By.id("username"));
        browser.signInWithPassword("analyst").open("/datasets/fietstellingen");
        assertThat(browser.heading()).isEqualTo("Fietstellingen");
        assertThat(browser.text()).as("how the file was read").contains("windows-1252", "afgekeurde rijen downloaden");
    }

    @Test
    void theBrowserHoldsASessionCookieAndNoToken() {
        browser.signInWithPassword("steward");
        assertThat(browser.cookies()).anySatisfy(cookie -> {
            assertThat(cookie.getName()).isEqualTo("datakade");
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualTo("Lax");
        });
        for (var page : Pages.ALL) {
            browser.open(page);
            assertThat(browser.source()).as(page).doesNotContain("eyJ", "Bearer ey");
        }
        assertThat(browser.cookies()).noneMatch(cookie -> cookie.getValue().contains("eyJ"));
    }

    @Test
    void aPageThatARoleMayNotSeeSaysSo() {
        browser.signInWithPassword("steward").open("/disclosures");
        assertThat(browser.heading()).isEqualTo("Dit is niet voor u bestemd");
        browser.open("/datasets/bestaat-niet");
        assertThat(browser.heading()).isEqualTo("Hier is niets te vinden");
        browser.open("/nergens");
        assertThat(browser.heading()).isEqualTo("Hier is niets te vinden");
    }

    @Test
    void aPageAllowsTheBrowserNothingButWhatThisServerSends() {
        var headers = portal.get("/").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        var forged = HttpRequest.newBuilder(URI.create(portal.address() + "/sign-out"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(portal.send(forged).statusCode()).isEqualTo(403);
    }

    @Test
    void metricsAreForWhoHasATokenOfTheirOwn() {
        assertThat(portal.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        var scrape = HttpRequest.newBuilder(URI.create(portal.address() + "/actuator/prometheus"))
                .header("Authorization", "Bearer " + nl.datakade.testkit.Tokens.of("admin"))
                .build();
        assertThat(portal.send(scrape).body()).contains("http_server_requests");
    }
}
