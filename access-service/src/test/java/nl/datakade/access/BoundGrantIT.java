package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.PersonalData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A grant reaches as far as what its approvers saw, and ends when somebody ends it. */
class BoundGrantIT extends AccessStory {

    private static final Map<Integer, String> MASKED = Map.of(2, "REDACT", 4, "POSTCODE4");

    @Test
    void aLooserPolicyReachesAGrantWhenItIsApprovedAgainAndAStricterOneAtOnce() {
        var given = personalDataset();
        decided(putPolicy(owner, given, MASKED));
        var purpose = purpose("PUBLIC_TASK");
        granted(given, purpose);
        var sql = "select * from " + given.sql();
        assertThat(analyst.query(purpose, sql).body()).contains("***").doesNotContain("Jansen");

        decided(putPolicy(owner, given, Map.of(2, "SHOW", 4, "POSTCODE4", 6, "SHOW")));
        assertThat(analyst.query(purpose, sql).body())
                .contains("***", "2511")
                .doesNotContain("Jansen", "parkeren", "afdeling");

        granted(given, purpose);
        assertThat(analyst.query(purpose, sql).body()).contains("Jansen", "parkeren");

        decided(putPolicy(owner, given, Map.of(2, "REDACT", 4, "POSTCODE4", 6, "SHOW")));
        assertThat(analyst.query(purpose, sql).body())
                .contains("***", "parkeren")
                .doesNotContain("Jansen");
    }

    @Test
    void twoApproversWhoSawDifferentPoliciesApprovedWhatBothShow() {
        var given = personalDataset();
        decided(putPolicy(owner, given, MASKED));
        var purpose = purpose("PUBLIC_TASK");
        var request = request(given, purpose);
        approve(grantor, request);
        decided(putPolicy(owner, given, Map.of(2, "SHOW", 4, "POSTCODE4")));
        approve(privacy, request);
        assertThat(analyst.query(purpose, "select * from " + given.sql()).body())
                .contains("***")
                .doesNotContain("Jansen");
    }

    @Test
    void approversSeeWhatTheyApproveAndApproveNothingElse() {
        var given = personalDataset();
        decided(putPolicy(owner, given, MASKED));
        var purpose = purpose("PUBLIC_TASK");
        var request = request(given, purpose);
        assertThat(request.json().path("terms").isNull()).isTrue();
        var path = "/access/v1/requests/" + request.text("/id");
        var terms = privacy.get(path).json().path("terms");
        assertThat(terms.at("/classification/personalData").asString()).isEqualTo("PERSONAL");
        assertThat(terms.path("legalBasis").asString()).isEqualTo("PUBLIC_TASK");
        assertThat(terms.at("/tables/0/columns/1/name").asString()).isEqualTo("naam");
        assertThat(terms.at("/tables/0/columns/1/treatment/kind").asString()).isEqualTo("REDACT");
        assertThat(terms.at("/tables/0/columns/2/treatment/kind").asString()).isEqualTo("HIDE");

        decided(putPolicy(owner, given, Map.of(2, "SHOW")));
        var seen = Map.of("policyRevision", terms.path("policyRevision").asLong());
        assertThat(grantor.post(path + "/approvals", seen).type()).isEqualTo("/problems/request-policy-changed");
        var unseen = grantor.post(path + "/approvals", Map.of("reason", "Past bij het doel"));
        assertThat(unseen.status()).isEqualTo(400);
        assertThat(unseen.text("/errors/0/name")).isEqualTo("policyRevision");
        assertThat(grantor.post(path + "/approvals", "{}").status()).isEqualTo(400);
        assertThat(grantor.get(path).json().path("approvals").isEmpty()).isTrue();
        assertThat(grantor.post(path + "/approvals", Map.of("policyRevision", 2))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theSecondApprovesWhatTheFirstApproved() {
        var given = dataset("zwaarder", Confidentiality.INTERNAL, PersonalData.PERSONAL, true);
        var request = request(given, purpose("PUBLIC_TASK"));
        approve(grantor, request);
        given.registered(Confidentiality.CONFIDENTIAL, PersonalData.PERSONAL);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(privacy.get("/access/v1/requests/" + request.text("/id"))
                                .text("/terms/classification/confidentiality"))
                        .isEqualTo("CONFIDENTIAL"));
        assertThat(approve(privacy, request).type()).isEqualTo("/problems/request-changed-since-approval");
    }

    @Test
    void aGrantThatNoLongerFitsIsSuspendedAtOnce() {
        var given = dataset("past", Confidentiality.INTERNAL, PersonalData.PERSONAL, true);
        decided(putPolicy(owner, given, MASKED));
        var purpose = purpose("PUBLIC_TASK");
        granted(given, purpose);
        var sql = "select * from " + given.sql();
        assertThat(analyst.query(purpose, sql).status()).isEqualTo(200);
        assertThat(grant(given).path("suspended").isNull()).isTrue();

        changeActivity(purpose, activity(purpose, "CONSENT"));
        assertThat(analyst.query(purpose, sql).status()).isEqualTo(403);
        assertThat(grant(given).path("suspended").asString()).isEqualTo("CHANGED_SINCE_APPROVAL");
        for (var other : List.of(
                "\"law\":\"Gemeentewet\"",
                "\"dpia\":\"DPIA-12\"",
                "\"recipients\":[\"Onderzoeksbureau\"]",
                "\"transfers\":[\"Verenigde Staten\"]")) {
            changeActivity(purpose, activity(purpose, "PUBLIC_TASK").replaceFirst("\\{", "{" + other + ","));
            assertThat(grant(given).path("suspended").asString()).as(other).isEqualTo("CHANGED_SINCE_APPROVAL");
        }
        changeActivity(purpose, activity(purpose, "PUBLIC_TASK"));
        assertThat(analyst.query(purpose, sql).status()).isEqualTo(200);

        given.registered(Confidentiality.CONFIDENTIAL, PersonalData.PERSONAL);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(grant(given).path("suspended").asString()).isEqualTo("CHANGED_SINCE_APPROVAL"));
        assertThat(analyst.query(purpose, sql).status()).isEqualTo(403);
    }

    @Test
    void decisionsAtTheSameMomentCountOnce() {
        var given = personalDataset();
        var request = request(given, purpose("PUBLIC_TASK"));
        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> approve(i % 2 == 0 ? grantor : privacy, request).status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join))
                .allMatch(status -> status == 200 || status == 403 || status == 409);
        for (var person : List.of(grantor, privacy)) {
            assertThat(approve(person, request).status()).isIn(200, 409, 403);
        }
        assertThat(analyst.get("/access/v1/requests/" + request.text("/id")).text("/status"))
                .isEqualTo("GRANTED");
        assertThat(analyst.get("/access/v1/grants?dataset=" + given.name)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whoHasAGrantGivesItBack() {
        var given = personalDataset();
        decided(putPolicy(owner, given, MASKED));
        var purpose = purpose("PUBLIC_TASK");
        granted(given, purpose);
        var path = "/access/v1/grants/" + grant(given).path("id").asString();
        assertThat(grantor.post(path + "/returns", "{}").status()).isEqualTo(404);
        assertThat(analyst.post(path + "/returns", Map.of("reason", "klaar")).text("/status"))
                .isEqualTo("REVOKED");
        assertThat(analyst.query(purpose, "from " + given.sql()).status()).isEqualTo(403);
        assertThat(analyst.post(path + "/returns", "{}").status()).isEqualTo(409);
        var history = analyst.get(path).json().path("history");
        assertThat(history.findValuesAsString("status")).containsExactly("ACTIVE", "REVOKED");
        assertThat(history.at("/0/person").asString()).isEqualTo(Api.subject("privacy"));
        assertThat(history.at("/1/person").asString()).isEqualTo(Api.subject("analyst"));
        assertThat(history.at("/1/reason").asString()).isEqualTo("klaar");
        assertThat(steward.get(path).status()).isEqualTo(404);
    }

    @Test
    void theDataProtectionOfficerStopsAGrant() {
        var given = personalDataset();
        decided(putPolicy(owner, given, MASKED));
        var purpose = purpose("PUBLIC_TASK");
        granted(given, purpose);
        var path = "/access/v1/grants/" + grant(given).path("id").asString();
        var revoked = fg.post(path + "/revocations", Map.of("reason", "onrechtmatig"));
        assertThat(revoked.text("/status")).as(revoked.body()).isEqualTo("REVOKED");
        assertThat(analyst.query(purpose, "from " + given.sql()).status()).isEqualTo(403);
    }

    @Test
    void nothingIsApprovedAfterItsLastDay() {
        var given = personalDataset();
        var purpose = purpose("PUBLIC_TASK");
        var request = request(given, purpose);
        jdbc.sql("update access_request set until = current_date - 2 where id = cast(:id as uuid)")
                .param("id", request.text("/id"))
                .update();
        assertThat(approve(grantor, request).type()).isEqualTo("/problems/request-last-day-passed");

        assertThat(request(given, purpose).text("/status")).isEqualTo("SUBMITTED");
        assertThat(privacy.get("/access/v1/requests/" + request.text("/id")).text("/refusalReason"))
                .isEqualTo("LAST_DAY_PASSED");
    }

    private void granted(Given given, String purpose) {
        var request = request(given, purpose);
        approve(grantor, request);
        assertThat(approve(privacy, request).text("/status")).isEqualTo("GRANTED");
    }

    private JsonNode grant(Given given) {
        return analyst.get("/access/v1/grants?dataset=" + given.name).json().at("/items/0");
    }
}
