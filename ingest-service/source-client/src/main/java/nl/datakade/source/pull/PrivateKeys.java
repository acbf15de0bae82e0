package nl.datakade.source.pull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;

/** A private key of SSH, as OpenSSH writes it. */
public final class PrivateKeys {

    private PrivateKeys() {}

    /** Empty when the text is none, or the passphrase another one. */
    public static List<KeyPair> parse(String text, @Nullable String passphrase) {
        var words = passphrase == null ? FilePasswordProvider.EMPTY : FilePasswordProvider.of(passphrase);
        try (var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            var pairs = SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName("source"), bytes, words);
            return pairs == null
                    ? List.of()
                    : StreamSupport.stream(pairs.spliterator(), false).toList();
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            return List.of();
        }
    }
}
