package nl.datakade.source.network;

import java.io.IOException;

/** Too many redirects, or one that leads away from encryption, or nowhere. */
public final class RedirectRefused extends IOException {

    RedirectRefused(String why) {
        super(why);
    }
}
