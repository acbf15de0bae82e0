package nl.datakade.source.pull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** An SSH server's public key, as in known_hosts without the host: its type, and the key in base64. */
public final class HostKey {

    private HostKey() {}

    public static Optional<PublicKey> parse(String line) {
        try {
            var entry = PublicKeyEntry.parsePublicKeyEntry(line);
            return entry == null ? Optional.empty() : Optional.ofNullable(entry.resolvePublicKey(null, null, null));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
