package nl.datakade.ingest.upload;

import static nl.datakade.ingest.Refusals.assertRefused;
import static nl.datakade.ingest.upload.UploadClient.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import nl.datakade.ingest.IngestIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Uploads that wait, that two want at once, or that nobody comes back for. */
class SlowUploadIT extends IngestIT {

    private static final int MIB = 1 << 20;

    @Autowired
    private TidyUploads tidy;

    @Autowired
    private UploadProperties properties;

    @Autowired
    private Uploads uploads;

    @Test
    void twoAtOnceOnOneUpload() throws Exception {
        var file = noise(6 * MIB);
        var tus = tus("groen");
        var upload = tus.begin(newName(), file.length);
        try (var first = tus.beginPatch(upload, 0, file.length)) {
            first.getOutputStream().write(file, 0, 1000);
            await().until(() -> isHeld(upload));

            assertRefused(tus.patch(upload, 0, file), 423, "upload-held");

            first.getOutputStream().write(file, 1000, file.length - 1000);
            assertThat(statusLine(first)).contains("204");
        }
        assertThat(tus.get(upload).text("state")).isEqualTo("LANDED");
    }

    @Test
    void aClientThatComesBackIsNotKeptOutByItsDeadConnection() throws Exception {
        var file = noise(1000);
        var tus = tus("groen");
        var upload = tus.begin(newName(), file.length);
        try (var dead = tus.beginPatch(upload, 0, file.length)) {
            dead.getOutputStream().write(file, 0, 10);
            await().until(() -> isHeld(upload));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> tus.patch(upload, 0, file).status() == 204);

            dead.getOutputStream().write(file, 10, 990);
            assertThat(statusLine(dead)).contains("423");
        }
        assertThat(tus.get(upload)
                        .json()
                        .required("delivery")
                        .required("sha256")
                        .asString())
                .isEqualTo(UploadClient.sha256(file));
    }

    @Test
    void aByteNowAndThen() throws Exception {
        var tus = tus("groen");
        var upload = tus.begin(newName(), MIB);
        try (var socket = tus.beginPatch(upload, 0, MIB)) {
            await().pollInterval(Duration.ofMillis(100)).until(() -> {
                socket.getOutputStream().write('x');
                return socket.getInputStream().available() > 0;
            });
            assertThat(statusLine(socket)).contains("408");
        }
        assertThat(tus.offset(upload)).isPositive();
    }

    @Test
    void anUploadThatExpired() {
        var tus = tus("groen");
        var before = objects.keys("landing/").size();
        var upload = tus.begin(newName(), 12 * MIB);
        tus.patch(upload, 0, noise(11 * MIB));

        pass(upload, properties.expiresAfter().minusMinutes(1));
        tidy.tidy();
        assertThat(tus.offset(upload)).isEqualTo(11 * MIB);
        pass(upload, Duration.ofMinutes(2));
        var late = tus.patch(upload, 11 * MIB, noise(10));
        assertThat(late.status()).isIn(410, 404);
        tidy.tidy();

        assertThat(tus.head(upload).status()).isEqualTo(404);
        assertThat(objects.keys("uploads/" + id(upload))).isEmpty();
        assertThat(objects.keys("landing/")).hasSize(before);
    }

    private void pass(String upload, Duration time) {
        jdbc.sql("update upload set expires_at = expires_at - make_interval(secs => :seconds) where id = :id")
                .param("seconds", time.toSeconds())
                .param("id", id(upload))
                .update();
    }

    private boolean isHeld(String upload) {
        return uploads.find(id(upload)).orElseThrow().held();
    }

    private static String statusLine(java.net.Socket socket) throws Exception {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                .readLine();
    }

    private static UUID id(String upload) {
        return UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
    }

    private UploadClient tus(String department) {
        return new UploadClient(base(), department(department));
    }
}
