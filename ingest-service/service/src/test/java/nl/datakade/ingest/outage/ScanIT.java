package nl.datakade.ingest.outage;

import static nl.datakade.ingest.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** With a virus scanner, nothing becomes a delivery that it has not seen and found sound. */
class ScanIT extends OutageIT {

    private static final byte[] SOUND = "soort;aantal\nlinde;3\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] VIRUS = ("naam;waarde\n" + Clamd.EICAR + ";1\n").getBytes(StandardCharsets.US_ASCII);

    private final String name = newName();

    @Test
    void aSoundFileLands() {
        assertThat(department("groen").push(name, SOUND).status()).isEqualTo(201);

        var tus = tus();
        var upload = tus.begin(newName(), SOUND.length);
        assertThat(tus.patch(upload, 0, SOUND).status()).isEqualTo(204);
        assertThat(tus.get(upload).text("state")).isEqualTo("LANDED");
    }

    @Test
    void malwareIsRefusedByNameAndNothingOfItStays() {
        var before = kept();

        var answer = department("groen").push(name, VIRUS, "Content-Type", "text/csv");

        assertRefused(answer, 400, "malware-found");
        assertThat(answer.text("detail")).contains("Eicar-Test-Signature");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void malwareInPiecesIsRefusedWithTheLastOfThem() {
        var before = kept();
        var tus = tus();
        var upload = tus.begin(name, VIRUS.length);
        assertThat(tus.patch(upload, 0, java.util.Arrays.copyOf(VIRUS, 40)).status())
                .isEqualTo(204);

        var last = tus.patch(upload, 40, java.util.Arrays.copyOfRange(VIRUS, 40, VIRUS.length));

        assertRefused(last, 400, "malware-found");
        assertThat(tus.get(upload).text("reason")).isEqualTo("malware-found");
        assertThat(tus.head(upload).status()).isEqualTo(410);
        assertThat(kept()).isEqualTo(before);
        assertThat(objects.keys("uploads" + upload.substring(upload.lastIndexOf('/'))))
                .isEmpty();
    }

    @Test
    void unseenNothingIsTakenInAndTheSameRequestSucceedsLater() throws Exception {
        var before = kept();
        SCANNER.leave();

        var answer = department("groen").push(name, SOUND);

        assertRefused(answer, 503, "scanner-away");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(kept()).isEqualTo(before);
        SCANNER.comeBack();
        assertThat(department("groen").push(name, SOUND).status()).isEqualTo(201);
    }

    @Test
    void anUploadThatIsAllHereWaitsForTheScanner() throws Exception {
        var before = kept();
        var tus = tus();
        var upload = tus.begin(name, SOUND.length);
        SCANNER.leave();

        assertRefused(tus.patch(upload, 0, SOUND), 503, "scanner-away");

        assertThat(kept().deliveries()).isEqualTo(before.deliveries());
        assertThat(tus.get(upload).text("state")).isEqualTo("RECEIVED");
        SCANNER.comeBack();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> tus.get(upload).text("state").equals("LANDED"));
        assertThat(kept().deliveries()).isEqualTo(before.deliveries() + 1);
    }
}
