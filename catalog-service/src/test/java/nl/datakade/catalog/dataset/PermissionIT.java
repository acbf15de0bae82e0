package nl.datakade.catalog.dataset;

import static nl.datakade.catalog.CatalogApi.newDataset;
import static org.assertj.core.api.Assertions.assertThat;

import nl.datakade.catalog.CatalogApi;
import nl.datakade.catalog.CatalogContext;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, with the tokens that the real Keycloak gives each kind of person. */
@CatalogContext
class PermissionIT {

    private final CatalogApi api;

    PermissionIT(CatalogApi api) {
        this.api = api;
    }

    @ParameterizedTest
    @CsvSource({
        "steward, 201, 200, 200",
        "owner, 201, 200, 200",
        "admin, 201, 200, 200",
        "grantor, 403, 403, 200",
        "analyst, 403, 404, 404",
        "privacy, 403, 403, 200",
        "fg, 403, 403, 200",
        "client of the department, 403, 403, 200",
        "client of another department, 403, 404, 404",
        "service, 403, 403, 200"
    })
    void registeringIsForStewardsAndOwnersOfTheDepartment(String who, int made, int changed, int seen) {
        var body = """
                {"title": "Bomen", "department": "groen"}""";
        var path = newDataset("bomen");

        var answer = api.put(path, token(who), body);

        assertThat(answer.status()).isEqualTo(made);
        var present = made == 201 ? answer : api.put(path, Tokens.of("steward"), body);
        assertThat(api.patch(path, token(who), "{\"keywords\": [\"boom\"]}", "If-Match", present.etag())
                        .status())
                .isEqualTo(changed);
        assertThat(api.get(path, token(who)).status()).isEqualTo(seen);
    }

    @Test
    void aRoleInADatasetCountsWithinItsDuty() {
        var path = newDataset("wegen");
        var made = api.put(path, Tokens.of("steward"), """
                {"title": "Wegen", "department": "groen",
                 "roles": [{"role": "SOURCE_HOLDER", "person": "%s"}]}""".formatted(api.person("grantor")));
        var grantor = Tokens.of("grantor");

        var described = api.patch(path, grantor, "{\"description\": \"Alle wegen.\"}", "If-Match", made.etag());
        var governed = api.patch(path, grantor, "{\"rejectLimit\": 0.5}", "If-Match", described.etag());

        assertThat(described.status()).isEqualTo(200);
        assertThat(governed.status()).isEqualTo(403);
        assertThat(governed.at("/type")).isEqualTo("/problems/dataset-words-only");
    }

    @Test
    void whoSetTheClassificationIsKept() {
        var owner = Tokens.of("owner");
        var made = api.put(newDataset("meldingen"), owner, """
                {"department": "openbare-ruimte",
                 "classification": {"confidentiality": "CONFIDENTIAL", "personalData": "PERSONAL", "reason": "5.1 2e"}}""");

        assertThat(made.at("/classifiedBy")).isEqualTo(api.person("owner"));
        assertThat(made.at("/classifiedAt")).endsWith("Z");
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIDENTIAL, steward, 200",
        "SECRET, steward, 200",
        "SECRET, privacy, 200",
        "SECRET, fg, 200",
        "SECRET, service, 200",
        "SECRET, client of the department, 404",
        "SECRET, client of another department, 404",
        "CONFIDENTIAL, analyst, 404",
        "SECRET, analyst, 404",
        "INTERNAL, analyst, 200",
        "PUBLIC, analyst, 404" // which one steward alone only proposes
    })
    void aConfidentialDraftIsForItsDepartmentItsRoleHoldersAndThoseWhoWatchOver(
            String confidentiality, String who, int status) {
        var word = CatalogApi.newName("geheim");
        var path = "/catalog/v1/datasets/" + word;
        api.put(path, Tokens.of("steward"), """
                {"title": "%s", "department": "groen",
                 "classification": {"confidentiality": "%s", "personalData": "NONE"}}""".formatted(word, confidentiality));

        assertThat(api.get(path, token(who)).status()).isEqualTo(status);
        assertThat(api.get(path + "/versions", token(who)).status()).isEqualTo(status);
        var found = api.get("/catalog/v1/datasets?q=" + word.substring(word.indexOf('-') + 1), token(who));
        assertThat(found.at("/total")).isEqualTo(status == 200 ? "1" : "0");
    }

    @Test
    void movingADatasetAsksTheDutyInBothDepartments() {
        var path = newDataset("palen");
        var made = api.put(path, Tokens.of("steward"), """
                {"title": "Palen", "department": "groen",
                 "roles": [{"role": "DATA_STEWARD", "person": "%s"}]}""".formatted(api.person("grantor")));

        var moved = api.patch(path, Tokens.of("grantor"), "{\"department\": \"mobiliteit\"}", "If-Match", made.etag());

        assertThat(moved.status()).isEqualTo(403);
        assertThat(moved.at("/department")).isEqualTo("mobiliteit");
    }

    private static String token(String who) {
        return switch (who) {
            case "client of the department" -> Tokens.department("groen");
            case "client of another department" -> Tokens.department("parkeren");
            case "service" -> Tokens.service("access");
            default -> Tokens.of(who);
        };
    }
}
