package nl.datakade.catalog.dataset;

import static nl.datakade.catalog.CatalogApi.newDataset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import nl.datakade.catalog.CatalogApi;
import nl.datakade.catalog.CatalogApi.Answer;
import nl.datakade.catalog.CatalogContext;
import nl.datakade.catalog.KeycloakSays;
import nl.datakade.catalog.Registrations;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody who filled roles is gone. */
@CatalogContext
class OrphanIT {

    private final CatalogApi api;
    private final KeycloakSays keycloak;
    private final String steward = Tokens.of("steward");

    OrphanIT(CatalogApi api, KeycloakSays keycloak) {
        this.api = api;
        this.keycloak = keycloak;
    }

    @AfterEach
    void keycloakAsItIs() {
        keycloak.asItIs();
    }

    @Test
    void whatSomebodyLeavesBehindIsListedAndRepairedInOneStepByAnother() {
        var leaver = keycloak.person("medewerker", true, "{owner}", "{groen}");
        var owned = Registrations.complete(api, "groen").replace(api.person("owner"), leaver);
        var first = newDataset("wees");
        var second = newDataset("wees");
        assertThat(api.put(first, steward, owned).status()).isEqualTo(201);
        assertThat(api.put(second, steward, owned).status()).isEqualTo(201);
        assertThat(orphaned(leaver).at("/total")).isEqualTo("0");

        keycloak.person("medewerker", false, "{owner}", "{groen}");

        await().untilAsserted(
                        () -> assertThat(api.get(first, steward).at("/status")).isEqualTo("DRAFT"));
        assertThat(api.get(first, steward).at("/findings/0/code")).isEqualTo("role-orphaned");
        var list = orphaned(leaver);
        assertThat(list.at("/total")).isEqualTo("2");
        assertThat(list.at("/items/0/why")).isEqualTo("INACTIVE");
        assertThat(list.at("/counts/role/0/value")).isEqualTo("DATA_OWNER");
        assertThat(list.at("/counts/department/0/value")).isEqualTo("groen");
        assertThat(list.at("/counts/person/0/count")).isEqualTo("2");
        assertThat(orphaned(leaver, Tokens.of("analyst")).status()).isEqualTo(403);

        var owner = api.person("owner");
        assertThat(replace(Tokens.of("owner"), leaver, owner).at("/errors/0/name"))
                .as("not by the one who gains")
                .isEqualTo("by");
        assertThat(replace(steward, leaver, api.person("grantor")).at("/skipped/0/why"))
                .isEqualTo("not-eligible");
        assertThat(replace(steward, api.person("grantor"), owner)
                        .json()
                        .path("replaced")
                        .size())
                .as("who is there is not replaced")
                .isZero();
        var repaired = replace(steward, leaver, owner);

        assertThat(repaired.json().path("replaced").size()).isEqualTo(2);
        assertThat(api.get(first, steward).at("/status")).isEqualTo("REGISTERED");
        assertThat(api.get(second, steward).at("/status")).isEqualTo("REGISTERED");
        assertThat(orphaned(leaver).at("/total")).isEqualTo("0");
        assertThat(api.get(first + "/history", steward).at("/items/0/reason")).isEqualTo("Nam het team over.");
    }

    @Test
    void anInactiveOwnerIsReplacedWithoutTheirConsent() {
        var leaver = keycloak.person("medewerker", true, "{owner}", "{groen}");
        var path = newDataset("wees");
        api.put(path, steward, Registrations.complete(api, "groen").replace(api.person("owner"), leaver));
        keycloak.person("medewerker", false, "{owner}", "{groen}");

        var answer = api.patch(path, steward, "{\"roles\": " + Registrations.roles(api) + "}", "If-Match", "*");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/status")).isEqualTo("REGISTERED");
    }

    @Test
    void aSecretDatasetIsNotNamedToOthersOfItsDepartment() {
        var owner = keycloak.newPerson("{owner}", "{groen}");
        var leaver = keycloak.newPerson("{}", "{groen}");
        var path = newDataset("geheim");
        var secret = Registrations.complete(api, "groen")
                .replace(api.person("owner"), owner)
                .replace("INTERNAL", "SECRET")
                .replace("\"roles\": [", "\"roles\": [{\"role\": \"CUSTODIAN\", \"person\": \"" + leaver + "\"}, ");
        assertThat(api.put(path, steward, secret).at("/status")).isEqualTo("REGISTERED");

        keycloak.leaves(leaver);

        assertThat(orphaned(leaver).at("/total")).as("to a role holder").isEqualTo("1");
        var others = orphaned(leaver, Tokens.of("owner"));
        assertThat(others.at("/total")).isEqualTo("0");
        assertThat(others.json().at("/counts/person").size()).isZero();
        var replaced = replace(Tokens.of("owner"), leaver, api.person("steward"));
        assertThat(replaced.json().path("replaced").size()).isZero();
        assertThat(replaced.json().path("skipped").size()).isZero();
        assertThat(replace(steward, leaver, owner).json().path("replaced").size())
                .as("by a role holder")
                .isEqualTo(1);
    }

    private Answer orphaned(String person) {
        return orphaned(person, steward);
    }

    private Answer orphaned(String person, String token) {
        return api.get("/catalog/v1/orphaned?person=" + person, token);
    }

    private Answer replace(String token, String person, String by) {
        return api.post("/catalog/v1/orphaned/replacements", token, """
                {"person": "%s", "by": "%s", "reason": "Nam het team over."}""".formatted(person, by));
    }
}
