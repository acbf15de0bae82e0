package nl.datakade.source.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedAddressesTests {

    private final AllowedAddresses addresses = new AllowedAddresses(properties(List.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "::1",
                "0.0.0.0",
                "::",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.254",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.169.254",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "fec0::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "198.18.0.1",
                "192.0.0.192",
                "224.0.0.1",
                "255.255.255.255",
                "ff02::1"
            })
    void innerAddressesAreRefusedHoweverTheyAreWritten(String address) {
        assertThat(addresses.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "8.8.8.8", "172.32.0.1", "2a00:1450:400e:80e::200e"})
    void thoseOfThePublicInternetAreAllowed(String address) {
        assertThat(addresses.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void anInnerNetworkIsAllowedWhenTheOperatorSaysSoAndNoOther() {
        var some = new AllowedAddresses(properties(List.of("10.20.0.0/16", " fd12::/16 ")));

        assertThat(some.allows(InetAddress.ofLiteral("10.20.3.4"))).isTrue();
        assertThat(some.allows(InetAddress.ofLiteral("fd12::7"))).isTrue();
        assertThat(some.allows(InetAddress.ofLiteral("10.21.3.4"))).isFalse();
        assertThat(some.allows(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
    }

    private static NetworkProperties properties(List<String> networks) {
        var second = Duration.ofSeconds(1);
        return new NetworkProperties(List.of(), networks, "", second, second, second);
    }
}
