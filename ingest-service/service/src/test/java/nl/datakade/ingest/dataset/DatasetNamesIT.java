package nl.datakade.ingest.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.DatasetState.Status;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import nl.datakade.testkit.TestEvents;
import org.junit.jupiter.api.Test;

class DatasetNamesIT extends IngestIT {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aNameThatCatalogRegisteredLeadsToItsDataset() {
        var name = newName();
        var dataset = UuidCreator.getTimeOrderedEpoch();
        announce(dataset, 1, name, List.of(), Status.REGISTERED, LONG_AGO);

        assertThat(push(name, "a\n1\n").text("datasetId")).isEqualTo(dataset.toString());
    }

    @Test
    void aNameThatCatalogGaveToAnotherDatasetMeanwhileLosesNothing() {
        var name = newName();
        var landed = push(name, "a\n1\n");
        var registered = UuidCreator.getTimeOrderedEpoch();

        announce(registered, 1, name, List.of(), Status.REGISTERED, LONG_AGO);

        assertThat(push(name, "a\n2\n").text("datasetId")).isEqualTo(registered.toString());
        assertThat(department("groen")
                        .get("/ingest/v1/deliveries/" + landed.text("deliveryId"))
                        .text("datasetId"))
                .isEqualTo(landed.text("datasetId"));

        var another = name + "-2";
        announce(
                UUID.fromString(landed.text("datasetId")),
                1,
                another,
                List.of(),
                Status.DRAFT,
                LONG_AGO.plusSeconds(1));
        var next = push(another, "a\n3\n");
        assertThat(next.text("datasetId")).isEqualTo(landed.text("datasetId"));
        assertThat(next.json().required("version").asInt()).isEqualTo(2);
        assertThat(leadsTo(name)).isEqualTo(registered);
    }

    @Test
    void aFormerNameStillLeadsToTheDatasetUntilAnotherTakesIt() {
        var name = newName();
        var renamed = name + "-nieuw";
        var first = UuidCreator.getTimeOrderedEpoch();
        announce(first, 1, name, List.of(), Status.REGISTERED, LONG_AGO);
        announce(first, 2, renamed, List.of(name), Status.REGISTERED, LONG_AGO.plusSeconds(2));

        var receipt = push(name, "a\n1\n");
        assertThat(receipt.text("datasetId")).isEqualTo(first.toString());
        assertThat(receipt.text("dataset")).isEqualTo(renamed);

        var second = UuidCreator.getTimeOrderedEpoch();
        announce(second, 1, name, List.of(), Status.REGISTERED, LONG_AGO.plusSeconds(3));
        assertThat(push(name, "a\n1\n").text("datasetId")).isEqualTo(second.toString());
    }

    @Test
    void aNameGivenOnArrivesInAnyOrder() {
        var name = newName();
        var before = UuidCreator.getTimeOrderedEpoch();
        var after = UuidCreator.getTimeOrderedEpoch();
        announce(after, 1, name, List.of(), Status.REGISTERED, LONG_AGO.plusSeconds(5));

        announce(before, 1, name, List.of(), Status.REGISTERED, LONG_AGO);
        announce(before, 2, name + "-oud", List.of(name), Status.REGISTERED, LONG_AGO.plusSeconds(4));

        assertThat(leadsTo(name)).isEqualTo(after);
        assertThat(leadsTo(name + "-oud")).isEqualTo(before);
    }

    @Test
    void anOlderAnnouncementChangesNothing() {
        var name = newName();
        var dataset = UuidCreator.getTimeOrderedEpoch();
        announce(dataset, 5, name, List.of(), Status.REGISTERED, LONG_AGO);

        TestEvents.publish(state(dataset, 4, name + "-oud", List.of(), Status.REGISTERED, LONG_AGO));
        announce(dataset, 6, name, List.of(), Status.WITHDRAWN, LONG_AGO);

        assertThat(named(name + "-oud")).isZero();
        var refused = department("groen").push(name, "a\n1\n");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("dataset-withdrawn");
    }

    private Http.Answer push(String name, String content) {
        var answer = department("groen").push(name, content);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    /** Publishes and waits until it was taken in. */
    private void announce(
            UUID dataset, long revision, String name, List<String> former, Status status, Instant changedAt) {
        TestEvents.publish(state(dataset, revision, name, former, status, changedAt));
        await().until(() -> jdbc.sql("select count(*) from dataset where id = :id and revision >= :revision")
                        .param("id", dataset)
                        .param("revision", revision)
                        .query(Long.class)
                        .single()
                == 1);
    }

    private static DatasetState state(
            UUID dataset, long revision, String name, List<String> former, Status status, Instant changedAt) {
        return new DatasetState(
                dataset, revision, name, former, "groen", status, null, null, List.of(), List.of(), null, null, null,
                List.of(), null, changedAt);
    }

    private UUID leadsTo(String name) {
        return jdbc.sql("select dataset_id from dataset_name where name = :name")
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    private long named(String name) {
        return jdbc.sql("select count(*) from dataset_name where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
