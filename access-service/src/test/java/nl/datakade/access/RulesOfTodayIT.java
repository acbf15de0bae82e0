package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.RoleHolder;
import org.junit.jupiter.api.Test;

/** What was granted and asked under one classification or purpose, and what the rules of today make of it. */
class RulesOfTodayIT extends AccessStory {

    @Test
    void endsWhatAGrantIsWorthWhenTheDatasetTurnsOutToHoldPersonalData() {
        var given = internalDataset();
        var purpose = purpose("PUBLIC_TASK");
        approve(grantor, request(given, purpose));
        assertThat(count(given, purpose).status()).isEqualTo(200);

        given.registered(Confidentiality.INTERNAL, PersonalData.PERSONAL);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                count(given, purpose).json().path("missing").findValuesAsString("code"))
                        .containsExactly("policy", "grant"));

        setSuggestedPolicyAgain(given); // what one person decided does not hold for what may be personal
        var again = request(given, purpose);
        approve(grantor, again);
        approve(privacy, again);
        assertThat(count(given, purpose).status()).isEqualTo(200);

        given.registered(Confidentiality.INTERNAL, PersonalData.SPECIAL);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count(given, purpose).status()).isEqualTo(403));
    }

    @Test
    void endsWhatAGrantIsWorthWhenThePurposeLosesItsLegalBasis() {
        var given = personalDataset();
        setSuggestedPolicy(given);
        var purpose = purpose("PUBLIC_TASK");
        var request = request(given, purpose);
        approve(grantor, request);
        approve(privacy, request);
        assertThat(count(given, purpose).status()).isEqualTo(200);

        changeActivity(purpose, activity(purpose, null));
        assertThat(count(given, purpose).status()).isEqualTo(403);
    }

    @Test
    void asksAnOpenRequestForWhatTheRulesTakeWhenItIsApproved() {
        var given = internalDataset();
        var request = request(given, purpose("PUBLIC_TASK"));
        assertThat(request.json().path("waitingFor").valueStream().map(Object::toString))
                .containsExactly("\"GRANTOR\"");

        given.registered(Confidentiality.INTERNAL, PersonalData.PERSONAL);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(jdbc.sql(
                                        "select state -> 'classification' ->> 'personalData' from dataset where dataset_id = :id")
                                .param("id", given.id)
                                .query(String.class)
                                .single())
                        .isEqualTo("PERSONAL"));
        var half = approve(grantor, request);
        assertThat(half.text("/status")).isEqualTo("SUBMITTED");
        assertThat(half.json().path("waitingFor").toString()).isEqualTo("[\"PRIVACY\"]");
        assertThat(half.text("/until")).isLessThan(request.text("/until"));
        assertThat(approve(privacy, request).text("/status")).isEqualTo("GRANTED");
    }

    @Test
    void approvesNothingThatTheRulesForbidMeanwhile() {
        var given = personalDataset();
        var purpose = purpose("PUBLIC_TASK");
        var request = request(given, purpose);
        changeActivity(purpose, activity(purpose, null));
        var answer = approve(grantor, request);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).isEqualTo("/problems/request-rules-forbid");
    }

    /** As if each of the two had lost the realm role after the dataset was given to them. */
    @Test
    void aRoleInADatasetCountsOnlyWithItsRealmRole() {
        var given = internalDataset();
        var purpose = purpose("PUBLIC_TASK");
        approve(grantor, request(given, purpose));
        var grant = "/access/v1/grants/"
                + analyst.get("/access/v1/grants?dataset=" + given.name).text("/items/0/id");
        var other = request(given, purpose("PUBLIC_TASK"));
        var open = "/access/v1/requests/" + other.text("/id");
        assertThat(count(given, purpose).status()).isEqualTo(200);
        assertThat(grantor.get(grant).status()).isEqualTo(200);
        assertThat(seen(owner, "/access/v1/disclosures?dataset=" + given.name)).isPositive();

        given.dataset(
                DatasetState.Status.REGISTERED,
                new Classification(Confidentiality.INTERNAL, PersonalData.NONE),
                List.of(
                        new RoleHolder(Role.DATA_OWNER, Api.subject("grantor")),
                        new RoleHolder(Role.DATA_STEWARD, Api.subject("steward")),
                        new RoleHolder(Role.ACCESS_GRANTOR, Api.subject("owner"))));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(grantor.get(grant).status()).isEqualTo(404));

        for (var person : List.of(grantor, owner)) {
            assertThat(person.get(grant).status()).isEqualTo(404);
            assertThat(seen(person, "/access/v1/grants?dataset=" + given.name)).isZero();
            assertThat(person.post(grant + "/revocations", Map.of("reason", "Niet meer nodig"))
                            .type())
                    .isEqualTo("/problems/grant-not-yours");
            assertThat(person.get(open).status()).isEqualTo(404);
            assertThat(approve(person, other).type()).isEqualTo("/problems/request-not-yours");
            assertThat(seen(person, "/access/v1/disclosures?dataset=" + given.name))
                    .isZero();
        }
        assertThat(count(given, purpose).status()).isEqualTo(200);
        assertThat(seen(analyst, "/access/v1/grants?dataset=" + given.name)).isEqualTo(1);
    }

    private static long seen(Api person, String path) {
        var answer = person.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("total").asLong();
    }

    private void setSuggestedPolicyAgain(Given given) {
        var path = "/access/v1/datasets/" + given.name + "/policy";
        decided(owner.put(path, owner.get(path + "/suggestion").body(), "If-Match", "\"1\""));
    }

    private Given internalDataset() {
        var given = dataset("intern", Confidentiality.INTERNAL, PersonalData.NONE, false);
        setSuggestedPolicy(given);
        return given;
    }

    private Api.Answer count(Given given, String purpose) {
        return analyst.query(purpose, "select count(*) from " + given.sql());
    }
}
