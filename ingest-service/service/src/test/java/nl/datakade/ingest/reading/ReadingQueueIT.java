package nl.datakade.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.version.Versions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue by itself: the service's own readers stand still meanwhile. */
class ReadingQueueIT extends IngestIT {

    @Autowired
    private Readers readers;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Versions versions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ReadingRecord record;

    @Autowired
    private ReadingProperties properties;

    @BeforeEach
    void standStill() {
        readers.stop();
        jdbc.sql("delete from reading_job").update();
        jdbc.sql("update version set state = 'READ' where state in ('LANDED', 'READING')")
                .update();
    }

    @AfterEach
    void goOn() {
        readers.start();
    }

    @Test
    void departmentsTakeTurns() {
        push("groen", 3);
        push("mobiliteit", 1);
        push("parkeren", 2);
        var queue = queue();

        var order = IntStream.range(0, 6)
                .mapToObj(_ -> queue.claim().orElseThrow().delivery().department())
                .toList();

        assertThat(order).containsExactly("groen", "mobiliteit", "parkeren", "groen", "parkeren", "groen");
        assertThat(queue.claim()).isEmpty();
    }

    @Test
    void aReaderThatGivesNoSignOfLifeLosesItsWorkAndMayNotFinishIt() {
        push("groen", 1);
        var queue = queue();
        var lost = queue.claim().orElseThrow();
        assertThat(queue.claim()).isEmpty();

        pass(properties.lease().plusSeconds(1));
        var second = queue.claim().orElseThrow();

        assertThat(second.id()).isEqualTo(lost.id());
        assertThat(second.attempt()).isEqualTo(lost.attempt() + 1);
        assertThat(queue.extend(lost)).isFalse();
        assertThat(record.write(lost, new Account.Untold("reader-failed"), null, null))
                .isFalse();
        assertThat(record.write(second, new Account.Untold("reader-failed"), null, null))
                .isTrue();
        assertThat(record.write(second, new Account.Untold("reader-failed"), null, null))
                .isFalse();
        assertThat(readings(lost.delivery().datasetId())).isEqualTo(1);
        assertThat(deliveries.find(lost.id()).orElseThrow().reason()).isEqualTo("reader-failed");
    }

    @Test
    void aReaderThatGivesSignsOfLifeKeepsItsWork() {
        push("groen", 1);
        var queue = queue();
        var job = queue.claim().orElseThrow();

        pass(properties.lease().minusSeconds(1));
        assertThat(queue.extend(job)).isTrue();
        pass(properties.lease().minusSeconds(1));

        assertThat(queue.claim()).isEmpty();
    }

    @Test
    void whatIsGivenBackWaitsAndDoesNotCountAsAnAttempt() {
        push("groen", 1);
        var queue = queue();
        var job = queue.claim().orElseThrow();
        queue.giveBack(job, Duration.ofSeconds(5));

        assertThat(queue.claim()).isEmpty();
        pass(Duration.ofSeconds(6));
        var again = queue.claim().orElseThrow();
        assertThat(again.tries()).isEqualTo(job.tries());
        assertThat(again.attempt())
                .as("told from a reader that was taken for lost")
                .isGreaterThan(job.attempt());
    }

    @Test
    void whatAnAttemptLeftInStorageIsInNobodysWay() throws Exception {
        push("groen", 1);
        var job = queue().claim().orElseThrow();
        var table = job.delivery().dataset().replace('-', '_');
        try (var half = objects.upload(job.folder() + table + "/part-0.parquet", "application/octet-stream")) {
            half.write("of an attempt that met storage away".getBytes(StandardCharsets.UTF_8));
            half.complete();
        }
        queue().giveBack(job, Duration.ZERO);

        readers.start();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> deliveries.find(job.id()).orElseThrow().state() == Delivery.State.READ);
    }

    @Test
    void versionsOfADatasetAreReadInTheirOrder() {
        var name = newName();
        push("groen", name, "a\n1\n");
        push("groen", name, "a\n2\n");
        var queue = queue();

        var first = queue.claim().orElseThrow();
        assertThat(first.delivery().version()).isEqualTo(1);
        assertThat(queue.claim()).as("the first is being read").isEmpty();

        queue.giveBack(first, Duration.ZERO);
        assertThat(queue.claim().orElseThrow().delivery().version()).isEqualTo(1);
    }

    private ReadingQueue queue() {
        return new ReadingQueue(jdbc, versions, deliveries, transaction, properties);
    }

    /** By the database's clock, which is the only one that counts. */
    private void pass(Duration time) {
        jdbc.sql("""
                        update reading_job set due_at = due_at - make_interval(secs => :seconds)""").param("seconds", time.toSeconds()).update();
    }

    private void push(String department, int files) {
        for (int file = 0; file < files; file++) {
            push(department, newName(), "a\n" + file + "\n");
        }
    }

    private void push(String department, String name, String file) {
        assertThat(department(department).push(name, file).status()).isEqualTo(201);
    }

    private long readings(UUID dataset) {
        return jdbc.sql("select count(*) from reading where dataset_id = :dataset")
                .param("dataset", dataset)
                .query(Long.class)
                .single();
    }
}
