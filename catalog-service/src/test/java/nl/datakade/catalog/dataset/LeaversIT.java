package nl.datakade.catalog.dataset;

import static nl.datakade.catalog.CatalogApi.newDataset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import nl.datakade.catalog.CatalogApi;
import nl.datakade.catalog.CatalogContext;
import nl.datakade.catalog.Registrations;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.DatasetState.Status;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@CatalogContext
class LeaversIT {

    private final CatalogApi api;
    private final Leavers leavers;
    private final JdbcClient jdbc;

    LeaversIT(CatalogApi api, Leavers leavers, JdbcClient jdbc) {
        this.api = api;
        this.leavers = leavers;
        this.jdbc = jdbc;
    }

    @Test
    void aDatasetWhoseOwnerIsGoneIsADraftUntilTheOwnerIsBack() {
        var steward = Tokens.of("steward");
        var path = newDataset("wees");
        var made = api.put(path, steward, Registrations.complete(api, "groen"));
        var id = UUID.fromString(made.at("/id"));
        var gone = UUID.randomUUID().toString();

        ownerBecomes(id, gone);
        leavers.look();

        var orphan = api.get(path, steward);
        assertThat(orphan.at("/status")).isEqualTo("DRAFT");
        assertThat(orphan.at("/missing/0/code")).isEqualTo("owner");
        awaitAnnounced(id, 2, Status.DRAFT);

        ownerBecomes(id, api.person("owner"));
        leavers.look();

        assertThat(api.get(path, steward).at("/status")).isEqualTo("REGISTERED");
        awaitAnnounced(id, 3, Status.REGISTERED);
        leavers.look();
        assertThat(api.get(path, steward).etag()).isEqualTo("\"3\"");
    }

    /** Keycloak itself is left as it is: other tests need its people. */
    private void ownerBecomes(UUID dataset, String person) {
        jdbc.sql("update dataset_role set person = :person where dataset_id = :dataset and role = 'DATA_OWNER'")
                .param("person", person)
                .param("dataset", dataset)
                .update();
    }

    private static void awaitAnnounced(UUID dataset, long revision, Status status) {
        await().untilAsserted(() -> assertThat(TestEvents.of(DatasetState.class))
                .filteredOn(DatasetState::datasetId, dataset)
                .filteredOn(DatasetState::revision, revision)
                .singleElement()
                .extracting(DatasetState::status)
                .isEqualTo(status));
    }
}
