package nl.datakade.client;

import java.time.Instant;

/**
 * A token and until when it is used, which is somewhat shorter than it is valid: a request takes time.
 *
 * @param ends after this moment another one is asked for
 */
public record AccessToken(String value, Instant ends) {

    private static final int MARGIN_SECONDS = 30;

    public static AccessToken issued(String value, int seconds, Instant now) {
        return new AccessToken(value, now.plusSeconds((long) seconds - MARGIN_SECONDS));
    }

    public boolean isValid() {
        return ends.isAfter(Instant.now());
    }

    /** The value alone is a secret. */
    @Override
    public String toString() {
        return "token until " + ends;
    }
}
