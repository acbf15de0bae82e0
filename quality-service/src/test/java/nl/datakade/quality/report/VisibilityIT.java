package nl.datakade.quality.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.quality.Given;
import nl.datakade.quality.QualityApi;
import nl.datakade.quality.QualityContext;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import nl.datakade.testkit.VisibilityTable;
import nl.datakade.testkit.VisibilityTable.Cell;
import nl.datakade.testkit.VisibilityTable.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores and findings by the table of who may know what. */
@QualityContext
class VisibilityIT {

    private static final Map<Kind, String> NAMES = new ConcurrentHashMap<>();

    /** Who has a list of findings at all, and would see those of the datasets' department. */
    private static final Set<String> HAVE_A_LIST = Set.of("privacy", "fg", "admin", "steward", "owner");

    private final QualityApi api;

    VisibilityIT(QualityApi api) {
        this.api = api;
    }

    static List<Cell> cells() {
        return VisibilityTable.cells();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void scoresAndFindingsAreThereAsTheTableHasIt(Cell cell) {
        var name = dataset(cell.kind());
        var path = "/quality/v1/datasets/" + name;

        for (var below : List.of("/scores", "/versions/1/score")) {
            var answer = api.get(path + below, cell.token());
            switch (cell.expected()) {
                case VISIBLE -> assertThat(answer.status()).isEqualTo(200);
                case NAMED_ONLY -> assertThat(answer.text("/type")).isEqualTo("/problems/dataset-named-only");
                case HIDDEN -> assertThatIsAsUnknown(cell, name, below);
            }
        }
        if (!cell.expected().isKnown()) {
            assertThatIsAsUnknown(cell, name, "/versions/1/profile");
            assertThatIsAsUnknown(cell, name, "/versions/9/score");
        }
        if (HAVE_A_LIST.contains(cell.caller())) {
            assertThat(findings(name, cell.token()))
                    .isEqualTo(cell.expected() == Visibility.VISIBLE ? findings(name, Tokens.of("privacy")) : 0);
        }
    }

    private void assertThatIsAsUnknown(Cell cell, String name, String below) {
        var unknown = "onbekend-" + UUID.randomUUID();
        var answer = api.get("/quality/v1/datasets/" + name + below, cell.token());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().toString())
                .isEqualTo(api.get("/quality/v1/datasets/" + unknown + below, cell.token())
                        .body()
                        .toString()
                        .replace(unknown, name));
    }

    private int findings(String name, String token) {
        return api.get("/quality/v1/findings?dataset=" + name, token)
                .body()
                .at("/total")
                .asInt();
    }

    /** One of each kind, of which a version could not be read: that is a finding. */
    private String dataset(Kind kind) {
        return NAMES.computeIfAbsent(kind, _ -> {
            var id = UUID.randomUUID();
            var confidentiality = kind.confidentiality();
            var holder = Given.holder(Role.CUSTODIAN, QualityApi.subject(VisibilityTable.HOLDER));
            TestEvents.publish(new DatasetState(
                    id,
                    1,
                    "proef-" + id,
                    List.of(),
                    VisibilityTable.DEPARTMENT,
                    kind.status(),
                    "Proef",
                    null,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    confidentiality == null ? null : new Classification(confidentiality, PersonalData.NONE),
                    List.of(holder),
                    null,
                    Given.LANDED));
            TestEvents.publish(Given.version(id, 1, Outcome.UNREADABLE));
            api.score("proef-" + id, 1, Tokens.of("privacy"));
            return "proef-" + id;
        });
    }
}
