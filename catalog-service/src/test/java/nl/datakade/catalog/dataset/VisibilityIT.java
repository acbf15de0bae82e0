package nl.datakade.catalog.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.datakade.catalog.CatalogApi;
import nl.datakade.catalog.CatalogContext;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.testkit.Tokens;
import nl.datakade.testkit.VisibilityTable;
import nl.datakade.testkit.VisibilityTable.Cell;
import nl.datakade.testkit.VisibilityTable.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue by the table of who may know what: one dataset asks the rule itself, a search asks it in SQL. */
@CatalogContext
class VisibilityIT {

    private static final Map<Kind, String> NAMES = new ConcurrentHashMap<>();

    private final CatalogApi api;
    private final JdbcClient jdbc;

    VisibilityIT(CatalogApi api, JdbcClient jdbc) {
        this.api = api;
        this.jdbc = jdbc;
    }

    static List<Cell> cells() {
        return VisibilityTable.cells();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aDatasetIsShownAsTheTableHasIt(Cell cell) {
        var name = dataset(cell.kind());
        var path = "/catalog/v1/datasets/" + name;

        var answer = api.get(path, cell.token());
        var versions = api.get(path + "/versions", cell.token());

        switch (cell.expected()) {
            case VISIBLE -> {
                assertThat(answer.at("/description")).contains(secretWord(name));
                assertThat(versions.status()).isEqualTo(200);
            }
            case NAMED_ONLY -> {
                assertThat(answer.at("/visibility")).isEqualTo("NAMED_ONLY");
                assertThat(answer.at("/title")).isEqualTo("Titel " + name);
                assertThat(answer.body()).doesNotContain(secretWord(name), "columns", "score\"", "keywords");
                assertThat(versions.status()).isEqualTo(403);
                assertThat(versions.at("/type")).isEqualTo("/problems/dataset-named-only");
            }
            case HIDDEN -> {
                assertThatIsAsUnknown(cell, name, "");
                assertThatIsAsUnknown(cell, name, "/versions");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aSearchFindsAsTheTableHasIt(Cell cell) {
        var name = dataset(cell.kind());
        var known = cell.expected().isKnown() ? "1" : "0";
        var visible = cell.expected() == Visibility.VISIBLE ? "1" : "0";

        var named = api.get("/catalog/v1/datasets?name=" + name, cell.token());
        var titled = api.get("/catalog/v1/datasets?q=" + name, cell.token());
        var described = api.get("/catalog/v1/datasets?q=" + secretWord(name), cell.token());
        var keyed = api.get("/catalog/v1/datasets?name=" + name + "&theme=TRAN", cell.token());

        assertThat(named.at("/total")).isEqualTo(known);
        assertThat(named.at("/facets/department/0/count")).isEqualTo(known.equals("1") ? "1" : "");
        assertThat(named.at("/facets/theme/0/count")).isEqualTo(visible.equals("1") ? "1" : "");
        assertThat(titled.body().contains("\"name\":\"" + name + "\"")).isEqualTo(known.equals("1"));
        assertThat(described.body().contains("\"name\":\"" + name + "\"")).isEqualTo(visible.equals("1"));
        assertThat(keyed.at("/total")).isEqualTo(visible);
        if (visible.equals("0")) {
            assertThat(titled.body()).doesNotContain(secretWord(name));
        }
    }

    /** A name belongs to one dataset in the whole city; that it is taken is all that somebody learns who may not know more. */
    @Test
    void aTakenNameSaysNothingOfWhoHasIt() {
        var secret = dataset(new Kind(Confidentiality.SECRET, DatasetState.Status.REGISTERED));
        var free = CatalogApi.newName("vrij");
        var body = "{\"title\": \"Iets\", \"department\": \"mobiliteit\"}";

        var taken = api.put("/catalog/v1/datasets/" + secret, Tokens.of("steward"), body);
        var refused = api.put("/catalog/v1/datasets/" + secret, Tokens.of("grantor"), body);
        var refusedFree = api.put("/catalog/v1/datasets/" + free, Tokens.of("grantor"), body);

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.at("/type")).isEqualTo("/problems/dataset-name-taken");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo(refusedFree.body().replace(free, secret));
    }

    @Test
    void aFormerNameOfAHiddenDatasetLeadsNowhere() {
        var secret = dataset(new Kind(Confidentiality.SECRET, DatasetState.Status.WITHDRAWN));
        var former = CatalogApi.newName("vroeger");
        jdbc.sql("""
                        insert into dataset_name (name, dataset_id, since)
                        select :former, id, created_at from dataset where name = :name""").param("former", former).param("name", secret).update();

        assertThat(api.get("/catalog/v1/datasets/" + former, Tokens.of("steward"))
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/catalog/v1/datasets/" + former, Tokens.of("privacy"))
                        .headers())
                .containsEntry("location", "/catalog/v1/datasets/" + secret);
    }

    private void assertThatIsAsUnknown(Cell cell, String name, String below) {
        var unknown = CatalogApi.newName("onbekend");
        var answer = api.get("/catalog/v1/datasets/" + name + below, cell.token());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo(api.get("/catalog/v1/datasets/" + unknown + below, cell.token())
                        .body()
                        .replace(unknown, name));
    }

    private static String secretWord(String name) {
        return "geheimwoord" + Integer.toHexString(name.hashCode()); // nothing like the name, by which it may be found
    }

    /** One of each kind, as it would have become. */
    private String dataset(Kind kind) {
        return NAMES.computeIfAbsent(kind, _ -> {
            var name = CatalogApi.newName("zicht-" + kind.slug());
            var made = api.put("/catalog/v1/datasets/" + name, Tokens.of("admin"), """
                    {"title": "Titel %s", "description": "Over %s.", "department": "%s", "themes": ["TRAN"],
                     "roles": [{"role": "CUSTODIAN", "person": "%s"}]}""".formatted(
                            name, secretWord(name), VisibilityTable.DEPARTMENT, api.person(VisibilityTable.HOLDER)));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            jdbc.sql("""
                            update dataset set status = :status, confidentiality = :confidentiality,
                                personal_data = case when cast(:confidentiality as text) is null then null else 'NONE' end
                            where name = :name""")
                    .param("status", kind.status().name())
                    .param(
                            "confidentiality",
                            kind.confidentiality() == null
                                    ? null
                                    : kind.confidentiality().name())
                    .param("name", name)
                    .update();
            return name;
        });
    }
}
