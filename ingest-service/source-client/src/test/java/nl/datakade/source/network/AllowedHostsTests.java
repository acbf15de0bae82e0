package nl.datakade.source.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTests {

    @Test
    void nothingIsAllowedByItself() {
        assertThat(hosts().allows("https", "data.example.nl", -1)).isFalse();
        assertThat(hosts("").inWords()).isEmpty();
    }

    @Test
    void aHostIsAllowedAtTheUsualPortOfTheScheme() {
        var hosts = hosts("Data.Example.nl");

        assertThat(hosts.allows("https", "data.example.nl", -1)).isTrue();
        assertThat(hosts.allows("https", "DATA.example.nl.", 443)).isTrue();
        assertThat(hosts.allows("http", "data.example.nl", 80)).isTrue();
        assertThat(hosts.allows("sftp", "data.example.nl", -1)).isTrue();
        assertThat(hosts.allows("https", "data.example.nl", 22)).isFalse();
        assertThat(hosts.allows("https", "data.example.nl", 8443)).isFalse();
        assertThat(hosts.allows("https", "example.nl", -1)).isFalse();
        assertThat(hosts.allows("https", "evil-data.example.nl", -1)).isFalse();
        assertThat(hosts.allows("https", "data.example.nl.evil.com", -1)).isFalse();
        assertThat(hosts.allows("file", "data.example.nl", -1)).isFalse();
        assertThat(hosts.allows("gopher", "data.example.nl", 80)).isFalse();
    }

    @Test
    void aStarMeansAllBelowAndAPortIsSaid() {
        var hosts = hosts("*.example.nl", "geo.example.org:8443", "[2a00::1]", "any.example.com:*");

        assertThat(hosts.allows("https", "a.b.example.nl", -1)).isTrue();
        assertThat(hosts.allows("https", "example.nl", -1)).isFalse();
        assertThat(hosts.allows("https", "badexample.nl", -1)).isFalse();
        assertThat(hosts.allows("https", "geo.example.org", 8443)).isTrue();
        assertThat(hosts.allows("https", "geo.example.org", -1)).isFalse();
        assertThat(hosts.allows("https", "2a00::1", 443)).isTrue();
        assertThat(hosts.allows("https", "any.example.com", 4711)).isTrue();
        assertThat(hosts.inWords()).isEqualTo("*.example.nl, geo.example.org:8443, 2a00::1, any.example.com:*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://data.example.nl", "*", "data.*.nl", "data.example.nl/path", "a b"})
    void whatIsNoHostStopsTheStart(String rule) {
        assertThatThrownBy(() -> hosts(rule)).hasMessageContaining("datakade.source.allowed-hosts");
    }

    private static AllowedHosts hosts(String... rules) {
        var second = Duration.ofSeconds(1);
        return new AllowedHosts(
                new NetworkProperties(Arrays.asList(rules), java.util.List.of(), "", second, second, second));
    }
}
