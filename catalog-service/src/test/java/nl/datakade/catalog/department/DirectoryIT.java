package nl.datakade.catalog.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import nl.datakade.catalog.CatalogApi;
import nl.datakade.catalog.CatalogContext;
import nl.datakade.contracts.catalog.DepartmentState;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CatalogContext
class DirectoryIT {

    private final CatalogApi api;

    DirectoryIT(CatalogApi api) {
        this.api = api;
    }

    @Test
    void departmentsAreKeycloaksGroupsAndAreAnnouncedOnce() {
        var answer = await().until(
                        () -> api.get("/catalog/v1/departments", Tokens.of("analyst")),
                        departments -> departments.json().get("items").size() == 10);

        assertThat(answer.json().get("items").valueStream()).anySatisfy(department -> {
            assertThat(department.get("slug").asString()).isEqualTo("handhaving");
            assertThat(department.get("name").asString()).isEqualTo("Toezicht en Handhaving");
            assertThat(department.get("active").asBoolean()).isTrue();
        });
        await().untilAsserted(() -> assertThat(TestEvents.of(DepartmentState.class))
                .filteredOn(DepartmentState::slug, "handhaving")
                .hasSize(1)
                .first()
                .satisfies(state -> assertThat(state.revision()).isEqualTo(1)));
    }

    @Test
    void peopleAreFoundByPartOfTheirName() {
        var answer = api.get("/catalog/v1/people?q=stewa", Tokens.of("steward"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/total")).isEqualTo("1");
        assertThat(answer.at("/items/0/username")).isEqualTo("steward");
        assertThat(answer.json().at("/items/0/roles").valueStream().map(role -> role.asString()))
                .contains("steward");
        assertThat(answer.json().at("/items/0/departments").size()).isEqualTo(10);
    }

    @Test
    void serviceAccountsAreNoPeople() {
        assertThat(api.get("/catalog/v1/people?q=service", Tokens.of("admin")).at("/total"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"steward, 200", "owner, 200", "grantor, 200", "privacy, 200", "fg, 200", "admin, 200", "analyst, 403"})
    void searchingPeopleIsForThoseWhoGiveRolesOrWatchOver(String who, int status) {
        assertThat(api.get("/catalog/v1/people?q=steward", Tokens.of(who)).status())
                .isEqualTo(status);
    }

    @Test
    void aSearchForPeopleNeedsTwoCharacters() {
        var answer = api.get("/catalog/v1/people?q=s", Tokens.of("steward"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/name")).isEqualTo("q");
    }

    @ParameterizedTest
    @CsvSource({"steward, 2", "owner, 2", "grantor, 2", "privacy, 2", "fg, 2", "admin, 2", "analyst, 1"})
    void namesAreForThoseWhoNeedThemAndEverybodyKnowsTheirOwn(String who, int names) {
        var other = api.person("medewerker");
        var answer = api.get(
                "/catalog/v1/people?subject=" + other + "&subject=" + api.person(who)
                        + "&subject=00000000-0000-4000-8000-000000000000&subject=../count",
                Tokens.of(who));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().size()).isEqualTo(names);
        assertThat(answer.json().valueStream()).anySatisfy(person -> {
            assertThat(person.get("subject").asString()).isEqualTo(api.person(who));
            assertThat(person.get("name").asString()).endsWith("Voorbeeld");
            assertThat(person.get("active").asBoolean()).isTrue();
        });
        assertThat(Integer.parseInt(String.valueOf(answer.headers().get("age"))))
                .isNotNegative();
    }

    @Test
    void namesOfSoManyAreAskedForInParts() {
        var answer = api.get("/catalog/v1/people?subject=a" + "&subject=b".repeat(100), Tokens.of("steward"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/name")).isEqualTo("subject");
    }
}
