package nl.datakade.source.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import org.springframework.stereotype.Component;

/** Looks up a host once, and gives out only what may be connected to. */
@Component
public class CheckedAddresses implements Dns {

    private final HostLookup lookup;
    private final AllowedAddresses allowed;

    CheckedAddresses(HostLookup lookup, AllowedAddresses allowed) {
        this.lookup = lookup;
        this.allowed = allowed;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        var found = lookup.addresses(host).stream().filter(allowed::allows).toList();
        if (found.isEmpty()) {
            throw new AddressRefused();
        }
        return found;
    }
}
