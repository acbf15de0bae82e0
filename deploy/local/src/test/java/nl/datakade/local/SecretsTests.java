package nl.datakade.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    private Path state;

    @Test
    void areMadeOnceAndFoundAgain() {
        var made = Secrets.in(state).ofClient("department-groen");
        assertThat(made).hasSize(24);
        assertThat(Secrets.in(state).ofClient("department-groen")).isEqualTo(made);
    }

    @Test
    void oneProcessDoesNotLoseWhatAnotherMade() {
        var one = Secrets.in(state);
        var other = Secrets.in(state);
        var first = one.of("FIRST");
        other.of("SECOND");
        assertThat(Secrets.in(state).of("FIRST")).isEqualTo(first);
    }

    @Test
    void areReadableByTheirOwnerOnly() throws IOException {
        Secrets.in(state).demoPassword();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void everyPlaceholderOfTheRealmGetsOne() {
        assertThat(Secrets.in(state)
                        .forRealm("${DATAKADE_SECRET_PORTAL} ${DATAKADE_PORTAL_URL} ${DATAKADE_SECRET_X:default}"))
                .containsOnlyKeys("DATAKADE_SECRET_PORTAL");
    }
}
