package nl.datakade.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTests {

    private static final String STEWARD = "http://localhost:8180/realms/datakade steward";

    @TempDir
    private Path state;

    @Test
    void aTokenIsFoundUntilItExpires() {
        var kept = new AccessToken("valid", Instant.now().plusSeconds(300));
        TokenFile.in(state).keep(STEWARD, kept);
        TokenFile.in(state).keep("other", AccessToken.issued("old", 20, Instant.now()));

        var found = TokenFile.in(state).find(STEWARD);

        assertThat(Objects.requireNonNull(found).value()).isEqualTo("valid");
        assertThat(TokenFile.in(state).find("other"))
                .as("so near its end that a request may come too late")
                .isNull();
        assertThat(TokenFile.in(state).find("nobody")).isNull();
    }

    @Test
    void onlyItsOwnerReadsTheFileAndWhatHasExpiredIsNotInIt() throws Exception {
        TokenFile.in(state).keep(STEWARD, AccessToken.issued("expired-secret", 0, Instant.now()));
        TokenFile.in(state).keep("owner", AccessToken.issued("valid", 300, Instant.now()));

        var file = state.resolve("tokens.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("valid").doesNotContain("expired-secret");
    }
}
