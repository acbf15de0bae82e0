package nl.datakade.access.key;

import java.util.UUID;

/**
 * Within what pseudonyms of the same value are the same. Each scope has a key of its own, so that pseudonyms of two scopes
 * cannot be joined: not with each other, and not with a dataset of known values for which somebody gets another grant.
 *
 * @param use what the key is derived for
 */
public record PseudonymScope(String use) {

    /** The rule: one grant. */
    public static PseudonymScope grant(UUID grant) {
        return new PseudonymScope("pseudonym/grant/" + grant);
    }

    /** Where combining was approved: all grants for the purpose that were approved so. */
    public static PseudonymScope combined(UUID purpose) {
        return new PseudonymScope("pseudonym/purpose/" + purpose);
    }

    /** Public data, which needs no grant: one person and one purpose. */
    public static PseudonymScope person(String person, UUID purpose) {
        return new PseudonymScope("pseudonym/person/" + purpose + "/" + person);
    }
}
