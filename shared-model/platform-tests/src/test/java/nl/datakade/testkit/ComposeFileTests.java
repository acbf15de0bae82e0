package nl.datakade.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import nl.datakade.local.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeFileTests {

    @Test
    void theProjectsOwnFileNamesTheImagesThatTestsMayRunOn() {
        var compose = ComposeFile.read(
                Checkout.root().resolve("docker-compose.yml"), name -> "secret of " + name.toLowerCase(Locale.ROOT));
        assertThat(compose.services())
                .containsKeys("postgres", "kafka", "s3", "keycloak")
                .doesNotContainKey("ingest");
        assertThat(compose.service("postgres").image()).startsWith("postgres:18");
        assertThat(compose.service("postgres").environment())
                .containsEntry("POSTGRES_PASSWORD", "secret of postgres_password");
        assertThat(compose.service("keycloak").command()).contains("--import-realm");
    }

    @ParameterizedTest
    @CsvSource({"${A}, <A>", "${A:?}, <A>", "x${A:-y}z, xyz", "plain, plain"})
    void fillsVariablesIn(String text, String filled) {
        assertThat(ComposeFile.filled(text, name -> "<" + name + ">")).isEqualTo(filled);
    }
}
