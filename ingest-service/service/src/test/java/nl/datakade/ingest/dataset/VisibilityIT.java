package nl.datakade.ingest.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.RoleHolder;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import nl.datakade.testkit.VisibilityTable;
import nl.datakade.testkit.VisibilityTable.Cell;
import nl.datakade.testkit.VisibilityTable.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ingest by the table of who may know what. Content and how it was read is for participants: the department, role holders,
 * overseers and services; of those outside, who may know of the dataset is refused, to others it is not there.
 */
class VisibilityIT extends IngestIT {

    private static final Map<Kind, Http.Answer> RECEIPTS = new ConcurrentHashMap<>();
    private static final List<String> PATHS = List.of(
            "/versions",
            "/versions/1",
            "/versions/1/reading",
            "/versions/1/readings",
            "/versions/1/tombstone",
            "/versions/1/rejects",
            "/legal-holds",
            "/retention",
            "/observations");

    static List<Cell> cells() {
        return VisibilityTable.cells();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aDatasetAndItsDeliveriesAreThereAsTheTableHasIt(Cell cell) {
        var receipt = dataset(cell.kind());
        var name = receipt.text("dataset");
        var caller = Http.as(cell.token(), base());
        var participant =
                cell.expected() == Visibility.VISIBLE && !cell.caller().equals("outsider");
        var sender = cell.caller().equals("client");

        var versions = caller.get("/ingest/v1/datasets/" + name + "/versions");
        assertThat(versions.status())
                .isEqualTo(participant ? 200 : cell.expected().isKnown() ? 403 : 404);
        var one = caller.get("/ingest/v1/deliveries/" + receipt.text("deliveryId"));
        assertThat(one.status())
                .isEqualTo(participant || sender ? 200 : cell.expected().isKnown() ? 403 : 404);
        var list = caller.get("/ingest/v1/deliveries?dataset=" + name);
        assertThat(list.json().required("total").asInt()).isEqualTo(participant || sender ? 1 : 0);
        if (!cell.expected().isKnown()) {
            PATHS.forEach(path -> assertThatIsAsUnknown(caller, name, path));
        }
    }

    /** Who hands something over under a name that a hidden dataset has learns that it is taken, and no more. */
    @Test
    void aTakenNameSaysNothingOfWhoHasIt() {
        var hidden = dataset(new Kind(null, DatasetState.Status.DRAFT)).text("dataset");
        var shown = dataset(new Kind(Confidentiality.INTERNAL, DatasetState.Status.REGISTERED))
                .text("dataset");

        var taken = department("parkeren").push(hidden, "a\n9\n");
        var others = department("parkeren").push(shown, "a\n9\n");

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.problem()).isEqualTo("dataset-name-taken");
        assertThat(taken.body()).doesNotContain(VisibilityTable.DEPARTMENT);
        assertThat(others.problem()).isEqualTo("other-department");
    }

    private static void assertThatIsAsUnknown(Http caller, String name, String path) {
        var unknown = newName();
        var answer = caller.get("/ingest/v1/datasets/" + name + path);
        assertThat(answer.status()).as(path).isEqualTo(404);
        assertThat(answer.body())
                .as(path)
                .isEqualTo(caller.get("/ingest/v1/datasets/" + unknown + path)
                        .body()
                        .replace(unknown, name));
    }

    /** One of each kind: pushed, and announced as it became. */
    private Http.Answer dataset(Kind kind) {
        return RECEIPTS.computeIfAbsent(kind, _ -> {
            var receipt = department(VisibilityTable.DEPARTMENT).push(newName(), "a\n1\n");
            var confidentiality = kind.confidentiality();
            TestEvents.publish(new DatasetState(
                    UUID.fromString(receipt.text("datasetId")),
                    1,
                    receipt.text("dataset"),
                    List.of(),
                    VisibilityTable.DEPARTMENT,
                    kind.status(),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    confidentiality == null ? null : new Classification(confidentiality, PersonalData.NONE),
                    List.of(new RoleHolder(Role.CUSTODIAN, Tokens.subject(VisibilityTable.HOLDER))),
                    null,
                    Instant.now()));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> jdbc.sql("select revision from dataset where name = :name")
                                    .param("name", receipt.text("dataset"))
                                    .query(Long.class)
                                    .single()
                            == 1);
            return receipt;
        });
    }
}
