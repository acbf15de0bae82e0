package nl.datakade.source.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** What a host's name leads to. */
@FunctionalInterface
public interface HostLookup {

    List<InetAddress> addresses(String host) throws UnknownHostException;
}
