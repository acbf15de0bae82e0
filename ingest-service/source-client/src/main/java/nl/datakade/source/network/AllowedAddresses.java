package nl.datakade.source.network;

import java.net.InetAddress;
import java.util.List;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;
import org.springframework.stereotype.Component;

/**
 * Addresses that may be connected to: those of the public internet, and the inner networks that the operator names.
 * Loopback, link-local (with the metadata services of clouds), private and unique local addresses are none, however
 * they are written.
 */
@Component
class AllowedAddresses {

    /** Special purposes of RFC 6890 that the matcher does not know, and ways to write an inner IPv4 address in IPv6. */
    private static final List<String> NOT_PUBLIC = List.of(
            "0.0.0.0/8",
            "100.64.0.0/10",
            "192.0.0.0/24",
            "198.18.0.0/15",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "2001::/32",
            "2002::/16",
            "fec0::/10",
            "ff00::/8");

    private final InetAddressMatcher outside =
            InetAddressMatchers.matchExternal().excludeAddresses(NOT_PUBLIC).build();

    private final List<InetAddressMatcher> inside;

    AllowedAddresses(NetworkProperties properties) {
        this.inside = properties.allowedNetworks().stream()
                .filter(network -> !network.isBlank())
                .map(network -> InetAddressMatchers.fromIpAddress(network.strip()))
                .toList();
    }

    boolean allows(InetAddress address) {
        return outside.matches(address) || inside.stream().anyMatch(network -> network.matches(address));
    }

    void require(InetAddress address) throws AddressRefused {
        if (!allows(address)) {
            throw new AddressRefused();
        }
    }
}
