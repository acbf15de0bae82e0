package nl.datakade.client;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import nl.datakade.local.StackProblem;

/** Where secrets and tokens may be sent. */
public final class Encrypted {

    private Encrypted() {}

    /** What goes over the network in the clear can be read by others; within this machine it does not leave. */
    public static void require(URI address) {
        if (!"https".equals(address.getScheme()) && !isOnThisMachine(address)) {
            throw new StackProblem(
                    "%s is not an https address: a token must not travel unencrypted.".formatted(address));
        }
    }

    private static boolean isOnThisMachine(URI address) {
        var host = address.getHost();
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
