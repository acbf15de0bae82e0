package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.RoleHolder;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.testkit.VisibilityTable;
import nl.datakade.testkit.VisibilityTable.Cell;
import nl.datakade.testkit.VisibilityTable.Kind;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Access by the table of who may know what: what can be asked for is known by name, policies are for those who see more. */
class VisibilityIT extends AccessStory {

    private static final Map<Kind, String> NAMES = new ConcurrentHashMap<>();
    private static final Set<String> READ_POLICIES = Set.of("privacy", "fg", "admin", "steward", "owner");

    static List<Cell> cells() {
        return VisibilityTable.cells();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aDatasetIsThereAsTheTableHasIt(Cell cell) {
        var name = dataset(cell.kind());
        var dataset = "/access/v1/datasets/" + name;
        for (var path : List.of(
                dataset + "/readiness",
                "/access/v1/grants?dataset=" + name,
                "/access/v1/disclosures?dataset=" + name)) {
            var answer = get(path, cell);
            assertThat(answer.status()).as(path).isEqualTo(cell.expected().isKnown() ? 200 : 404);
            if (!cell.expected().isKnown()) {
                var unknown = "onbekend-" + name;
                assertThat(answer.body())
                        .isEqualTo(get(path.replace(name, unknown), cell).body().replace(unknown, name));
            }
        }
        if (READ_POLICIES.contains(cell.caller())) {
            assertThat(get(dataset + "/policy", cell).status())
                    .isEqualTo(cell.expected() == Visibility.VISIBLE ? 200 : 404);
        }
    }

    private Api.Answer get(String path, Cell cell) {
        return Api.send(HttpRequest.newBuilder(URI.create("http://localhost:" + analyst.port() + path))
                .header("Authorization", "Bearer " + cell.token()));
    }

    private String dataset(Kind kind) {
        return NAMES.computeIfAbsent(kind, _ -> {
            var confidentiality = kind.confidentiality();
            var given = new Given("zicht")
                    .of(VisibilityTable.DEPARTMENT)
                    .dataset(
                            kind.status(),
                            confidentiality == null ? null : new Classification(confidentiality, PersonalData.NONE),
                            List.of(new RoleHolder(Role.CUSTODIAN, Api.subject(VisibilityTable.HOLDER))));
            var path = "/access/v1/datasets/" + given.name + "/readiness";
            Awaitility.await().atMost(PATIENCE).until(() -> privacy.get(path).status() == 200);
            return given.name;
        });
    }
}
