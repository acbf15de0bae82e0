package nl.datakade.ingest.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.Life;
import org.junit.jupiter.api.Test;

class CorrectingVersionsIT extends IngestIT {

    private static final String REASON = "Telpunt F07 telde dubbel, zie melding café";

    @Test
    void aCorrectionSaysWhichVersionItCorrectsAndWhyEverywhere() throws Exception {
        var groen = department("groen");
        var name = newName();
        var first = groen.push(name, "a;b\n1;2\n");

        var second = groen.post(
                "/ingest/v1/datasets/" + name
                        + "/deliveries?corrects=1&reason=Telpunt%20F07%20telde%20dubbel,+zie+melding+caf%C3%A9",
                "a;b\n1;3\n".getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "text/csv");

        assertThat(second.status()).as(second.body()).isEqualTo(201);
        assertThat(second.json().at("/corrects/version").asInt()).isEqualTo(1);
        assertThat(second.json().at("/corrects/reason").asString()).isEqualTo(REASON);
        assertThat(Life.now(first, groen).json().required("correctedBy").asInt())
                .isEqualTo(2);
        var list = groen.get("/ingest/v1/datasets/" + name + "/versions").json();
        assertThat(list.at("/total").asInt()).isEqualTo(2);
        assertThat(list.at("/items/0/corrects/version").asInt()).isEqualTo(1);
        assertThat(list.at("/items/1/correctedBy").asInt()).isEqualTo(2);
        var told = Life.awaitTold(second, VersionState.Outcome.READ);
        assertThat(told.corrects()).isEqualTo(new VersionState.Correction(1, REASON));
        var signed = JWSObject.parse(groen.get(
                        "/ingest/v1/deliveries/" + second.text("deliveryId") + "/receipt", "Accept", "application/jose")
                .body());
        assertThat(signed.getPayload().toJSONObject())
                .containsEntry("corrects", 1L)
                .containsEntry("correctionReason", REASON);
    }

    @Test
    void aCorrectionWithTheBytesOfTheLatestVersionCorrectsNothing() {
        var groen = department("groen");
        var path = "/ingest/v1/datasets/" + newName() + "/deliveries";
        var wrong = "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8);
        groen.post(path, wrong, "Content-Type", "text/csv");

        var same = groen.post(path + "?corrects=1&reason=Dubbel%20geteld", wrong, "Content-Type", "text/csv");
        assertThat(same.status()).isEqualTo(409);
        assertThat(same.problem()).isEqualTo("nothing-corrected");

        var right = "a;b\n1;3\n".getBytes(StandardCharsets.UTF_8);
        var corrected = groen.post(path + "?corrects=1&reason=Dubbel%20geteld", right, "Content-Type", "text/csv");
        var again = groen.post(path + "?corrects=1&reason=Dubbel%20geteld", right, "Content-Type", "text/csv");
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.text("deliveryId")).isEqualTo(corrected.text("deliveryId"));
    }

    @Test
    void aCorrectionInPiecesSaysSoInItsMetadata() {
        var groen = department("groen");
        var name = newName();
        groen.push(name, "a\n1\n");
        var bytes = "a\n2\n".getBytes(StandardCharsets.UTF_8);

        var upload = groen.post(
                "/ingest/v1/uploads",
                bytes,
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                Integer.toString(bytes.length),
                "Content-Type",
                "application/offset+octet-stream",
                "Upload-Metadata",
                "dataset " + base64(name) + ",corrects " + base64("1") + ",reason " + base64(REASON));

        assertThat(upload.status()).as(upload.body()).isEqualTo(201);
        var seen = groen.get(upload.header("Location")).json();
        assertThat(seen.at("/delivery/corrects/version").asInt()).isEqualTo(1);
        assertThat(seen.at("/delivery/corrects/reason").asString()).isEqualTo(REASON);
    }

    @Test
    void whatCannotBeCorrectedIsSaid() {
        var groen = department("groen");
        var name = newName();
        groen.push(name, "a\n1\n");
        var path = "/ingest/v1/datasets/" + name + "/deliveries";

        assertRefused(groen, path + "?corrects=1", "invalid-input", "reason");
        assertRefused(groen, path + "?reason=omdat", "invalid-input", "corrects");
        assertRefused(groen, path + "?corrects=nul&reason=omdat", "invalid-input", "corrects");
        assertRefused(groen, path + "?corrects=2&reason=omdat", "nothing-to-correct", "corrects");
        assertRefused(
                groen,
                "/ingest/v1/datasets/" + newName() + "/deliveries?corrects=1&reason=omdat",
                "nothing-to-correct",
                "corrects");
    }

    @Test
    void openUploadsAreListedForTheirClientOnly() {
        var groen = department("groen");
        var created = groen.post(
                "/ingest/v1/uploads",
                new byte[0],
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                "10",
                "Upload-Metadata",
                "dataset " + base64(newName()));
        var id = created.header("Location").substring(created.header("Location").lastIndexOf('/') + 1);

        var mine = groen.get("/ingest/v1/uploads?pageSize=100");

        assertThat(mine.status()).as(mine.body()).isEqualTo(200);
        assertThat(mine.json().required("items").findValuesAsString("uploadId")).contains(id);
        assertThat(department("mobiliteit")
                        .get("/ingest/v1/uploads?pageSize=100")
                        .body())
                .doesNotContain(id);
        assertThat(person("admin").get("/ingest/v1/uploads?pageSize=100").body())
                .contains(id);
        assertThat(person("analyst").get("/ingest/v1/uploads").status()).isEqualTo(403);
        assertThat(groen.get("/ingest/v1/uploads?state=LANDED&pageSize=100").body())
                .doesNotContain(id);
    }

    private static void assertRefused(Http sender, String path, String problem, String field) {
        var answer = sender.post(path, "a\n9\n".getBytes(StandardCharsets.UTF_8), "Content-Type", "text/csv");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.json().at("/errors/0/name").asString()).isEqualTo(field);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
