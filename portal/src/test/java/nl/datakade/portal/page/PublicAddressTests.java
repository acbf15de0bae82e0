package nl.datakade.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressTests {

    @ParameterizedTest
    @CsvSource({
        "https://data.example.nl,,true",
        "HTTPS://data.example.nl,,true",
        "http://localhost:8080,,false",
        "http://localhost:8080,true,true",
        "https://data.example.nl,false,false"
    })
    void theAddressDecidesUnlessTheOperatorDoes(URI url, Boolean secure, boolean encrypted) {
        assertThat(new PublicAddress(url, secure).isEncrypted()).isEqualTo(encrypted);
    }
}
