package nl.datakade.ingest.landing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A department that may have 1 KB stored, and files that fill more than half of it. */
class QuotasIT extends IngestIT {

    private static final String DEPARTMENT = "bestuur-en-organisatie";

    @Autowired
    private Quotas quotas;

    private Http sender = Http.as("", "");

    @BeforeEach
    @AfterEach
    void makeRoom() {
        sender = department(DEPARTMENT);
        jdbc.sql("""
                        with removed as (
                            update version set state = 'REMOVED', ended_at = now(), ended_reason = 'dataset: versions=1'
                            from delivery
                            where id = delivery_id and department = :department and state <> 'REMOVED'
                            returning delivery_id)
                        delete from reading_job using removed where reading_job.delivery_id = removed.delivery_id""").param("department", DEPARTMENT).update();
        jdbc.sql("delete from upload where department = :department")
                .param("department", DEPARTMENT)
                .update();
        quotas.count();
    }

    @Test
    void aVersionThatWasRemovedMakesRoom() {
        assertThat(push(file()).status()).isEqualTo(201);
        assertThat(push(file()).problem()).isEqualTo("quota-stored");
        quotas.count();
        assertThat(push(file()).problem()).isEqualTo("quota-stored");

        makeRoom();

        assertThat(push(file()).status()).isEqualTo(201);
    }

    @Test
    void aRequestThatIsRepeatedTakesNoRoom() {
        var name = newName();
        var file = file();
        var first = sender.push(name, file, "Content-Type", "text/csv", "Idempotency-Key", "\"" + name + "\"");
        assertThat(first.status()).as(first.body()).isEqualTo(201);

        var again = sender.push(name, file, "Content-Type", "text/csv", "Idempotency-Key", "\"" + name + "\"");

        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.text("deliveryId")).isEqualTo(first.text("deliveryId"));
    }

    @Test
    void anUploadTakesRoomFromItsCreationOnUntilItIsGone() {
        var name = newName();
        var upload = begin(name);
        assertThat(upload.status()).as(upload.body()).isEqualTo(201);
        assertThat(begin(name).header("Location")).as("the same request again").isEqualTo(upload.header("Location"));
        assertThat(push(file()).problem()).isEqualTo("quota-stored");
        quotas.count();
        assertThat(push(file()).problem()).isEqualTo("quota-stored");
        assertThat(begin(newName()).problem()).isEqualTo("quota-stored");

        var discarded = sender.send("DELETE", upload.header("Location"), new byte[0], "Tus-Resumable", "1.0.0");
        assertThat(discarded.status()).as(discarded.body()).isEqualTo(204);
        quotas.count();

        assertThat(push(file()).status()).isEqualTo(201);
    }

    private Http.Answer begin(String dataset) {
        return sender.send(
                "POST",
                "/ingest/v1/uploads",
                new byte[0],
                "Tus-Resumable",
                "1.0.0",
                "Idempotency-Key",
                "\"" + dataset + "\"",
                "Upload-Length",
                "600",
                "Upload-Metadata",
                "dataset " + Base64.getEncoder().encodeToString(dataset.getBytes(UTF_8)));
    }

    private Http.Answer push(String file) {
        return sender.push(newName(), file, "Content-Type", "text/csv");
    }

    private static String file() {
        var noise = new byte[300];
        ThreadLocalRandom.current().nextBytes(noise);
        return HexFormat.of().formatHex(noise);
    }
}
