package nl.datakade.ingest.outage;

import static nl.datakade.ingest.Refusals.assertRefused;
import static nl.datakade.ingest.upload.UploadClient.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.Life;
import nl.datakade.testkit.FaultyS3.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A store that takes nothing: with a full disk, without its bucket, or open for reading only. It is said whose fault it is
 * and when to come back, nothing of the request is kept, and the same request succeeds once the store is well.
 */
class StoreFaultIT extends OutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MIB = 1 << 20;
    private static final String BYTES = "application/offset+octet-stream";

    private final String name = newName();

    @ParameterizedTest
    @EnumSource
    void aFileOfOneRequest(Fault fault) {
        for (var file : new byte[][] {noise(2_000), noise(6 * MIB)}) {
            var before = kept();
            var key = UUID.randomUUID().toString();
            STORE.suffer(fault);

            assertFault(department("groen").push(name, file, "Idempotency-Key", key), fault);

            STORE.recover();
            assertThat(kept()).isEqualTo(before);
            var receipt = department("groen").push(name, file, "Idempotency-Key", key);
            assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
            assertThat(kept().objects()).isEqualTo(before.objects() + 1);
            assertInBalance(receipt);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUploadGoesOnFromWhereItWas(Fault fault) {
        var file = noise(11 * MIB);
        var tus = tus();
        var upload = tus.begin(name, file.length);
        assertThat(tus.patch(upload, 0, Arrays.copyOf(file, 1_000)).status()).isEqualTo(204);
        STORE.suffer(fault);

        assertFault(tus.patch(upload, 1_000, Arrays.copyOfRange(file, 1_000, file.length)), fault);

        assertThat(tus.offset(upload)).isEqualTo(1_000);
        assertThat(tus.create(newName(), 100).status())
                .as("what needs no storage goes on")
                .isEqualTo(201);
        STORE.recover();
        assertThat(tus.patch(upload, 1_000, Arrays.copyOfRange(file, 1_000, file.length))
                        .status())
                .isEqualTo(204);
        var receipt = receipt(tus.get(upload));
        assertThat(receipt.text("sha256")).isEqualTo(nl.datakade.ingest.upload.UploadClient.sha256(file));
        assertInBalance(receipt);
        assertThat(objects.keys("uploads" + upload.substring(upload.lastIndexOf('/'))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anUploadThatBringsItsFirstBytesHoldsNoPlaceWhenTheyCannotBeKept(Fault fault) {
        var file = noise(2_000);
        var tus = tus();
        var before = open();
        var landed = kept();
        STORE.suffer(fault);

        assertFault(tus.create(Map.of("dataset", name), file.length, file, "Content-Type", BYTES), fault);

        STORE.recover();
        assertThat(open()).isEqualTo(before);
        assertThat(kept()).isEqualTo(landed);
        var created = tus.create(Map.of("dataset", name), file.length, file, "Content-Type", BYTES);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertInBalance(receipt(tus.get(created.header("Location"))));
    }

    @Test
    void aFileThatLandedIsReadOnceItsTableCanBeStored() {
        STORE.suffer(Fault.DISK_FULL, "/tables/");
        var receipt = department("groen").push(name, "soort;aantal\nlinde;3\neik;4\n", "Content-Type", "text/csv");
        assertThat(receipt.status()).isEqualTo(201);
        await().atMost(PATIENCE).until(() -> STORE.refused() > 0);
        assertThat(Life.now(receipt, department("groen")).text("state")).isIn("LANDED", "READING");

        STORE.suffer(Fault.BUCKET_GONE);
        await().atMost(PATIENCE).until(() -> STORE.refused() > 0);
        STORE.recover();

        Life.awaitState(receipt, department("groen"), "READ");
        var rows = Life.now(receipt, department("groen")).json().at("/tables/0/rows");
        assertThat(rows.asInt()).isEqualTo(2);
        assertInBalance(receipt);
    }

    @ParameterizedTest
    @EnumSource(names = {"DISK_FULL", "BUCKET_GONE"})
    void observationsAreTakenMeanwhileAndLandAfterwards(Fault fault) {
        STORE.suffer(fault, "/streams/");
        var taken = observe(
                "{\"id\":\"a\",\"telpunt\":\"F01\",\"aantal\":12}\n{\"id\":\"b\",\"telpunt\":\"F02\",\"aantal\":7}\n");
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> STORE.refused() > 0);
        assertThat(stream(taken).json().required("landed").asBoolean()).isFalse();

        STORE.recover();

        await().atMost(PATIENCE)
                .until(() -> stream(taken).json().required("landed").asBoolean());
        var stream = stream(taken);
        assertThat(stream.json().required("observations").asInt()).isEqualTo(2);
        assertThat(stream.json().required("duplicates").asInt()).isZero();
        assertInBalance(department("mobiliteit")
                .get(stream.json().required("links").required("delivery").asString()));
    }

    private static void assertFault(Http.Answer answer, Fault fault) {
        var isFull = fault == Fault.DISK_FULL || fault == Fault.NO_ROOM_FOR_NOW;
        assertRefused(answer, isFull ? 507 : 503, isFull ? "object-store-full" : "object-store-unavailable");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    private Http.Answer receipt(Http.Answer upload) {
        assertThat(upload.text("state")).as(upload.body()).isEqualTo("LANDED");
        return department("burgerzaken").get(upload.json().at("/links/delivery").asString());
    }

    private long open() {
        return jdbc.sql("select count(*) from upload where state = 'OPEN' and expires_at > now()")
                .query(Long.class)
                .single();
    }

    private Http.Answer observe(String lines) {
        return department("mobiliteit")
                .post(
                        "/ingest/v1/datasets/" + name + "/observations",
                        lines.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-ndjson");
    }

    private Http.Answer stream(Http.Answer taken) {
        return department("mobiliteit")
                .get("/ingest/v1/datasets/" + name + "/observations?position=" + taken.text("position"));
    }
}
