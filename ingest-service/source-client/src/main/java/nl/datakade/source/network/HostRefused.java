package nl.datakade.source.network;

import java.io.IOException;

/** The operator does not allow this host, port or scheme. */
public final class HostRefused extends IOException {

    public HostRefused() {
        super("the host is not allowed");
    }
}
