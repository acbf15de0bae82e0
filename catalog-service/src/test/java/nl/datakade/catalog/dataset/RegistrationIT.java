package nl.datakade.catalog.dataset;

import static nl.datakade.catalog.CatalogApi.newDataset;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import nl.datakade.catalog.CatalogApi;
import nl.datakade.catalog.CatalogContext;
import nl.datakade.catalog.LandingEvents;
import nl.datakade.catalog.Registrations;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CatalogContext
class RegistrationIT {

    private final CatalogApi api;
    private final String steward = Tokens.of("steward");

    RegistrationIT(CatalogApi api) {
        this.api = api;
    }

    @Test
    void aDatasetThatLacksNothingIsRegisteredAtOnceAndAnnounced() {
        var path = newDataset("fietstellingen");

        var answer = api.put(path, steward, Registrations.complete(api, "mobiliteit"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers()).containsEntry("location", path).containsEntry("etag", "\"1\"");
        assertThat(answer.at("/status")).isEqualTo("REGISTERED");
        assertThat(answer.json().get("missing").size()).isZero();
        assertThat(answer.at("/departmentName")).isEqualTo("Mobiliteit");
        assertThat(answer.at("/themes/0"))
                .isEqualTo("http://publications.europa.eu/resource/authority/data-theme/TRAN");
        assertThat(answer.at("/roles/0/name")).isNotBlank();
        var announced = announced(UUID.fromString(answer.at("/id")), 1);
        assertThat(announced.status()).isEqualTo(DatasetState.Status.REGISTERED);
        assertThat(announced.roles()).hasSize(3);
    }

    @Test
    void aDraftSaysWhatIsMissingAndWhoseMoveItIs() {
        var answer = api.put(newDataset("bomen"), steward, """
                {"title": "Bomen", "department": "groen",
                 "classification": {"confidentiality": "INTERNAL", "personalData": "NONE"}}""");

        assertThat(answer.at("/status")).isEqualTo("DRAFT");
        assertThat(answer.json()
                        .get("missing")
                        .valueStream()
                        .map(lack -> lack.get("code").asString()))
                .containsExactly("description", "theme", "classification-reason", "owner", "steward", "access-grantor");
        assertThat(answer.at("/missing/0/whoseMove")).isEqualTo("steward of the department");
    }

    @Test
    void whatIsWrongIsSaidAllTogetherByField() {
        var answer = api.put("/catalog/v1/datasets/Bad_Name", steward, """
                {"title": "%s", "department": "mobiliteit", "themes": ["TRAN", "VERKEER"], "license": "mine",
                 "frequency": "SOMETIMES", "spatial": "Den Haag", "rejectLimit": 1.5, "keywords": [" "],
                 "temporal": {"from": "2026-02-01", "until": "2026-01-01"},
                 "classification": {"confidentiality": "OPEN", "personalData": "NONE", "reason": "5.1 2z"},
                 "roles": [{"role": "BOSS", "person": "x"}, {"role": "DATA_OWNER"},
                           {"role": "DATA_STEWARD", "person": "nobody"}]}""".formatted("x".repeat(201)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/type")).isEqualTo("/problems/invalid-input");
        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("name").asString()))
                .containsExactlyInAnyOrder(
                        "name",
                        "title",
                        "themes[1]",
                        "license",
                        "frequency",
                        "spatial",
                        "rejectLimit",
                        "keywords[0]",
                        "temporal.until",
                        "classification.confidentiality",
                        "classification.reason",
                        "roles[0].role",
                        "roles[1].person",
                        "roles[0].person");
        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("expected").asString()))
                .noneMatch(expected -> expected.contains("{"));
    }

    @Test
    void aFieldOfTheWrongTypeIsNamedWithItsPlace() {
        var answer = api.put(newDataset("fout"), steward, """
                {"department": "mobiliteit",
                 "rejectLimit": "much"}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/name")).isEqualTo("rejectLimit");
        assertThat(answer.at("/errors/0/line")).isEqualTo("2");
    }

    @Test
    void aChangeNeedsTheRevisionThatItIsBuiltUpon() {
        var path = newDataset("lantaarns");
        var body = Registrations.complete(api, "handhaving");
        var made = api.put(path, steward, body, "If-None-Match", "*");
        assertThat(made.status()).isEqualTo(201);

        assertThat(api.put(path, steward, body).status()).isEqualTo(428);
        assertThat(api.put(path, steward, body, "If-None-Match", "*").status()).isEqualTo(412);
        assertThat(api.patch(path, steward, "{\"title\": \"Lantaarns\"}").status())
                .isEqualTo(428);
        var changed = api.patch(path, steward, "{\"title\": \"Lantaarns\"}", "If-Match", made.etag());
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.etag()).isEqualTo("\"2\"");
        var late = api.put(path, steward, body, "If-Match", made.etag());
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.at("/type")).isEqualTo("/problems/revision-passed");
        assertThat(api.put(newDataset("weg"), steward, body, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void aMergePatchChangesWhatItNamesAndEmptiesWhatIsNull() {
        var path = newDataset("paden");
        var made = api.put(path, steward, Registrations.complete(api, "groen"));

        var patched = api.patch(
                path,
                steward,
                "{\"description\": null, \"keywords\": [\"pad\"], \"temporal\": {\"from\": \"2026-01-01\"}}",
                "If-Match",
                made.etag());

        assertThat(patched.at("/title")).isEqualTo("Fietstellingen");
        assertThat(patched.json().path("description").isNull()).isTrue();
        assertThat(patched.at("/keywords/0")).isEqualTo("pad");
        assertThat(patched.at("/temporal/from")).isEqualTo("2026-01-01");
        assertThat(patched.at("/status")).isEqualTo("DRAFT");
        assertThat(api.patch(path, steward, "{\"titel\": \"x\"}", "If-Match", patched.etag())
                        .at("/errors/0/name"))
                .isEqualTo("titel");
        assertThat(api.patch(path, steward, "[]", "If-Match", patched.etag()).status())
                .isEqualTo(400);
    }

    @Test
    void whatWasFetchedCanBeSentBack() {
        var path = newDataset("heen-en-weer");
        api.put(path, steward, Registrations.complete(api, "parkeren"));
        var fetched = api.get(path, steward);

        var sent = api.put(path, steward, fetched.body(), "If-Match", fetched.etag());

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.at("/title")).isEqualTo(fetched.at("/title"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'status': 'WITHDRAWN'} | status",
                "{'id': '0193b3b2-7e6c-7000-8000-000000000000'} | id",
                "{'classifiedBy': 'x'} | classifiedBy",
                "{'score': 100} | score",
                "{'createdAt': '2020-01-01T00:00:00Z'} | createdAt"
            })
    void whatTheServiceSetsIsRefusedWhenItDiffers(String patch, String field) {
        var path = newDataset("vast");
        var made = api.put(path, steward, Registrations.complete(api, "groen"));

        var answer = api.patch(path, steward, patch.replace('\'', '"'), "If-Match", made.etag());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/name")).isEqualTo(field);
        assertThat(api.get(path, steward).etag()).isEqualTo(made.etag());
        var whole = api.get(path, steward).body();
        assertThat(api.patch(path, steward, whole, "If-Match", made.etag()).status())
                .as("as it was fetched")
                .isEqualTo(200);
        var withdrawn = whole.replace("\"REGISTERED\"", "\"WITHDRAWN\"");
        assertThat(api.put(path, steward, withdrawn, "If-Match", "*").at("/errors/0/name"))
                .isEqualTo("status");
    }

    @Test
    void onlyColumnsThatExistAreDescribed() {
        var path = newDataset("kolommen");
        var name = path.substring(path.lastIndexOf('/') + 1);
        var made = api.put(path, steward, Registrations.complete(api, "groen"));
        TestEvents.publish(LandingEvents.read(UUID.fromString(made.at("/id")), name, "groen", 1, 1, "aantal"));
        Awaitility.await()
                .until(() -> api.get(path, steward).at("/latestVersion").equals("1"));

        var answer = api.patch(path, steward, describing("bestaat_niet"), "If-Match", "*");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/name")).isEqualTo("columns");
        assertThat(answer.at("/errors/0/expected")).contains("tellingen.bestaat_niet");
        assertThat(api.patch(path, steward, describing("aantal"), "If-Match", "*")
                        .status())
                .isEqualTo(200);
    }

    private static String describing(String column) {
        return """
                {"columns": [{"table": "tellingen", "column": "%s", "description": "Hoeveel"}]}""".formatted(column);
    }

    @Test
    void aFormerNameLeadsToThePresentOneForEver() {
        var path = newDataset("oud");
        var renamed = CatalogApi.newName("nieuw");
        var made = api.put(path, steward, Registrations.complete(api, "mobiliteit"));

        var answer = api.patch(path, steward, "{\"name\": \"" + renamed + "\"}", "If-Match", made.etag());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/name")).isEqualTo(renamed);
        assertThat(answer.at("/formerNames/0")).isEqualTo(path.substring(path.lastIndexOf('/') + 1));
        var redirect = api.get(path + "/versions?page=1", steward);
        assertThat(redirect.status()).isEqualTo(308);
        assertThat(redirect.headers())
                .containsEntry("location", "/catalog/v1/datasets/" + renamed + "/versions?page=1");
        var other = newDataset("ander");
        var taken = api.put(other, steward, Registrations.complete(api, "mobiliteit"));
        var former = path.substring(path.lastIndexOf('/') + 1);
        assertThat(api.patch(other, steward, "{\"name\": \"" + former + "\"}", "If-Match", taken.etag())
                        .status())
                .isEqualTo(409);
        assertThat(announced(UUID.fromString(answer.at("/id")), 2).formerNames())
                .containsExactly(former);
    }

    private static DatasetState announced(UUID dataset, long revision) {
        return Awaitility.await()
                .until(
                        () -> TestEvents.of(DatasetState.class).stream()
                                .filter(state -> state.datasetId().equals(dataset) && state.revision() == revision)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
