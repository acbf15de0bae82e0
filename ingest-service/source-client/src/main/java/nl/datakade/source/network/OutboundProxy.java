package nl.datakade.source.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.springframework.stereotype.Component;

/**
 * The HTTP proxy that the operator has for everything that leaves the city's network, if there is one. It looks up the
 * hosts itself, so what their names lead to is its care; which hosts are asked for stays ours.
 */
@Component
class OutboundProxy {

    private final Optional<HttpUrl> address;
    private final AllowedAddresses allowed;

    OutboundProxy(NetworkProperties properties, AllowedAddresses allowed) {
        this.address = Optional.of(properties.proxy().strip())
                .filter(text -> !text.isEmpty())
                .map(OutboundProxy::parsed);
        this.allowed = allowed;
    }

    private static HttpUrl parsed(String text) {
        var url = HttpUrl.parse("http://" + text);
        if (!text.matches("[^/@\\s]+:\\d{1,5}") || url == null) {
            throw new IllegalStateException(
                    "datakade.source.proxy: \"" + text + "\" is no host and port such as proxy.example.nl:3128");
        }
        return url;
    }

    boolean isUsed() {
        return address.isPresent();
    }

    Proxy proxy() {
        return address.map(
                        url -> new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(url.host(), url.port())))
                .orElse(Proxy.NO_PROXY);
    }

    /** Of the proxy alone, for no other name is looked up here then. */
    Dns names() {
        return host -> {
            if (!host.equals(address.orElseThrow().host())) {
                throw new AddressRefused();
            }
            return List.of(InetAddress.getAllByName(host));
        };
    }

    /** An inner address as such is no host that somebody outside could mean. */
    void requireOutside(HttpUrl target) throws IOException {
        if (target.host().contains(":") || target.host().matches("[0-9.]+")) {
            allowed.require(literal(target.host()));
        }
    }

    private static InetAddress literal(String host) throws AddressRefused {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException noAddress) {
            throw new AddressRefused();
        }
    }
}
