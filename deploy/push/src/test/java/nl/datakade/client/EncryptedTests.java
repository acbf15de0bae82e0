package nl.datakade.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import nl.datakade.local.Ports;
import nl.datakade.local.Secrets;
import nl.datakade.local.StackProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that others may not read goes over a network in the clear. */
class EncryptedTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"https://data.example.nl", "http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:1"})
    void encryptedOrWithinThisMachine(String address) {
        Encrypted.require(URI.create(address));
    }

    @Test
    void aTokenIsNotSentInTheClear() {
        var client = client(Map.of("DATAKADE_URL", "http://192.0.2.1"), new Somebody.Bearer("secret"));

        assertThatThrownBy(() -> client.get("/catalog/v1/datasets"))
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("http://192.0.2.1")
                .hasMessageContaining("unencrypted");
    }

    @Test
    void aSecretIsNotSentInTheClear() {
        var client = client(
                Map.of("DATAKADE_ISSUER", "http://192.0.2.1/realms/datakade"),
                new Somebody.Account("department-groen", "secret"));

        assertThatThrownBy(() -> client.get("/catalog/v1/datasets"))
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("http://192.0.2.1/realms/datakade");
    }

    private Client client(Map<String, String> environment, Somebody somebody) {
        return Client.of(new Platform(environment, Ports.standard(Map.of()), Secrets.in(folder)), somebody);
    }
}
