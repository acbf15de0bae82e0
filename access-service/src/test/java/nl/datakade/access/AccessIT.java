package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import nl.datakade.contracts.access.GrantState;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.testkit.TestEvents;
import org.junit.jupiter.api.Test;

/** The main line: from what is missing to masked rows, and back when a dataset, a version or knowledge fails. */
class AccessIT extends AccessStory {

    @Test
    void answersWithMaskedRowsAfterFourEyesHaveApproved() {
        var given = personalDataset();
        var purpose = purpose("PUBLIC_TASK");
        var refused = analyst.query(purpose, "select * from " + given.sql());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.type()).isEqualTo("/problems/not-queryable");
        assertThat(refused.json().findValuesAsString("code")).contains("policy", "grant");

        setSuggestedPolicy(given);
        var request = request(given, purpose);
        assertThat(request.text("/status")).isEqualTo("SUBMITTED");
        grantor.post(
                "/access/v1/requests/" + request.text("/id") + "/approvals",
                Map.of("reason", "Past bij het doel", "policyRevision", revisionSeen(grantor, request)));
        assertThat(analyst.query(purpose, "select * from " + given.sql()).status())
                .isEqualTo(403);
        var granted = approve(privacy, request);
        assertThat(granted.text("/status")).isEqualTo("GRANTED");
        assertThat(granted.json().path("approvals").findValuesAsString("reason"))
                .contains("Past bij het doel");

        var answer = analyst.query(purpose, "select * from " + given.sql() + " order by id");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("rowCount").asInt()).isEqualTo(3);
        assertThat(answer.json().at("/rows/0/1").asString()).isEqualTo("***");
        assertThat(answer.json().at("/rows/0/2").asString()).matches("[0-9a-f]{32}");
        assertThat(answer.json().at("/rows/0/3").asString()).isEqualTo("2511");
        assertThat(answer.json().at("/rows/0/4").asString()).isEqualTo("1984-01-01");
        assertThat(answer.body()).doesNotContain("Jansen", "012345672", "2511 AB");

        assertThat(TestEvents.of(GrantState.class)).anySatisfy(grant -> {
            assertThat(grant.datasetId()).isEqualTo(given.id);
            assertThat(grant.grantee()).isEqualTo(Api.subject("analyst"));
            assertThat(grant.status()).isEqualTo(GrantState.Status.ACTIVE);
        });
        disclosed(given, answer.text("/queryId"));
    }

    private void disclosed(Given given, String queryId) {
        var log = privacy.get("/access/v1/disclosures?dataset=" + given.name).json();
        var entry = log.path("items").get(0);
        assertThat(entry.path("id").asString()).isEqualTo(queryId);
        assertThat(entry.path("decision").asString()).isEqualTo("GRANTED");
        assertThat(entry.path("rows").asInt()).isEqualTo(3);
        assertThat(entry.path("person").asString()).isEqualTo(Api.subject("analyst"));
        assertThat(entry.at("/uses/0/version").asInt()).isEqualTo(1);
        assertThat(entry.at("/uses/0/columns").size()).isEqualTo(7);
        assertThat(log.path("items").findValuesAsString("decision")).contains("REFUSED");
        assertThat(log.path("items").findValuesAsString("reason")).contains("not-queryable:policy");
        var statement = fg.get("/access/v1/disclosures/" + queryId + "/statement");
        assertThat(statement.text("/sql")).startsWith("select * from");
        assertThat(analyst.get("/access/v1/disclosures/" + queryId + "/statement")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void readinessSaysThatTheVersionInUseWasReleasedByException() {
        var given = new Given("uitzondering")
                .registered(Confidentiality.INTERNAL, PersonalData.NONE)
                .version(objects)
                .releasedByException();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                condition(given, "released").path("met").asBoolean())
                        .isTrue());

        var readiness = readiness(given);
        assertThat(readiness.path("version").asInt()).isEqualTo(1);
        assertThat(readiness.path("releasedByException").asBoolean()).isTrue();
        assertThat(readiness.at("/exceptions/0").asString()).isEqualTo("column-lost");
    }

    @Test
    void tellsWhatIsMissingAndWhoseMoveItIs() {
        var draft = new Given("concept").dataset(DatasetState.Status.DRAFT, null, List.of());
        var path = "/access/v1/datasets/" + draft.name + "/readiness";
        await().atMost(PATIENCE).until(() -> steward.get(path).status() == 200);
        assertThat(analyst.get(path).status()).as("nobody classified it").isEqualTo(404);
        var readiness = steward.get(path).json();
        assertThat(readiness.path("queryable").asBoolean()).isFalse();
        assertThat(readiness
                        .path("conditions")
                        .valueStream()
                        .filter(condition -> !condition.path("met").asBoolean())
                        .map(condition -> condition.path("code").asString()))
                .containsExactly(
                        "registered",
                        "owner",
                        "steward",
                        "access-grantor",
                        "classified",
                        "released",
                        "policy",
                        "grant");
        assertThat(readiness.at("/conditions/0/whoseMove").asString()).isEqualTo("steward");

        var hidden = new Given("verborgen")
                .registered(Confidentiality.INTERNAL, PersonalData.NONE)
                .version(objects)
                .score(Verdict.RELEASED, true);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                condition(hidden, "released").path("met").asBoolean())
                        .isTrue());
        assertThat(condition(hidden, "personal-data-covered").path("subjects").toString())
                .contains("meldingen.naam", "meldingen.bsn");
        for (int column : new int[] {2, 3, 5}) {
            decided(owner.post(
                    "/access/v1/datasets/" + hidden.name + "/clearances",
                    Map.of("table", "meldingen", "column", column, "reason", "verzonnen")));
        }
        assertThat(condition(hidden, "personal-data-covered").path("met").asBoolean())
                .isTrue();
    }

    @Test
    void keepsAnHeldBackVersionFromEverybody() {
        var given = openDataset();
        given.score(Verdict.HELD_BACK, false);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(analyst.query(purpose(null), "from " + given.sql())
                                .json()
                                .at("/missing/0/code")
                                .asString())
                        .isEqualTo("released"));
    }

    @Test
    void keepsAWithdrawnVersionFromEverybodyWhateverItsVerdictWas() {
        var given = openDataset();
        var purpose = purpose(null);
        assertThat(analyst.query(purpose, "from " + given.sql()).status()).isEqualTo(200);

        given.withdrawn();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(analyst.query(purpose, "from " + given.sql())
                                .json()
                                .at("/missing/0/code")
                                .asString())
                        .isEqualTo("released"));
    }

    @Test
    void refusesToDecideOnStaleKnowledge() {
        var given = openDataset();
        var purpose = purpose(null);
        subscriptions.stop();
        try {
            given.takenBack();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(analyst.query(purpose, "from " + given.sql())
                                    .status())
                            .isEqualTo(503));
            var stale = analyst.query(purpose, "from " + given.sql());
            assertThat(stale.type()).isEqualTo("/problems/projection-stale");
            assertThat(stale.response().headers().firstValue("Retry-After")).isPresent();
        } finally {
            subscriptions.start();
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                analyst.query(purpose, "from " + given.sql()).status())
                        .isEqualTo(403));
    }
}
