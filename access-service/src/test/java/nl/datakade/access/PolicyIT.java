package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Setting what may be seen, when others do so too. */
class PolicyIT extends AccessStory {

    @Test
    void replacesAPolicyOnlyForWhoHasSeenIt() {
        var path = "/access/v1/datasets/" + openDataset().name + "/policy";
        var present = owner.get(path);
        var body = owner.get(path + "/suggestion").body();
        assertThat(present.response().headers().firstValue("ETag")).contains("\"1\"");

        var unseen = owner.put(path, body);
        assertThat(unseen.status()).isEqualTo(428);
        assertThat(unseen.type()).isEqualTo("/problems/policy-revision-not-given");
        assertThat(owner.put(path, body, "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(steward.put(path, body, "If-Match", "\"1\"").status()).isEqualTo(412);
    }

    @Test
    void letsOneOfTwoWritersWin() {
        var path = "/access/v1/datasets/" + openDataset().name + "/policy";
        var body = owner.get(path + "/suggestion").body();
        var writers = IntStream.range(0, 6)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> owner.put(path, body, "If-Match", "\"1\"").status()))
                .toList();
        assertThat(writers.stream().map(CompletableFuture::join).sorted())
                .containsExactly(200, 412, 412, 412, 412, 412);
        assertThat(owner.get(path).json().path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void setsNothingOnStaleKnowledge() {
        var given = openDataset();
        var path = "/access/v1/datasets/" + given.name;
        var body = owner.get(path + "/policy/suggestion").body();
        subscriptions.stop();
        try {
            given.dataset(DatasetState.Status.REGISTERED, null, List.of());
            await().atMost(PATIENCE)
                    .until(() -> owner.put(path + "/policy", body, "If-Match", "\"9\"")
                                    .status()
                            == 503);
            assertThat(owner.post(path + "/clearances", "{\"table\":\"meldingen\",\"column\":2,\"reason\":\"x\"}")
                            .status())
                    .isEqualTo(503);
        } finally {
            subscriptions.start();
        }
    }

    @Test
    void clearsAColumnOfWhatItLooksLikeAndOfNothingElse() {
        var given = dataset("vrij", Confidentiality.INTERNAL, PersonalData.NONE, true);
        var path = "/access/v1/datasets/" + given.name + "/clearances";
        assertThat(uncovered(given)).contains("meldingen.naam");
        var clearance = Map.of("table", "meldingen", "column", 2, "reason", "namen van straten");
        var proposed = owner.post(path, clearance);
        assertThat(proposed.text("/clearance/semanticType")).isEqualTo("person-name");
        assertThat(uncovered(given)).contains("meldingen.naam");
        decided(proposed);
        assertThat(uncovered(given)).doesNotContain("meldingen.naam");
        assertThat(owner.post(path, Map.of("table", "meldingen", "column", 1, "reason", "x"))
                        .status())
                .isEqualTo(400);

        given.score(Verdict.RELEASED, true, "email");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(uncovered(given)).contains("meldingen.naam"));

        given.score(Verdict.RELEASED, true);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(uncovered(given)).doesNotContain("meldingen.naam"));
        assertThat(steward.delete(path + "/meldingen/2").status()).isEqualTo(403);
        assertThat(owner.delete(path + "/meldingen/2?reason=toch%20wel").status())
                .isEqualTo(204);
        assertThat(owner.delete(path + "/meldingen/2").status()).isEqualTo(404);
        assertThat(uncovered(given)).contains("meldingen.naam");
        var history = owner.get(path).json();
        assertThat(history.findValuesAsString("cleared")).containsExactly("false", "true");
        assertThat(history.findValuesAsString("reason")).containsExactly("toch wel", "namen van straten");
    }

    @Test
    void filtersRowsByTheAskersDepartments() {
        var given = openDataset();
        var tables = owner.get("/access/v1/datasets/" + given.name + "/policy")
                .json()
                .path("tables");
        var columns = tables.get(0).path("columns");
        var policy = Map.of(
                "tables",
                List.of(Map.of(
                        "table",
                        "meldingen",
                        "filter",
                        "list_contains(asker_departments(), afdeling) or minuten > 20",
                        "columns",
                        columns)));
        var set = owner.put("/access/v1/datasets/" + given.name + "/policy", policy, "If-Match", "\"1\"");
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        assertThat(numbers(analyst.query(purpose(null), "select id from " + given.sql())))
                .containsExactly(3);
        assertThat(numbers(grantor.query(purpose(null), "select id from " + given.sql() + " order by id")))
                .containsExactly(1, 2, 3);
    }

    @Test
    void refusesAPolicyThatDoesNotFit() {
        var given = openDataset();
        var policy = """
                {"tables":[{"table":"meldingen","filter":"id in (select 1)","columns":[
                  {"id":2,"treatment":{"kind":"BUCKET","width":10}},
                  {"id":99,"treatment":{"kind":"SHOW"}}]},
                 {"table":"anders","columns":[{"id":1,"treatment":{"kind":"SHOW"}}]}]}""";
        var answer = owner.put("/access/v1/datasets/" + given.name + "/policy", policy);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsString("name"))
                .containsExactly(
                        "tables[0].columns[0].treatment",
                        "tables[0].columns[1].id",
                        "tables[0].filter",
                        "tables[1].table");
        assertThat(analyst.put("/access/v1/datasets/" + given.name + "/policy", policy)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesTreatmentsWithNumbersThatNobodyCanCompare() {
        var given = openDataset();
        for (var treatment : List.of(
                "{\"kind\":\"BUCKET\",\"width\":1E+300000000}",
                "{\"kind\":\"BUCKET\",\"width\":1E-300000000}",
                "{\"kind\":\"BUCKET\"}",
                "{\"kind\":\"PARTIAL\",\"keep\":2000000000}")) {
            var answer = owner.put(
                    "/access/v1/datasets/" + given.name + "/policy",
                    "{\"tables\":[{\"table\":\"meldingen\",\"columns\":[{\"id\":7,\"treatment\":" + treatment + "}]}]}",
                    "If-Match",
                    "\"1\"");
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.text("/errors/0/name")).isEqualTo("tables[0].columns[0].treatment");
        }
    }

    @Test
    void refusesFiltersThatAreTooLongTogether() {
        var given = openDataset();
        var policy = """
                {"tables":[{"table":"meldingen","filter":"id in (%s)","columns":[
                  {"id":1,"treatment":{"kind":"SHOW"}}]}]}""".formatted("1,".repeat(10_000) + "1");
        var answer = owner.put("/access/v1/datasets/" + given.name + "/policy", policy);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsString("name")).containsExactly("tables");
    }

    private List<String> uncovered(Given given) {
        return condition(given, "personal-data-covered")
                .path("subjects")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
