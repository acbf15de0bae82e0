package nl.datakade.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.datakade.contracts.ingest.DeliveryLanded;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import nl.datakade.testkit.TestEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandingIT extends IngestIT {

    private static final String CSV = "telpunt;aantal\r\nF01;1204\r\n";

    @Test
    void aFirstFileBecomesTheDepartmentsDraftAndGetsAReceipt() throws Exception {
        var name = newName();

        var answer = department("mobiliteit")
                .push(
                        name,
                        CSV,
                        "Content-Type",
                        "text/csv; charset=utf-8",
                        "Content-Disposition",
                        "attachment; filename*=UTF-8''fietstellingen%20%C3%A9%C3%A9n.csv",
                        "Content-Digest",
                        digest(CSV));

        assertThat(answer.status()).isEqualTo(201);
        var receipt = answer.json();
        var id = answer.text("deliveryId");
        assertThat(answer.response().headers().firstValue("Location")).hasValue("/ingest/v1/deliveries/" + id);
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        assertThat(UUID.fromString(answer.text("datasetId")).version()).isEqualTo(7);
        assertThat(answer.text("dataset")).isEqualTo(name);
        assertThat(answer.text("department")).isEqualTo("mobiliteit");
        assertThat(receipt.required("version").asInt()).isEqualTo(1);
        assertThat(answer.text("state")).isEqualTo("LANDED");
        assertThat(answer.text("sha256")).isEqualTo(hex(CSV));
        assertThat(receipt.required("size").asLong()).isEqualTo(CSV.length());
        assertThat(answer.text("mediaType")).isEqualTo("text/csv;charset=utf-8");
        assertThat(answer.text("fileName")).isEqualTo("fietstellingen één.csv");
        assertThat(receipt.required("links").required("score").asString())
                .isEqualTo("/quality/v1/datasets/" + name + "/versions/1/score");
        assertThat(stored(answer)).isEqualTo(CSV.getBytes(StandardCharsets.UTF_8));
        var got = department("mobiliteit").get("/ingest/v1/deliveries/" + id);
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.text("sha256")).isEqualTo(hex(CSV));
    }

    @ParameterizedTest
    @ValueSource(strings = {"بيانات المدينة.csv", "数据 📈.csv", "cafe\u0301 நகரம்.csv", "gezin 👨\u200d👩\u200d👧.csv"})
    void theNameOfTheFileStaysInEveryScript(String fileName) {
        var percents = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        var form = "--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../" + fileName + "\"\r\n\r\n"
                + CSV + "\r\n--grens--\r\n";

        var extended = department("groen")
                .push(newName(), CSV, "Content-Disposition", "attachment; filename*=UTF-8''" + percents);
        var inAForm = department("groen").push(newName(), form, "Content-Type", "multipart/form-data; boundary=grens");

        assertThat(extended.text("fileName")).isEqualTo(fileName);
        assertThat(inAForm.text("fileName")).isEqualTo(fileName);
    }

    @Test
    void aSendersClockIsOfNoAccount() {
        var name = newName();
        var began = Instant.now().minusSeconds(60);
        var headers = new String[] {
            "If-Modified-Since", "Mon, 01 Jan 2035 00:00:00 GMT", "If-Unmodified-Since", "Sat, 01 Jan 2000 00:00:00 GMT"
        };

        var answer = department("groen").push(name, CSV, headers);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(Instant.parse(answer.text("receivedAt")))
                .isBetween(began, Instant.now().plusSeconds(60));
        assertThat(department("groen")
                        .get("/ingest/v1/deliveries/" + answer.text("deliveryId"), headers)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aLandingIsAnnouncedOnce() {
        var name = newName();
        var answer = department("groen").push(name, CSV, "Content-Type", "text/csv");

        await().untilAsserted(() -> assertThat(announced(name)).singleElement().satisfies(landed -> {
            assertThat(landed.deliveryId()).hasToString(answer.text("deliveryId"));
            assertThat(landed.department()).isEqualTo("groen");
            assertThat(landed.sha256()).isEqualTo(hex(CSV));
            assertThat(landed.objectKey()).isEqualTo(key(answer));
        }));
    }

    @Test
    void theSameBytesAsTheLatestVersionMakeNoNewOneButOlderBytesDo() {
        var name = newName();
        var groen = department("groen");
        var first = groen.push(name, "a\n1\n");
        var objectsBefore = kept().objects();

        var again = groen.push(name, "a\n1\n");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("deliveryId")).isEqualTo(first.text("deliveryId"));
        assertThat(again.response().headers().firstValue("Location")).isPresent();
        assertThat(kept().objects()).isEqualTo(objectsBefore);

        assertThat(groen.push(name, "a\n2\n").json().required("version").asInt())
                .isEqualTo(2);
        assertThat(groen.push(name, "a\n1\n").json().required("version").asInt())
                .isEqualTo(3);
    }

    @Test
    void aLargeFileStreamsInPartsAndIsTheSameAfterwards() throws Exception {
        var large = new byte[17 * 1024 * 1024 + 13];
        new Random(7).nextBytes(large);

        var answer = department("onderzoek").push(newName(), large, "Content-Digest", digest(large));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(stored(answer)).isEqualTo(large);
        assertThat(answer.text("mediaType")).isEqualTo("application/octet-stream");
    }

    @Test
    void aToolThatSendsTheFileAsAWebFormByMistakeIsUnderstood() {
        var answer =
                department("groen").push(newName(), "a=1&b=2\n", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().required("size").asLong()).isEqualTo(8);
        assertThat(answer.text("mediaType")).isEqualTo("application/octet-stream");
    }

    @Test
    void aFormWithAFileIsTakenIn() throws Exception {
        var form = "--grens\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
                + "--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bomen €.csv\"\r\n"
                + "Content-Type: text/csv\r\nContent-Digest: " + digest(CSV) + "\r\n\r\n" + CSV + "\r\n--grens--\r\n";

        var answer = department("groen")
                .push(
                        newName(),
                        form,
                        "Content-Type",
                        "multipart/form-data; boundary=grens",
                        "Content-Digest",
                        digest(form));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("fileName")).isEqualTo("bomen €.csv");
        assertThat(answer.text("mediaType")).isEqualTo("text/csv");
        assertThat(stored(answer)).isEqualTo(CSV.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRepeatedRequestWithItsKeyGetsTheFirstReceiptAndOtherContentIsRefused() {
        var name = newName();
        var groen = department("groen");
        var key = UUID.randomUUID().toString();
        var first = groen.push(name, "a\n1\n", "Idempotency-Key", key);
        groen.push(name, "a\n2\n");
        var before = kept();

        var again = groen.push(name, "a\n1\n", "Idempotency-Key", key);
        var other = groen.push(name, "a\n3\n", "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("deliveryId")).isEqualTo(first.text("deliveryId"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("idempotency-key-used");
        assertThat(kept()).isEqualTo(before);
        assertThat(department("mobiliteit")
                        .push(newName(), "a\n3\n", "Idempotency-Key", key)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void manyAtOnceToOneNewNameAllLandInOneDataset() throws Exception {
        var name = newName();
        var groen = department("groen");
        var pushes = IntStream.range(0, 8)
                .mapToObj(n -> (Callable<Http.Answer>) () -> groen.push(name, "a\n" + n + "\n"))
                .toList();

        List<Http.Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(pushes).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.stream().map(answer -> answer.text("datasetId")))
                .containsOnly(answers.getFirst().text("datasetId"));
        assertThat(answers.stream()
                        .map(answer -> answer.json().required("version").asInt()))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(objects.exists(key(answer))).isTrue());
        assertThat(objects.keys("landing/" + answers.getFirst().text("datasetId") + "/"))
                .hasSize(8);
    }

    private List<DeliveryLanded> announced(String dataset) {
        return TestEvents.of(DeliveryLanded.class).stream()
                .filter(landed -> landed.dataset().equals(dataset))
                .toList();
    }

    private static String key(Http.Answer receipt) {
        return "landing/" + receipt.text("datasetId") + "/" + receipt.text("deliveryId") + "/content";
    }

    private byte[] stored(Http.Answer receipt) throws IOException {
        try (var object = objects.open(key(receipt))) {
            return object.readAllBytes();
        }
    }

    private static String digest(String text) throws Exception {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] bytes) throws Exception {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(bytes)) + ":";
    }

    private static String hex(String text) throws Exception {
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
