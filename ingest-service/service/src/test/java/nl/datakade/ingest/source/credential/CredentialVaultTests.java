package nl.datakade.ingest.source.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import nl.datakade.source.pull.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CredentialVaultTests {

    private static final Credentials CREDENTIALS =
            new Credentials(Credentials.Type.BASIC, "kade", "geheim-woord", null, null);

    @TempDir
    private Path folder;

    private final UUID source = UUID.randomUUID();

    @Test
    void whatWasSealedOpensForItsSourceOnly() {
        var vault = vault(key('a'));
        var sealed = vault.seal(source, CREDENTIALS);

        assertThat(sealed).doesNotContain("kade", "geheim");
        assertThat(vault.open(source, sealed)).contains(CREDENTIALS);
        assertThat(vault.open(UUID.randomUUID(), sealed)).isEmpty();
        assertThat(vault.seal(source, CREDENTIALS)).as("never the same twice").isNotEqualTo(sealed);
    }

    @Test
    void whatWasTamperedWithDoesNotOpen() {
        var vault = vault(key('a'));
        var parts = vault.seal(source, CREDENTIALS).split("\\.", -1);
        var other = vault.seal(UUID.randomUUID(), CREDENTIALS).split("\\.", -1);
        parts[0] = other[0]; // another header is another source

        assertThat(vault.open(source, String.join(".", parts))).isEmpty();
        assertThat(vault.open(source, "nothing")).isEmpty();
    }

    @Test
    void afterARotationTheOldKeyStillOpensUntilItIsGone() {
        var sealed = vault(key('a')).seal(source, CREDENTIALS);
        var rotated = vault(key('b'), key('a'));

        assertThat(rotated.open(source, sealed)).contains(CREDENTIALS);
        assertThat(rotated.isCurrent(sealed)).isFalse();
        assertThat(rotated.isCurrent(rotated.seal(source, CREDENTIALS))).isTrue();
        assertThat(vault(key('b')).open(source, sealed)).isEmpty();
    }

    @Test
    void withoutAKeyOneIsMadeAndKept() throws Exception {
        var sealed = vault().seal(source, CREDENTIALS);

        assertThat(vault().open(source, sealed)).contains(CREDENTIALS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsNoKeyStopsTheStartWithoutTellingIt() {
        assertThatThrownBy(() -> vault("c2hvcnQ="))
                .hasMessageContaining("datakade.source.keys")
                .hasMessageNotContaining("c2hvcnQ");
    }

    @Test
    void nothingOfThemGetsIntoALog() {
        assertThat(CREDENTIALS.toString()).isEqualTo("Credentials[BASIC]");
    }

    private CredentialVault vault(String... keys) {
        var properties = new CredentialProperties(List.of(keys), folder.resolve("key"));
        return new CredentialVault(new SourceKeys(properties), new JsonMapper());
    }

    private static String key(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
