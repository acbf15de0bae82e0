package nl.datakade.source.network;

import java.net.UnknownHostException;

/** The name of a host leads to an inner address. */
public final class AddressRefused extends UnknownHostException {

    AddressRefused() {
        super("the host leads to an address that is not allowed");
    }
}
