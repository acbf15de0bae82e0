package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState.Status;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.RoleHolder;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import org.junit.jupiter.api.Test;

/** Whoever has a role in a dataset but is no longer who catalog counts in it decides nothing. */
class CountingIT extends AccessStory {

    private static final Classification PERSONAL = new Classification(Confidentiality.INTERNAL, PersonalData.PERSONAL);
    private static final Map<Integer, String> HIDDEN = Map.of(2, "HIDE");

    @Test
    void anOwnerWithoutTheRealmRoleSetsNoPolicy() {
        var given = withRoles(new RoleHolder(Role.DATA_OWNER, Api.subject("steward")));
        assertThat(putPolicy(steward, given, HIDDEN).type()).isEqualTo("/problems/policy-not-yours");
    }

    @Test
    void anOwnerOfAnotherDepartmentDecidesNothing() {
        var given = new Given("elders").of("elders").registered(Confidentiality.INTERNAL, PersonalData.PERSONAL);
        ready(given);
        assertThat(putPolicy(owner, given, HIDDEN).type()).isEqualTo("/problems/policy-not-yours");
        assertThat(putPolicy(steward, given, HIDDEN).type()).isEqualTo("/problems/policy-not-yours");
        var request = request(given, purpose("PUBLIC_TASK"));
        assertThat(approve(grantor, request).type()).isEqualTo("/problems/request-not-yours");
    }

    @Test
    void anAccessGrantorWithoutTheRealmRoleApprovesNothing() {
        var given = withRoles(new RoleHolder(Role.ACCESS_GRANTOR, Api.subject("steward")));
        var request = request(given, purpose("PUBLIC_TASK"));
        assertThat(approve(steward, request).type()).isEqualTo("/problems/request-not-yours");
    }

    @Test
    void nobodyGrantsAccessToAWithdrawnDataset() {
        var given = personalDataset();
        var request = request(given, purpose("PUBLIC_TASK"));
        given.dataset(Status.WITHDRAWN, PERSONAL, Given.roles());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                condition(given, "registered").path("met").asBoolean())
                        .isFalse());
        assertThat(approve(grantor, request).type()).isEqualTo("/problems/request-not-yours");
    }

    @Test
    void whoDoesNotAnswerForADatasetReadsNoDecisionsAboutIt() {
        var given = new Given("andermans").of("elders").dataset(Status.REGISTERED, PERSONAL, List.of());
        ready(given);
        for (var path : List.of("/policy", "/policy/history", "/policy/suggestion", "/clearances", "/proposals")) {
            for (var person : List.of(steward, owner)) {
                assertThat(person.get("/access/v1/datasets/" + given.name + path)
                                .type())
                        .as(path)
                        .isEqualTo("/problems/policy-not-yours-to-read");
            }
            assertThat(privacy.get("/access/v1/datasets/" + given.name + path).status())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(grantor.get("/access/v1/datasets/" + given.name + "/proposals/" + given.id)
                        .type())
                .isEqualTo("/problems/policy-not-yours-to-read");
    }

    private Given withRoles(RoleHolder... roles) {
        var given = new Given("geteld").dataset(Status.REGISTERED, PERSONAL, List.of(roles));
        ready(given);
        return given;
    }

    private void ready(Given given) {
        given.version(objects).score(Verdict.RELEASED, true);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                condition(given, "released").path("met").asBoolean())
                        .isTrue());
    }
}
