package nl.datakade.ingest.upload;

import static nl.datakade.ingest.upload.UploadClient.noise;
import static nl.datakade.ingest.upload.UploadClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import nl.datakade.ingest.AtRest;
import nl.datakade.ingest.Http;
import nl.datakade.testkit.CrashPoint;
import nl.datakade.testkit.CrashPoint.Moment;
import nl.datakade.testkit.OwnSystem;
import nl.datakade.testkit.ServiceProcess;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** Instances of ingest that share uploads, and are killed at the worst moments: no byte is lost, nothing lands twice. */
@OwnSystem
class UploadCrashIT {

    private static final int MIB = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final ServiceProcess.Starter INGEST = ServiceProcess.of(
                    "ingest", "nl.datakade.ingest.IngestApplication")
            .with("DATAKADE_UPLOAD_LEASE", "6s") // on a busy machine a sender renews it late
            .with("DATAKADE_UPLOAD_TIDY_EVERY", "500ms")
            .with("DATAKADE_S3_PART_SIZE", "5MB");

    private final String name =
            "set-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    @Test
    void twoInstancesServeOneUploadAndOneOfThemIsKilled() throws Exception {
        var file = noise(32 * MIB);
        try (var first = INGEST.start();
                var second = INGEST.start()) {
            var one = tus(first);
            var two = tus(second);
            var upload = one.begin(name, file.length);
            assertThat(one.patch(upload, 0, Arrays.copyOf(file, 3 * MIB)).status())
                    .isEqualTo(204);
            assertThat(two.patch(upload, 3 * MIB, Arrays.copyOfRange(file, 3 * MIB, 9 * MIB))
                            .status())
                    .isEqualTo(204);

            try (var socket = one.beginPatch(upload, 9 * MIB, file.length - 9 * MIB)) {
                socket.getOutputStream().write(file, 9 * MIB, 21 * MIB);
                await().atMost(PATIENCE).until(() -> stored(two, upload) >= 10 * MIB);
                first.kill();
            }

            assertThat(stored(two, upload)).as("all but the parts under way").isBetween(10L * MIB, 30L * MIB);
            await().atMost(PATIENCE).until(() -> two.rest(upload, file).status() == 204);
            assertThat(landed(two, upload).text("sha256")).isEqualTo(sha256(file));
            AtRest.await();
        }
    }

    @Test
    void killedWithAllBytesHereTheNextOneFinishes() {
        finishedAfter(new CrashPoint("nl.datakade.ingest.upload.FinishUpload", "finish", Moment.BEFORE, 1));
    }

    @Test
    void killedBetweenObjectAndCommitTheNextOneFinishes() {
        finishedAfter(new CrashPoint("nl.datakade.ingest.landing.Register", "register", Moment.BEFORE, 1));
    }

    @Test
    void killedBetweenCommitAndMarkItIsNotLandedTwice() {
        finishedAfter(new CrashPoint("nl.datakade.ingest.upload.Uploads", "landed", Moment.BEFORE, 1));
    }

    private void finishedAfter(CrashPoint point) {
        var file = noise(11 * MIB);
        String upload;
        try (var dying = INGEST.dyingAt(point).start()) {
            upload = tus(dying).begin(name, file.length);
            tryToPatch(tus(dying), upload, file);
            dying.awaitCrash();
        }
        try (var next = INGEST.start()) {
            var tus = tus(next);
            await().atMost(PATIENCE).until(() -> tus.get(upload).text("state").equals("LANDED"));
            var receipt = landed(tus, upload);
            assertThat(receipt.text("sha256")).isEqualTo(sha256(file));
            assertThat(receipt.json().required("version").asInt()).isEqualTo(1);
            assertThat(tus.http()
                            .get("/ingest/v1/deliveries?dataset=" + name)
                            .json()
                            .required("total")
                            .asInt())
                    .isEqualTo(1);
            AtRest.await();
        }
    }

    @Test
    void withoutItsBucketItSaysSoAndGoesOnWhenTheBucketIsBack() {
        var file = noise(11 * MIB);
        String upload;
        try (var without = INGEST.with("DATAKADE_S3_BUCKET", "nowhere").start()) {
            var tus = tus(without);
            upload = tus.begin(name, file.length);
            var answer = tus.patch(upload, 0, file);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("object-store-unavailable");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(tus.offset(upload)).isZero();
        }
        try (var with = INGEST.start()) {
            assertThat(tus(with).rest(upload, file).status()).isEqualTo(204);
            assertThat(landed(tus(with), upload).text("sha256")).isEqualTo(sha256(file));
            AtRest.await();
        }
    }

    /** The sender sees the connection break at most. */
    private static void tryToPatch(UploadClient tus, String upload, byte[] file) {
        try {
            tus.patch(upload, 0, file);
        } catch (AssertionError died) {
            if (!(died.getCause() instanceof IOException)) {
                throw died;
            }
        }
    }

    private static long stored(UploadClient tus, String upload) {
        return tus.get(upload).json().required("offset").asLong();
    }

    private static Http.Answer landed(UploadClient tus, String upload) {
        var shown = tus.get(upload);
        assertThat(shown.text("state")).as(shown.body()).isEqualTo("LANDED");
        return tus.http()
                .get(shown.json().required("links").required("delivery").asString());
    }

    private static UploadClient tus(ServiceProcess ingest) {
        return new UploadClient(ingest.url(), Http.as(Tokens.department("onderzoek"), ingest.url()));
    }
}
