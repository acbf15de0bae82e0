package nl.datakade.ingest.upload;

import static nl.datakade.ingest.Refusals.assertInvalid;
import static nl.datakade.ingest.Refusals.assertRefused;
import static nl.datakade.ingest.upload.UploadClient.noise;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import nl.datakade.ingest.IngestIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever goes wrong with an upload, it is said what to do, and what came before it stands. */
class BadUploadIT extends IngestIT {

    private static final int MIB = 1 << 20;

    @Test
    void aWrongOffset() {
        var tus = tus("groen");
        var upload = tus.begin(newName(), 100);
        tus.patch(upload, 0, noise(10));

        for (long offset : new long[] {0, 9, 11, 100}) {
            var answer = tus.patch(upload, offset, noise(1));
            assertRefused(answer, 409, "upload-offset");
            assertThat(answer.json().required("offset").asLong()).isEqualTo(10);
        }
        assertThat(tus.offset(upload)).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "een", "99999999999999999999"})
    void anOffsetThatIsNone(String offset) {
        var tus = tus("groen");
        var upload = tus.begin(newName(), 100);

        assertInvalid(
                tus.send(
                        "PATCH",
                        upload,
                        noise(1),
                        "Content-Type",
                        "application/offset+octet-stream",
                        "Upload-Offset",
                        offset),
                "Upload-Offset");
    }

    @Test
    void moreBytesThanDeclared() {
        var tus = tus("groen");
        var upload = tus.begin(newName(), 100);

        assertRefused(tus.patch(upload, 0, noise(101)), 413, "upload-longer-than-declared");
        assertThat(tus.offset(upload)).isZero();
    }

    @Test
    void anotherLengthThanDeclared() {
        var tus = tus("groen");
        var upload = tus.begin(newName(), 100);

        assertInvalid(tus.patch(upload, 0, noise(10), "Upload-Length", "110"), "Upload-Length");
    }

    @Test
    void nothingAtAll() {
        assertRefused(tus("groen").create(newName(), 0), 400, "empty-file");
    }

    @Test
    void aFileOverTheLimit() {
        assertRefused(tus("groen").create(newName(), (100L << 30) + 1), 413, "file-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Upload-Defer-Length", "Upload-Concat"})
    void whatIsNotSpokenHere(String header) {
        assertInvalid(tus("groen").create(newName(), 100, header, "1"), header);
    }

    @Test
    void anotherVersionOfTheProtocol() {
        var tus = tus("groen");
        var answer = tus.http().send("POST", UploadClient.UPLOADS, noise(0), "Tus-Resumable", "0.2.2");

        assertRefused(answer, 412, "tus-version");
        assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
    }

    @Test
    void bytesOfAnotherType() {
        var tus = tus("groen");
        var upload = tus.begin(newName(), 100);

        assertRefused(
                tus.send("PATCH", upload, noise(10), "Content-Type", "text/csv", "Upload-Offset", "0"),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crc9 AAAA", "sha1", "sha1 ***"})
    void aChecksumThatIsNone(String checksum) {
        var tus = tus("groen");
        var upload = tus.begin(newName(), 100);

        assertInvalid(tus.patch(upload, 0, noise(10), "Upload-Checksum", checksum), "Upload-Checksum");
    }

    @Test
    void aDigestOfAnotherAlgorithm() {
        var tus = tus("groen");
        var upload = tus.begin(newName(), 100);

        var answer = tus.patch(upload, 0, noise(10), "Content-Digest", "md5=:CY9rzUYh03PK3k6DJie09g==:");
        assertInvalid(answer, "Content-Digest");
        assertThat(answer.header("Want-Content-Digest")).isEqualTo("sha-256=10, sha-512=9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataset", "dataset ***", "dataset Zmlldnc=,dataset Zmlldnc=", "naam Zmlldnc=", ""})
    void metadataThatIsNone(String metadata) {
        var tus = tus("groen");

        assertInvalid(
                tus.send("POST", UploadClient.UPLOADS, noise(0), "Upload-Length", "10", "Upload-Metadata", metadata),
                "Upload-Metadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ελληνικά.csv", "мои данные.csv", "数据 📈.csv", "بيانات.csv", "நகரம்.csv", "é\u0000ën.csv"})
    void namesInEveryScript(String fileName) {
        var tus = tus("groen");
        var file = "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8);
        var metadata = Map.of("dataset", newName(), "filename", "../../" + fileName);

        var answer = tus.create(metadata, file.length, file, "Content-Type", "application/offset+octet-stream");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(tus.get(answer.header("Location")).text("fileName")).isEqualTo(fileName.replace("\u0000", ""));
    }

    @Test
    void anImageThatClaimsToBeCsvIsRefusedAtItsFirstBytes() {
        var tus = tus("groen");
        var before = objects.keys("landing/").size();
        var upload = tus.create(Map.of("dataset", newName(), "filetype", "text/csv"), 20 * MIB, noise(0))
                .header("Location");
        var png = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(tus.patch(upload, 0, png), 400, "not-what-it-claims");
        assertThat(tus.head(upload).status()).isEqualTo(410);
        assertRefused(tus.patch(upload, 0, png), 410, "upload-refused");
        assertThat(objects.keys("landing/")).hasSize(before);
    }

    @Test
    void anotherDepartment() {
        var upload = tus("groen").begin(newName(), 100);
        var other = tus("mobiliteit");

        assertRefused(other.patch(upload, 0, noise(10)), 403, "forbidden");
        assertRefused(other.get(upload), 403, "forbidden");
        assertThat(other.head(upload).status()).isEqualTo(403);
        assertThat(other.send("DELETE", upload, noise(0)).status()).isEqualTo(403);
        assertRefused(new UploadClient(base(), person("analyst")).create(newName(), 10), 403, "forbidden");
    }

    @Test
    void aDatasetOfAnotherDepartment() {
        var name = newName();
        department("mobiliteit").push(name, "a\n1\n");

        assertRefused(tus("groen").create(name, 10), 409, "dataset-name-taken");
    }

    @Test
    void moreOpenUploadsThanOneClientMayHave() {
        var tus = tus("verlichting");
        for (int n = 0; n < 60; n++) {
            tus.begin(newName(), 100);
        }

        var answer = tus.create(newName(), 100);

        assertRefused(answer, 429, "uploads-too-many");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @Test
    void firstBytesThatAreRefusedHoldNoPlaceUnlessTheirKeyFindsThemAgain() {
        var tus = tus("burgerzaken");
        var file = noise(100);
        var metadata = Map.of("dataset", newName());
        var bytes = new String[] {"Content-Type", "application/offset+octet-stream", "Upload-Checksum", "md5 AAAA"};
        var keyed = new String[] {
            "Content-Type",
            "application/offset+octet-stream",
            "Idempotency-Key",
            newName(),
            "Upload-Checksum",
            "md5 AAAA"
        };
        long before = open();

        assertRefused(tus.create(metadata, 100, file, bytes), 460, "upload-checksum");
        assertThat(open()).isEqualTo(before);
        assertRefused(tus.create(metadata, 100, file, keyed), 460, "upload-checksum");
        assertThat(open()).isEqualTo(before + 1);

        var again = tus.create(metadata, 100, file, java.util.Arrays.copyOf(keyed, 4));
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(tus.get(again.header("Location")).text("state")).isEqualTo("LANDED");
        assertThat(open()).isEqualTo(before);
    }

    private long open() {
        return jdbc.sql("select count(*) from upload where state = 'OPEN' and expires_at > now()")
                .query(Long.class)
                .single();
    }

    @Test
    void noBytesAtAllChangeNothing() {
        var tus = tus("burgerzaken");
        var upload = tus.begin(newName(), 100);
        tus.patch(upload, 0, noise(10));

        assertThat(tus.patch(upload, 10, noise(0)).status()).isEqualTo(204);
        assertThat(tus.offset(upload)).isEqualTo(10);
    }

    @Test
    void tenThousandOpenUploadsOfOneClientCostNobodyAnything() {
        var busy = tus("onderzoek");
        var subject = jdbc.sql("select client from upload where id = :id")
                .param("id", id(busy.begin(newName(), 100)))
                .query(String.class)
                .single();
        many(subject, "LANDED", 10_000);
        many(subject, "OPEN", 10_000);
        jdbc.sql("analyze upload").update();

        assertRefused(busy.create(newName(), 100), 429, "uploads-too-many");
        assertThat(blocksRead(subject))
                .as("blocks read to count them, of about a thousand")
                .isLessThan(150);
        assertThat(tus("burgerzaken").create(newName(), 100).status())
                .as("another client")
                .isEqualTo(201);
        jdbc.sql("update upload set expires_at = now() - interval '1 minute' where client = :client and state = 'OPEN'")
                .param("client", subject)
                .update();
        assertThat(busy.create(newName(), 100).status())
                .as("places of those that expired are free at once")
                .isEqualTo(201);
        jdbc.sql("delete from upload where client = :client")
                .param("client", subject)
                .update();
    }

    private int blocksRead(String client) {
        var plan = jdbc.sql("explain (analyze, buffers, format json) " + OpenUploads.OPEN_OF_CLIENT)
                .param("client", client)
                .param("most", 60)
                .query(String.class)
                .single();
        var read = new JsonMapper().readTree(plan).at("/0/Plan");
        return read.required("Shared Hit Blocks").asInt()
                + read.required("Shared Read Blocks").asInt();
    }

    private void many(String client, String state, int count) {
        jdbc.sql("""
                        insert into upload (id, delivery_id, dataset_id, dataset, dataset_is_new, pushed_to, department,
                            client, metadata, media_type, length, state, object_key, created_at, expires_at)
                        select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'a', true, 'a', 'onderzoek',
                            :client, '', 'text/csv', 100, :state, 'landing/none/' || gen_random_uuid(), now(),
                            now() + interval '1 day'
                        from generate_series(1, :count)""")
                .param("client", client)
                .param("state", state)
                .param("count", count)
                .update();
    }

    @Test
    void anUploadThatIsNone() {
        var none = UploadClient.UPLOADS + "/" + UUID.randomUUID();

        assertRefused(tus("groen").get(none), 404, "upload-unknown");
        assertThat(tus("groen").head(none).status()).isEqualTo(404);
    }

    private static UUID id(String upload) {
        return UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
    }

    private UploadClient tus(String department) {
        return new UploadClient(base(), department(department));
    }
}
