package nl.datakade.ingest.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import nl.datakade.local.SigningKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptKeysTests {

    @TempDir
    private Path folder;

    @Test
    void theFirstKeySignsAndThoseBeforeItStillVerify() throws Exception {
        var present = key();
        var former = key().toPublicJWK();

        var keys = keys(new JWKSet(List.of(present, former)).toString(false));

        assertThat(keys.signing().getKeyID()).isEqualTo(present.getKeyID());
        var published = JWKSet.parse(keys.published());
        assertThat(published.getKeys()).hasSize(2).noneMatch(com.nimbusds.jose.jwk.JWK::isPrivate);
    }

    @Test
    void theKeysOfTheLocalStackWillDo() {
        assertThat(keys(SigningKeys.set()).signing().isPrivate()).isTrue();
    }

    @Test
    void withoutKeysOneIsMadeOnceForItsOwnerOnly() throws Exception {
        var first = keys("").signing().getKeyID();
        var again = keys("").signing().getKeyID();

        assertThat(again).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aSetThatCannotSignIsRefusedAtTheStart() throws Exception {
        var verifyingOnly = new JWKSet(key().toPublicJWK()).toString(false);

        assertThatThrownBy(() -> keys(verifyingOnly)).hasMessageContaining("private EC key");
        assertThatThrownBy(() -> keys("nonsense")).hasMessageContaining("no JSON Web Key Set");
    }

    private ReceiptKeys keys(String set) {
        return new ReceiptKeys(new ReceiptProperties(set, folder.resolve("keys.json")));
    }

    private static ECKey key() throws Exception {
        return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    }
}
