package nl.datakade.ingest.upload;

import static nl.datakade.ingest.upload.UploadClient.noise;
import static nl.datakade.ingest.upload.UploadClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import nl.datakade.contracts.ingest.DeliveryLanded;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import nl.datakade.testkit.TestEvents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UploadIT extends IngestIT {

    private static final int MIB = 1 << 20;

    @Autowired
    private RunningHashes hashes;

    @Test
    void aFileInPiecesOfAnySizeBecomesADelivery() throws Exception {
        var name = newName();
        var file = noise(17 * MIB + 13);
        var tus = tus("mobiliteit");
        var upload = tus.begin(name, file.length);

        long offset = 0;
        for (int end : new int[] {3, 700, 6 * MIB, 6 * MIB + 1, 16 * MIB, file.length}) {
            var answer = tus.patch(upload, offset, Arrays.copyOfRange(file, (int) offset, end));
            assertThat(answer.status()).as(answer.body()).isEqualTo(204);
            assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
            assertThat(answer.header("Upload-Offset")).isEqualTo(Integer.toString(end));
            assertThat(tus.offset(upload)).isEqualTo(end);
            assertThat(answer.header("Location")).isEqualTo(end < file.length ? "" : self(tus.get(upload)));
            offset = end;
        }

        var receipt = landed(tus, upload, file);
        assertThat(receipt.text("dataset")).isEqualTo(name);
        assertThat(receipt.text("department")).isEqualTo("mobiliteit");
        assertThat(receipt.text("fileName")).isEqualTo("groot bestand.bin");
        assertThat(receipt.json().required("version").asInt()).isEqualTo(1);
        assertThat(objects.keys("uploads/" + id(upload))).isEmpty();
        await().untilAsserted(() -> assertThat(TestEvents.of(DeliveryLanded.class))
                .filteredOn(landed -> landed.dataset().equals(name))
                .singleElement()
                .satisfies(landed -> assertThat(landed.sha256()).isEqualTo(sha256(file))));
    }

    @Test
    void aSmallFileComesWithItsCreation() throws Exception {
        var file = "telpunt;aantal\nF01;1204\n".getBytes(StandardCharsets.UTF_8);
        var tus = tus("groen");
        var metadata = Map.of("dataset", newName(), "filename", "tellingen.csv", "filetype", "text/csv");

        var answer = tus.create(metadata, file.length, file, "Content-Type", "application/offset+octet-stream");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Upload-Offset")).isEqualTo(Integer.toString(file.length));
        assertThat(landed(tus, answer.header("Location"), file).text("mediaType"))
                .isEqualTo("text/csv");
    }

    @Test
    void theSameBytesAgainGiveTheFirstReceiptAndKeepNothing() {
        var name = newName();
        var file = "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8);
        var tus = tus("groen");
        var first = tus.begin(name, file.length);
        tus.patch(first, 0, file);
        var before = inBucket();

        var second = tus.begin(name, file.length);
        var answer = tus.patch(second, 0, file);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Location")).isEqualTo(self(tus.get(first)));
        assertThat(inBucket()).isEqualTo(before);
    }

    @Test
    void whatCameBeforeTheConnectionBrokeIsNotAskedForAgain() throws Exception {
        var file = noise(12 * MIB);
        var tus = tus("onderzoek");
        var upload = tus.begin(newName(), file.length);
        try (var socket = tus.beginPatch(upload, 0, file.length)) {
            socket.getOutputStream().write(file, 0, 7 * MIB);
        }

        await().until(() -> tus.offset(upload) == 7 * MIB);
        assertThat(tus.rest(upload, file).status()).isEqualTo(204);
        landed(tus, upload, file);
    }

    @Test
    void whereTheDigestWasLostTheFileIsReadOnceMore() throws Exception {
        var file = noise(12 * MIB);
        var tus = tus("onderzoek");
        var upload = tus.begin(newName(), file.length);
        tus.patch(upload, 0, Arrays.copyOf(file, 7 * MIB));
        jdbc.sql("update upload set declared_sha256 = :sha256 where id = :id")
                .param("sha256", sha256(file))
                .param("id", id(upload))
                .update();
        hashes.take(id(upload), 7 * MIB);

        assertThat(tus.rest(upload, file).status()).isEqualTo(204);
        landed(tus, upload, file);
    }

    @Test
    void aDigestOfTheWholeFileIsCheckedAtTheEnd() {
        var file = noise(6 * MIB);
        var tus = tus("groen");
        var right = tus.begin(newName(), file.length, "Repr-Digest", digests(file));
        var wrong = tus.begin(newName(), file.length, "Repr-Digest", digests(noise(5)));

        assertThat(tus.patch(right, 0, file).status()).isEqualTo(204);
        var before = inBucket();
        var answer = tus.patch(wrong, 0, file);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("digest-mismatch");
        assertThat(tus.head(wrong).status()).isEqualTo(410);
        assertThat(tus.get(wrong).text("reason")).isEqualTo("digest-mismatch");
        assertThat(inBucket()).isEqualTo(before);
    }

    private static String digests(byte[] bytes) {
        return "sha-512=:"
                + Base64.getEncoder().encodeToString(UploadClient.digest("SHA-512", bytes)) + ":, sha-256=:"
                + Base64.getEncoder().encodeToString(UploadClient.digest("SHA-256", bytes)) + ":";
    }

    @Test
    void aRequestWhoseChecksumIsWrongLeavesNothing() throws Exception {
        var file = noise(11 * MIB);
        var tus = tus("groen");
        var upload = tus.begin(newName(), file.length);
        var piece = Arrays.copyOf(file, 8 * MIB);
        tus.patch(upload, 0, Arrays.copyOf(file, 100), "Upload-Checksum", checksum(Arrays.copyOf(file, 100)));

        var wrong = tus.patch(upload, 100, noise(8 * MIB), "Upload-Checksum", checksum(piece));
        assertThat(wrong.status()).as(wrong.body()).isEqualTo(460);
        assertThat(wrong.problem()).isEqualTo("upload-checksum");
        assertThat(tus.offset(upload)).isEqualTo(100);

        var rest = Arrays.copyOfRange(file, 100, file.length);
        assertThat(tus.patch(upload, 100, rest, "Upload-Checksum", checksum(rest))
                        .status())
                .isEqualTo(204);
        landed(tus, upload, file);
    }

    private static String checksum(byte[] bytes) {
        return "sha1 " + Base64.getEncoder().encodeToString(UploadClient.digest("SHA-1", bytes));
    }

    @Test
    void aRepeatedCreationWithItsKeyIsTheSameUpload() {
        var name = newName();
        var tus = tus("groen");
        var key = UUID.randomUUID().toString();

        var first = tus.create(name, 10, "Idempotency-Key", key);
        var again = tus.create(name, 10, "Idempotency-Key", key);
        var other = tus.create(name, 11, "Idempotency-Key", key);

        assertThat(again.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("idempotency-key-used");
    }

    @Test
    void anUploadGivenUpLeavesNothing() {
        var file = noise(12 * MIB);
        var tus = tus("groen");
        var before = inBucket();
        var upload = tus.begin(newName(), file.length);
        tus.patch(upload, 0, Arrays.copyOf(file, 11 * MIB));

        assertThat(tus.send("DELETE", upload, new byte[0]).status()).isEqualTo(204);

        assertThat(tus.head(upload).status()).isEqualTo(404);
        assertThat(objects.keys("uploads/" + id(upload))).isEmpty();
        assertThat(inBucket()).isEqualTo(before);
    }

    @Test
    void aClientThatCannotSendPatchSaysWhatItMeans() throws Exception {
        var file = noise(100);
        var tus = tus("groen");
        var upload = tus.begin(newName(), file.length);

        var answer = tus.send(
                "POST",
                upload,
                file,
                "X-HTTP-Method-Override",
                "PATCH",
                "Content-Type",
                "application/offset+octet-stream",
                "Upload-Offset",
                "0");

        assertThat(answer.status()).isEqualTo(204);
        landed(tus, upload, file);
    }

    @Test
    void saysWhatItSpeaks() {
        var answer = tus("groen").http().send("OPTIONS", UploadClient.UPLOADS, new byte[0]);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(answer.header("Tus-Extension"))
                .isEqualTo("creation,creation-with-upload,checksum,expiration,termination");
        assertThat(answer.header("Tus-Max-Size")).isEqualTo("107374182400");
        assertThat(answer.header("Tus-Checksum-Algorithm")).contains("sha1");
    }

    private int inBucket() {
        return objects.keys("landing/").size();
    }

    private UploadClient tus(String department) {
        return new UploadClient(base(), department(department));
    }

    private Http.Answer landed(UploadClient tus, String upload, byte[] file) throws IOException {
        var shown = tus.get(upload);
        assertThat(shown.text("state")).as(shown.body()).isEqualTo("LANDED");
        var receipt = tus.http().get(self(shown));
        assertThat(receipt.text("sha256")).isEqualTo(sha256(file));
        assertThat(receipt.json().required("size").asLong()).isEqualTo(file.length);
        var key = "landing/" + receipt.text("datasetId") + "/" + receipt.text("deliveryId") + "/content";
        try (var object = objects.open(key)) {
            assertThat(object.readAllBytes()).isEqualTo(file);
        }
        return receipt;
    }

    private static String self(Http.Answer upload) {
        return upload.json().required("links").required("delivery").asString();
    }

    private static UUID id(String upload) {
        return UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
    }
}
