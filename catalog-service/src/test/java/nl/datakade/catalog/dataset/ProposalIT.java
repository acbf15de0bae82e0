package nl.datakade.catalog.dataset;

import static nl.datakade.catalog.CatalogApi.newDataset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.datakade.catalog.CatalogApi;
import nl.datakade.catalog.CatalogApi.Answer;
import nl.datakade.catalog.CatalogContext;
import nl.datakade.catalog.KeycloakSays;
import nl.datakade.catalog.Registrations;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one person may not do alone, and every road around it. */
@CatalogContext
class ProposalIT {

    private static final String PUBLIC = """
            {"classification": {"confidentiality": "PUBLIC", "personalData": "NONE"}}""";

    private final CatalogApi api;
    private final KeycloakSays keycloak;
    private final JdbcClient jdbc;
    private final String steward = Tokens.of("steward");
    private final String owner = Tokens.of("owner");
    private final String privacy = Tokens.of("privacy");
    private final String path = newDataset("voorstel");

    ProposalIT(CatalogApi api, KeycloakSays keycloak, JdbcClient jdbc) {
        this.api = api;
        this.keycloak = keycloak;
        this.jdbc = jdbc;
    }

    @AfterEach
    void keycloakAsItIs() {
        keycloak.asItIs();
    }

    @Test
    void publicationWaitsForTheOwnerAndAPrivacyOfficer() {
        var made = api.put(path, steward, withClassification("PUBLIC", "NONE"));

        assertThat(made.status()).isEqualTo(202);
        assertThat(made.at("/status")).isEqualTo("DRAFT");
        assertThat(made.json().path("classification").isNull()).isTrue();
        assertThat(made.at("/missing/0/whoseMove")).isEqualTo("data owner and privacy officer");
        var proposal = location(made);
        assertThat(made.at("/proposals/0/self")).isEqualTo(proposal);
        assertThat(api.get(proposal, steward).at("/missing/1")).isEqualTo("PRIVACY_OFFICER");

        var first = decide(proposal, owner, "DATA_OWNER", true);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("/status")).isEqualTo("OPEN");
        assertThat(classification()).isEqualTo(" ");
        var second = decide(proposal, privacy, "PRIVACY_OFFICER", true);

        assertThat(second.at("/status")).isEqualTo("ACCEPTED");
        var open = api.get(path, steward);
        assertThat(classification()).isEqualTo("PUBLIC NONE");
        assertThat(open.at("/status")).isEqualTo("REGISTERED");
        assertThat(open.json().path("proposals").size()).isZero();
        var history = api.get(path + "/history", privacy);
        assertThat(history.at("/items/0/after/classification/confidentiality")).isEqualTo("PUBLIC");
        assertThat(history.at("/items/0/changedBy/person")).isEqualTo(api.person("steward"));
        assertThat(proposal).endsWith(history.at("/items/0/proposal"));
        var kept = api.get(proposal, privacy);
        assertThat(kept.at("/decisions/0/by/name")).isEqualTo("Owner Voorbeeld");
        assertThat(kept.at("/decisions/1/reason")).isEqualTo("Bekeken.");
        assertThat(kept.at("/decisions/1/decidedAt")).endsWith("Z");
    }

    @Test
    void whatIsHarmlessTakesEffectAndEitherAxisRisesAtOnce() {
        api.put(path, steward, withClassification("INTERNAL", "SPECIAL"));

        var answer = change("""
                {"title": "Anders", "classification": {"confidentiality": "SECRET", "personalData": "NONE"}}""");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.at("/title")).isEqualTo("Anders");
        assertThat(classification()).isEqualTo("SECRET SPECIAL");
        var waiting = api.get(location(answer), owner);
        assertThat(waiting.at("/before/classification/personalData")).isEqualTo("SPECIAL");
        assertThat(waiting.at("/after/classification/personalData")).isEqualTo("NONE");
        assertThat(change("""
                {"classification": {"confidentiality": "SECRET", "personalData": "CRIMINAL"}}""").status()).as("raising takes nobody else").isEqualTo(200);
        assertThat(classification()).isEqualTo("SECRET CRIMINAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"steward", "owner", "admin"})
    void nobodyWhoMayRegisterLowersAClassificationAlone(String who) {
        api.put(path, steward, withClassification("CONFIDENTIAL", "PERSONAL"));
        var token = Tokens.of(who);

        var patched = api.patch(path, token, PUBLIC, "If-Match", "*");
        var put = api.put(path, token, withClassification("INTERNAL", "NONE"), "If-Match", "*");

        assertThat(List.of(patched.status(), put.status())).containsOnly(202);
        assertThat(classification()).isEqualTo("CONFIDENTIAL PERSONAL");
        assertThat(decide(location(put), token, "PRIVACY_OFFICER", true).status())
                .isEqualTo(403);
        assertThat(api.patch(path, token, "{\"classification\": null}", "If-Match", "*")
                        .at("/errors/0/name"))
                .isEqualTo("classification");
        var without = "{\"title\": \"x\", \"department\": \"groen\", \"roles\": " + Registrations.roles(api) + "}";
        assertThat(api.put(path, token, without, "If-Match", "*").status()).isEqualTo(400);
        assertThat(classification()).isEqualTo("CONFIDENTIAL PERSONAL");
    }

    @Test
    void onePersonWithEveryRoleDecidesOnce() {
        var everything = keycloak.person("privacy", true, "{owner,privacy,admin,steward}", "{groen}");
        var made = api.put(
                path, steward, withClassification("CONFIDENTIAL", "PERSONAL").replace(api.person("owner"), everything));
        assertThat(made.status()).isEqualTo(201);
        var proposal = location(change(PUBLIC));

        assertThat(decide(proposal, privacy, "DATA_OWNER", true).status()).isEqualTo(200);
        var again = decide(proposal, privacy, "PRIVACY_OFFICER", true);

        assertThat(again.status()).isEqualTo(403);
        assertThat(again.at("/type")).isEqualTo("/problems/proposal-same-person");
        assertThat(classification()).isEqualTo("CONFIDENTIAL PERSONAL");
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into dataset_proposal_decision
                                select proposal_id, 'PRIVACY_OFFICER', person, true, reason, decided_at
                                from dataset_proposal_decision where person = :person""").param("person", everything).update())
                .as("the database refuses it too")
                .hasMessageContaining("duplicate key");
    }

    @Test
    void whoeverProposedDoesNotApproveAsPrivacyOfficer() {
        var everything = keycloak.person("privacy", true, "{owner,privacy,admin,steward}", "{groen}");
        api.put(path, steward, withClassification("CONFIDENTIAL", "PERSONAL").replace(api.person("owner"), everything));
        var made = api.patch(path, privacy, PUBLIC, "If-Match", "*");
        assertThat(made.status()).isEqualTo(202);
        var proposal = location(made);

        assertThat(yours(proposal, privacy)).isEqualTo("[\"DATA_OWNER\"]");
        var own = decide(proposal, privacy, "PRIVACY_OFFICER", true);
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.at("/type")).isEqualTo("/problems/proposal-same-person");
        assertThat(decide(proposal, privacy, "DATA_OWNER", true).status()).isEqualTo(200);
        assertThat(classification()).isEqualTo("CONFIDENTIAL PERSONAL");
    }

    @Test
    void anApprovalHoldsForWhatWasApprovedOnly() {
        api.put(path, steward, withClassification("CONFIDENTIAL", "NONE"));
        var proposal = location(change(PUBLIC));
        decide(proposal, owner, "DATA_OWNER", true);

        change("""
                {"classification": {"confidentiality": "CONFIDENTIAL", "personalData": "PERSONAL"}}""");
        var late = decide(proposal, privacy, "PRIVACY_OFFICER", true);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.at("/status")).isEqualTo("409");
        assertThat(late.at("/proposalStatus")).isEqualTo("OUTDATED");
        assertThat(api.get(proposal, privacy).at("/status")).isEqualTo("OUTDATED");
        assertThat(api.get(proposal, privacy).at("/closedBecause")).isEqualTo("changed");
        assertThat(classification()).isEqualTo("CONFIDENTIAL PERSONAL");
    }

    @Test
    void anotherProposalTakesThePlaceOfTheOneBeforeAndTheSameIsTheSame() {
        api.put(path, steward, withClassification("SECRET", "NONE"));
        var first = location(change(PUBLIC));
        decide(first, owner, "DATA_OWNER", true);

        assertThat(location(change(PUBLIC))).isEqualTo(first);
        var other = location(change("{\"classification\": {\"confidentiality\": \"INTERNAL\"}}"));

        assertThat(other).isNotEqualTo(first);
        assertThat(api.get(first, steward).at("/closedBecause")).isEqualTo("replaced");
        assertThat(decide(first, privacy, "PRIVACY_OFFICER", true).status()).isEqualTo(409);
        assertThat(classification()).isEqualTo("SECRET NONE");
    }

    @Test
    void oneRefusalIsEnoughAndAReasonIsNeeded() {
        api.put(path, steward, withClassification("SECRET", "NONE"));
        var proposal = location(change(PUBLIC));

        assertThat(api.post(
                                proposal + "/decisions",
                                owner,
                                "{\"as\": \"DATA_OWNER\", \"approve\": true, \"reason\": \" \"}")
                        .at("/errors/0/name"))
                .isEqualTo("reason");
        assertThat(decide(proposal, privacy, "PRIVACY_OFFICER", false).at("/status"))
                .isEqualTo("REJECTED");
        assertThat(decide(proposal, owner, "DATA_OWNER", true).status()).isEqualTo(409);
        assertThat(classification()).isEqualTo("SECRET NONE");
    }

    @Test
    void ofManyDecisionsAtOnceEachRoleCountsOnce() throws Exception {
        api.put(path, steward, withClassification("CONFIDENTIAL", "PERSONAL"));
        var proposal = location(change(PUBLIC));
        var attempts = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 4; i++) {
            attempts.add(() -> decide(proposal, owner, "DATA_OWNER", true).status());
            attempts.add(
                    () -> decide(proposal, privacy, "PRIVACY_OFFICER", true).status());
        }

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var attempt : threads.invokeAll(attempts)) {
                statuses.add(attempt.get());
            }
        }

        assertThat(statuses)
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(2);
        assertThat(api.get(proposal, privacy).json().path("decisions").size()).isEqualTo(2);
        assertThat(classification()).isEqualTo("PUBLIC NONE");
    }

    @Test
    void whoMustDecideFindsItInTheirList() {
        api.put(path, steward, withClassification("SECRET", "NONE"));
        var proposal = location(change(PUBLIC));

        assertThat(waiting(owner)).contains(proposal);
        assertThat(waiting(privacy)).contains(proposal);
        assertThat(waiting(steward)).doesNotContain(proposal);
        assertThat(yours(proposal, owner)).isEqualTo("[\"DATA_OWNER\"]");
        assertThat(yours(proposal, privacy)).isEqualTo("[\"PRIVACY_OFFICER\"]");
        assertThat(yours(proposal, steward)).isEqualTo("[]");
        decide(proposal, owner, "DATA_OWNER", true);
        assertThat(yours(proposal, owner)).isEqualTo("[]");
        assertThat(waiting(owner)).doesNotContain(proposal);
        assertThat(waiting(privacy)).contains(proposal);
        assertThat(api.get(path + "/proposals", Tokens.of("analyst")).status()).isIn(403, 404);
    }

    @Test
    void anOwnerWhoIsThereIsReplacedWithTheirConsentOnly() {
        var friend = keycloak.person("medewerker", true, "{owner,grantor}", "{groen}");
        api.put(path, steward, withClassification("CONFIDENTIAL", "PERSONAL"));
        var roles = "{\"title\": \"Anders\", \"roles\": "
                + Registrations.roles(api).replace(api.person("owner"), friend) + "}";

        var answer = change(roles);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.at("/title")).isEqualTo("Anders");
        assertThat(ownerOf(path)).isEqualTo(api.person("owner"));
        var proposal = location(answer);
        assertThat(decide(proposal, steward, "DATA_OWNER", true).status()).isEqualTo(403);
        assertThat(decide(proposal, Tokens.of("medewerker"), "DATA_OWNER", true).status())
                .isIn(403, 404);
        assertThat(decide(proposal, owner, "DATA_OWNER", true).at("/status")).isEqualTo("ACCEPTED");
        assertThat(ownerOf(path)).isEqualTo(friend);
    }

    @Test
    void anOwnerIsNotShakenOffByAMoveOrByLeavingThemOut() {
        keycloak.person("owner", true, "{owner}", "{groen}");
        api.put(path, steward, withClassification("CONFIDENTIAL", "PERSONAL"));

        assertThat(change("{\"department\": \"mobiliteit\"}").at("/errors/0/name"))
                .isEqualTo("department");
        assertThat(change("{\"roles\": []}").at("/errors/0/name")).isEqualTo("roles");
        assertThat(api.get(path, steward).at("/department")).isEqualTo("groen");
    }

    @Test
    void anApprovalOfSomebodyWhoIsOwnerNoMoreIsNone() {
        var friend = keycloak.person("medewerker", true, "{owner}", "{groen}");
        api.put(path, steward, withClassification("CONFIDENTIAL", "PERSONAL"));
        var loosening = location(change(PUBLIC));
        decide(loosening, owner, "DATA_OWNER", true);

        var swap = change("{\"roles\": " + Registrations.roles(api).replace(api.person("owner"), friend) + "}");
        decide(location(swap), Tokens.of("admin"), "DATA_OWNER", true);

        assertThat(ownerOf(path)).isEqualTo(friend);
        assertThat(decide(loosening, privacy, "PRIVACY_OFFICER", true).status()).isEqualTo(409);
        assertThat(classification()).isEqualTo("CONFIDENTIAL PERSONAL");
    }

    @Test
    void nobodyAppointsThemselfAndDecidingTakesTheRealmRole() {
        keycloak.person("steward", true, "{steward,owner,grantor,privacy}", "{groen}");
        var myself = api.person("steward");
        var stranger = api.person("analyst");

        for (var role : List.of("DATA_OWNER", "ACCESS_GRANTOR", "PRIVACY_OFFICER")) {
            assertThat(appointing(role, myself).at("/errors/0/name")).isEqualTo("roles[0].person");
            assertThat(appointing(role, stranger).at("/errors/0/name")).isEqualTo("roles[0].person");
        }
        assertThat(appointing("DATA_STEWARD", myself).status()).isEqualTo(201);
    }

    @Test
    void thePrivacyOfficerIsAnotherPersonThanOwnerAndGrantor() {
        var both = keycloak.person("medewerker", true, "{owner,grantor,privacy}", "{groen}");

        for (var role : List.of("DATA_OWNER", "ACCESS_GRANTOR")) {
            var answer = api.put(newDataset("samen"), steward, """
                    {"department": "groen", "roles": [{"role": "%s", "person": "%s"},
                                                      {"role": "PRIVACY_OFFICER", "person": "%s"}]}""".formatted(role, both, both));

            assertThat(answer.at("/errors/0/name")).isEqualTo("roles");
        }
    }

    private Answer appointing(String role, String person) {
        return api.put(newDataset("benoemd"), steward, """
                {"department": "groen", "roles": [{"role": "%s", "person": "%s"}]}""".formatted(role, person));
    }

    private String withClassification(String confidentiality, String personalData) {
        return Registrations.complete(api, "groen")
                .replace(
                        "\"confidentiality\": \"INTERNAL\", \"personalData\": \"NONE\"",
                        "\"confidentiality\": \"%s\", \"personalData\": \"%s\""
                                .formatted(confidentiality, personalData));
    }

    private Answer change(String patch) {
        return api.patch(path, steward, patch, "If-Match", "*");
    }

    private Answer decide(String proposal, String token, String as, boolean approve) {
        return api.post(proposal + "/decisions", token, """
                {"as": "%s", "approve": %s, "reason": "Bekeken."}""".formatted(as, approve));
    }

    private String yours(String proposal, String token) {
        return api.get(proposal, token).json().path("yours").toString();
    }

    private Stream<String> waiting(String token) {
        return api.get("/catalog/v1/proposals?waitingFor=me&pageSize=100", token)
                .json()
                .path("items")
                .valueStream()
                .map(proposal -> proposal.at("/links/self").asString());
    }

    private String classification() {
        var said = api.get(path, steward);
        return said.at("/classification/confidentiality") + " " + said.at("/classification/personalData");
    }

    private String ownerOf(String dataset) {
        return api.get(dataset, steward)
                .json()
                .path("roles")
                .valueStream()
                .filter(role -> role.path("role").asString().equals("DATA_OWNER"))
                .findFirst()
                .orElseThrow()
                .path("person")
                .asString();
    }

    private static String location(Answer answer) {
        return String.valueOf(answer.headers().get("location"));
    }
}
