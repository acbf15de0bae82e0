package nl.datakade.access.disclosure;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Goes along the records of the log in their order and holds each against the one before. */
final class Chain {

    private final byte[] key;
    private final String keyId;
    private final @Nullable String expected;
    private long records;
    private long sequence;
    private byte[] previous = Seal.FIRST;
    private @Nullable Long broken;
    private @Nullable Long otherKey;
    private @Nullable Instant lastAt;
    private boolean found;

    /** @param expected a checkpoint that an earlier verification told */
    Chain(byte[] key, String keyId, @Nullable String expected) {
        this.key = key.clone();
        this.keyId = keyId;
        this.expected = expected;
        this.found = checkpoint().equals(expected);
    }

    void link(Seal.Content content, String sealedWith, byte[] previousHash, byte[] hash) {
        boolean ownKey = sealedWith.equals(keyId);
        boolean whole = content.sequence() == sequence + 1
                && Arrays.equals(previousHash, previous)
                && (!ownKey || Arrays.equals(hash, Seal.of(key, previous, content)));
        if (!whole && broken == null) {
            broken = sequence + 1;
        }
        if (!ownKey && otherKey == null) {
            otherKey = content.sequence();
        }
        records++;
        sequence = content.sequence();
        previous = hash.clone();
        lastAt = content.at();
        found |= checkpoint().equals(expected);
    }

    DisclosureLog.Verification verification() {
        return new DisclosureLog.Verification(
                records, broken, otherKey, keyId, checkpoint(), lastAt, expected == null ? null : found);
    }

    private String checkpoint() {
        return sequence + ":" + HexFormat.of().formatHex(previous);
    }
}
