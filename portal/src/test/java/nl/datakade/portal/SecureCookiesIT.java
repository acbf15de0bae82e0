package nl.datakade.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Reached by https, whatever the proxy before it says of the connection. */
class SecureCookiesIT {

    private final PortalUnderTest portal = PortalUnderTest.with("DATAKADE_PORTAL_URL", "https://data.example.nl");

    @Test
    void itsCookiesAreForEncryptedConnectionsOnly() {
        var session = cookies("/requests");
        var language = cookies("/?lang=en");

        assertThat(session).anyMatch(cookie -> cookie.startsWith("datakade="));
        assertThat(language).anyMatch(cookie -> cookie.startsWith("language="));
        assertThat(session).allMatch(cookie -> cookie.contains("; Secure"));
        assertThat(language).allMatch(cookie -> cookie.contains("; Secure"));
    }

    private List<String> cookies(String path) {
        return portal.get(path).headers().allValues("Set-Cookie");
    }
}
