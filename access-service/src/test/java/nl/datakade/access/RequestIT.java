package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import nl.datakade.contracts.access.GrantState;
import nl.datakade.testkit.TestEvents;
import org.junit.jupiter.api.Test;

/** Asking for access, deciding on it, and the purposes it is asked for. */
class RequestIT extends AccessStory {

    @Test
    void needsNoGrantForPublicDataWithoutPeople() {
        var given = openDataset();
        assertThat(analyst.query(purpose(null), "select count(*) from " + given.sql() + ".meldingen")
                        .json()
                        .at("/rows/0/0")
                        .asInt())
                .isEqualTo(3);
        var unneeded = analyst.post(
                "/access/v1/requests", Map.of("dataset", given.name, "purpose", purpose(null), "reason", "x"));
        assertThat(unneeded.status()).isEqualTo(409);
        assertThat(unneeded.type()).isEqualTo("/problems/request-unneeded");
    }

    @Test
    void refusesPersonalDataForAPurposeWithoutLegalBasis() {
        var given = personalDataset();
        var request = request(given, purpose(null));
        assertThat(request.text("/status")).isEqualTo("REFUSED");
        assertThat(request.text("/refusalReason")).isEqualTo("NO_LEGAL_BASIS");
    }

    @Test
    void letsNobodyDecideWhoMayNot() {
        var given = personalDataset();
        var purpose = purpose("PUBLIC_TASK");
        var request = grantor.post(
                "/access/v1/requests", Map.of("dataset", given.name, "purpose", purpose, "reason", "eigen onderzoek"));
        assertThat(request.status()).as(request.body()).isEqualTo(201);
        assertThat(approve(grantor, request).type()).isEqualTo("/problems/request-own");
        assertThat(approve(analyst, request).type()).isEqualTo("/problems/request-not-yours");
        assertThat(approve(privacy, request).status()).isEqualTo(200);
        assertThat(approve(privacy, request).type()).isEqualTo("/problems/request-four-eyes");
        assertThat(analyst.get("/access/v1/requests/" + request.text("/id")).status())
                .isEqualTo(404);
        var again = grantor.post(
                "/access/v1/requests", Map.of("dataset", given.name, "purpose", purpose, "reason", "nog eens"));
        assertThat(again.type()).isEqualTo("/problems/request-already-open");
    }

    @Test
    void endsAGrantAtOnce() {
        var given = personalDataset();
        var purpose = purpose("PUBLIC_TASK");
        setSuggestedPolicy(given);
        var request = request(given, purpose);
        approve(grantor, request);
        approve(privacy, request);
        var sql = "select count(*) from " + given.sql();
        assertThat(analyst.query(purpose, sql).status()).isEqualTo(200);
        assertThat(analyst.query(purpose("PUBLIC_TASK"), sql).status()).isEqualTo(403);
        var grant =
                analyst.get("/access/v1/grants?dataset=" + given.name).json().at("/items/0");
        assertThat(grant.path("status").asString()).isEqualTo("ACTIVE");
        var path = "/access/v1/grants/" + grant.path("id").asString() + "/revocations";
        assertThat(analyst.post(path, Map.of("reason", "x")).status()).isEqualTo(403);
        assertThat(grantor.post(path, Map.of("reason", "onderzoek klaar")).text("/status"))
                .isEqualTo("REVOKED");
        assertThat(analyst.query(purpose, sql).status()).isEqualTo(403);
        assertThat(grantor.post(path, Map.of("reason", "nog eens")).status()).isEqualTo(409);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TestEvents.of(GrantState.class))
                        .anyMatch(state -> state.datasetId().equals(given.id)
                                && state.status() == GrantState.Status.REVOKED
                                && state.revision() == 2));
    }

    @Test
    void keepsEveryVersionOfAPurpose() {
        var slug = purpose("PUBLIC_TASK");
        var body = activity(slug, "CONSENT");
        var path = "/access/v1/activities/" + slug;
        assertThat(privacy.put(path, body).type()).isEqualTo("/problems/activity-version-not-given");
        var changed = privacy.put(path, body, "If-Match", "\"1\"");
        assertThat(changed.json().path("version").asInt()).as(changed.body()).isEqualTo(2);
        assertThat(privacy.put(path, body, "If-Match", "\"1\"").status()).isEqualTo(412);
        var versions =
                analyst.get("/access/v1/activities/" + slug + "/versions").json();
        assertThat(versions.findValuesAsString("legalBasis")).containsExactly("CONSENT", "PUBLIC_TASK");
        assertThat(versions.findValuesAsString("changedBy"))
                .containsExactly(Api.subject("privacy"), Api.subject("privacy"));
        assertThat(changeActivity(slug, body, "?active=false").status()).isEqualTo(200);
        assertThat(changeActivity(slug, body).json().path("active").asBoolean()).isFalse();
        assertThat(analyst.query(slug, "select 1").type()).isEqualTo("/problems/purpose-unusable");
        assertThat(privacy.post("/access/v1/activities", body).status()).isEqualTo(409);
        assertThat(privacy.post("/access/v1/activities", Map.of("slug", "A b")).status())
                .isEqualTo(400);
    }
}
