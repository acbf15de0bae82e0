package nl.datakade.ingest.landing;

import static nl.datakade.ingest.Refusals.assertInvalid;
import static nl.datakade.ingest.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import nl.datakade.ingest.IngestIT;
import nl.datakade.testkit.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is refused, it is said what to do, and nothing of it is kept in bucket or database. */
class BadInputIT extends IngestIT {

    private static final String CSV = "a;b\n1;2\n";

    private @Nullable Kept before;

    @BeforeEach
    void look() {
        before = kept();
    }

    @AfterEach
    void nothingIsKept() {
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void textAndMomentsThatTheDatabaseCannotHold() {
        var hold = person("owner")
                .post(
                        "/ingest/v1/datasets/fietstellingen/legal-holds",
                        "{\"reason\":\"Bezwaarprocedure\\u0000 2026\"}".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json");
        assertInvalid(hold, "body", "reason");
        assertThat(hold.json().at("/errors/0/expected").asString()).contains("U+0000");

        var groen = department("groen");
        assertInvalid(groen.get("/ingest/v1/deliveries?dataset=a%00b"), "query", "dataset");
        assertInvalid(groen.get("/ingest/v1/deliveries?department=%00"), "query", "department");
        assertInvalid(groen.get("/ingest/v1/deliveries?from=%2B300000-01-01T00:00:00Z"), "query", "from");
        assertInvalid(groen.get("/ingest/v1/deliveries?until=-9999-01-01T00:00:00Z"), "query", "until");
        assertThat(groen.get("/ingest/v1/datasets/a%00b/versions").status()).isBetween(400, 404);
    }

    @Test
    void aWrongDigest() {
        var answer = department("groen")
                .push(newName(), CSV, "Content-Digest", "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:");

        assertRefused(answer, 400, "digest-mismatch");
        assertThat(answer.json().required("errors").get(0).required("name").asString())
                .isEqualTo("Content-Digest");
    }

    @Test
    void aWrongDigestOfAFileInParts() {
        var answer = department("groen")
                .push(
                        newName(),
                        new byte[11 * 1024 * 1024],
                        "Content-Digest",
                        "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:");

        assertRefused(answer, 400, "digest-mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5=:CY9rzUYh03PK3k6DJie09g==:", "sha-256=abc", "nonsense"})
    void aDigestThatIsNone(String field) {
        var answer = department("groen").push(newName(), CSV, "Content-Digest", field);

        assertInvalid(answer, "header", "Content-Digest");
        assertThat(answer.header("Want-Content-Digest")).isEqualTo("sha-256=10, sha-512=9");
    }

    @Test
    void aDigestOfTheRepresentationOfAnotherAlgorithm() {
        var answer = department("groen").push(newName(), CSV, "Repr-Digest", "md5=:CY9rzUYh03PK3k6DJie09g==:");

        assertInvalid(answer, "header", "Repr-Digest");
        assertThat(answer.header("Want-Repr-Digest")).isEqualTo("sha-256=10, sha-512=9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Digest", "Repr-Digest"})
    void aWrongSha512(String field) {
        var none = "sha-512=:" + java.util.Base64.getEncoder().encodeToString(new byte[64]) + ":";

        var answer = department("groen").push(newName(), CSV, field, none);

        assertRefused(answer, 400, "digest-mismatch");
        assertThat(answer.json().required("errors").get(0).required("name").asString())
                .isEqualTo(field);
    }

    @Test
    void anEmptyFile() {
        assertRefused(department("groen").push(newName(), ""), 400, "empty-file");
    }

    @Test
    void aFileOverTheLimit() {
        var answer = department("groen").push(newName(), new byte[20 * 1024 * 1024 + 1]);

        assertRefused(answer, 413, "file-too-large");
        assertThat(answer.json().required("limitBytes").asLong()).isEqualTo(20L * 1024 * 1024);
    }

    @Test
    void aFileOverTheLimitOfWhichTheSizeIsNotSaid() throws IOException {
        var answer = speak(
                "POST /ingest/v1/datasets/" + newName() + "/deliveries HTTP/1.1",
                "Transfer-Encoding: chunked",
                ("%x\r\n".formatted(20 * 1024 * 1024 + 1) + "x".repeat(20 * 1024 * 1024 + 1) + "\r\n0\r\n\r\n"));

        assertThat(answer).startsWith("HTTP/1.1 413").contains("/problems/file-too-large");
    }

    @Test
    void aBodyShorterThanItSays() throws IOException {
        var answer = speak(
                "POST /ingest/v1/datasets/" + newName() + "/deliveries HTTP/1.1", "Content-Length: 100", "a;b\n1;2\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("/problems/body-incomplete");
    }

    @Test
    void aBodyInPartsShorterThanItSays() throws IOException {
        var answer = speak(
                "POST /ingest/v1/datasets/" + newName() + "/deliveries HTTP/1.1",
                "Content-Length: 12000000",
                "x".repeat(11_000_000));

        assertThat(answer).startsWith("HTTP/1.1 400").contains("/problems/body-incomplete");
    }

    @Test
    void aFormWithoutItsEnd() {
        var form = "--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na;b\n1;2\n";
        var answer = department("groen").push(newName(), form, "Content-Type", "multipart/form-data; boundary=grens");

        assertRefused(answer, 400, "body-incomplete");
    }

    @Test
    void aFormWithTwoFiles() {
        var file = "--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na;b\n1;2\n\r\n";
        var answer = department("groen")
                .push(newName(), file + file + "--grens--\r\n", "Content-Type", "multipart/form-data; boundary=grens");

        assertRefused(answer, 400, "form-invalid");
    }

    @Test
    void aFormWithoutAFile() {
        var form = "--grens\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\na;b\n1;2\n\r\n--grens--\r\n";
        var answer = department("groen").push(newName(), form, "Content-Type", "multipart/form-data; boundary=grens");

        assertRefused(answer, 400, "form-invalid");
    }

    @Test
    void anImageThatClaimsToBeCsv() {
        var png = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(StandardCharsets.ISO_8859_1);

        var byType = department("groen").push(newName(), png, "Content-Type", "text/csv");
        var byName =
                department("groen").push(newName(), png, "Content-Disposition", "attachment; filename=\"bomen.csv\"");

        assertRefused(byType, 400, "not-what-it-claims");
        assertThat(byType.text("detail")).contains("text/csv").contains("PNG");
        assertRefused(byName, 400, "not-what-it-claims");
    }

    @Test
    void anErrorPageThatClaimsToBeCsv() {
        var answer = department("groen")
                .push(newName(), "\ufeff\n<!DOCTYPE html><html><body>502</body></html>", "Content-Type", "text/csv");

        assertRefused(answer, 400, "not-what-it-claims");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fietsen", "fiets_en", "-fiets", "fiets--en", "1fiets", "..fiets", "fiets%20en"})
    void aNameThatIsNone(String name) {
        assertInvalid(department("groen").push(name, CSV), "path", "name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"données", "фонари", "مصابيح", "路灯", "🚲", "cafe\u0301", "a\u202eb", "a\u200db", "ﬁets"})
    void aNameInAnotherScript(String name) {
        var percents = java.net.URLEncoder.encode(name, StandardCharsets.UTF_8);

        assertInvalid(department("groen").push(percents, CSV), "path", "name");
    }

    @Test
    void aNameThatIsTooLongOrNoText() throws IOException {
        assertInvalid(department("groen").push("a".repeat(101), CSV), "path", "name");
        assertInvalid(department("groen").push("a".repeat(5_000), CSV), "path", "name");
        assertThat(department("groen").push("a%FFb", CSV).status()).isEqualTo(400);
        var raw = speak("POST /ingest/v1/datasets/\u00e9\u00ff/deliveries HTTP/1.1", "Content-Length: 8", CSV);
        assertThat(raw).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2F..%2Fetc", "%2e%2e%2fpasswd", "a%2Fb", "a%5Cb", "..;/x"})
    void aNameThatClimbs(String name) {
        var answer = department("groen").push(name, CSV);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aNameThatClimbsAsWritten() throws IOException {
        var answer = speak(
                "POST /ingest/v1/datasets/../../../etc/deliveries HTTP/1.1", "Content-Length: " + CSV.length(), CSV);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void aCompressedBody() {
        assertRefused(
                department("groen").push(newName(), CSV, "Content-Encoding", "gzip"),
                415,
                "content-encoding-unsupported");
    }

    @Test
    void aMediaTypeAndAKeyThatAreNone() {
        var answer = department("groen").push(newName(), CSV, "Content-Type", "csv", "Idempotency-Key", "een sleutel");

        assertInvalid(answer, "header", "Content-Type");
        assertThat(answer.json().required("errors")).hasSize(2);
    }

    /** A request as it stands on the wire; the connection is closed for writing after it. */
    private String speak(String request, String header, String body) throws IOException {
        try (var socket = new Socket("localhost", URI.create(base()).getPort())) {
            socket.setSoTimeout(30_000);
            var head = request + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                    + Tokens.department("groen") + "\r\n" + header + "\r\n\r\n";
            var out = socket.getOutputStream();
            out.write((head + body).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
