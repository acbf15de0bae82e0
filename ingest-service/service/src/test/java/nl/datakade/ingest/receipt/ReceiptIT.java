package nl.datakade.ingest.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.Objects;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import org.junit.jupiter.api.Test;

class ReceiptIT extends IngestIT {

    @Test
    void aReceiptIsSignedWithAKeyThatEverybodyCanFetch() throws Exception {
        var delivered = department("groen").push(newName(), "a;b\n1;2\n", "Content-Type", "text/csv");

        var answer = department("groen")
                .get(delivered.json().required("links").required("receipt").asString());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/jose");
        var receipt = JWSObject.parse(answer.body());

        var published = Http.as("", base()).get("/ingest/v1/receipt-keys");
        assertThat(published.status()).isEqualTo(200);
        assertThat(published.body()).doesNotContain("\"d\"");
        var key = Objects.requireNonNull(JWKSet.parse(published.body())
                        .getKeyByKeyId(receipt.getHeader().getKeyID()))
                .toECKey();
        assertThat(receipt.verify(new ECDSAVerifier(key))).isTrue();
        var statement = receipt.getPayload().toJSONObject();
        assertThat(statement)
                .containsEntry("deliveryId", delivered.text("deliveryId"))
                .containsEntry("sha256", delivered.text("sha256"))
                .containsEntry("dataset", delivered.text("dataset"))
                .containsEntry("size", 8L)
                .containsEntry("version", 1L);
    }

    @Test
    void aReceiptIsForThoseWhoMaySeeTheDelivery() {
        var delivered = department("groen").push(newName(), "a;b\n1;2\n");
        var receipt = delivered.json().required("links").required("receipt").asString();

        assertThat(department("mobiliteit").get(receipt).status()).isEqualTo(404);
        assertThat(Http.as("", base()).get(receipt).status()).isEqualTo(401);
        assertThat(person("privacy").get(receipt).status()).isEqualTo(200);
    }
}
