package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import nl.datakade.contracts.access.GrantState;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** The main job of access over HTTP, with everything behind it real. */
class AccessIT extends AccessStory {

    @Test
    void answersWithMaskedRowsAfterFourEyesHaveApproved() {
        var given = personalDataset();
        var purpose = purpose("PUBLIC_TASK");
        var refused = analyst.query(purpose, "select * from " + given.sql());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.type()).isEqualTo("/problems/not-queryable");
        assertThat(refused.json().findValuesAsString("code")).contains("policy", "grant");

        setProposedPolicy(given);
        var request = request(given, purpose);
        assertThat(request.text("/status")).isEqualTo("SUBMITTED");
        grantor.post(
                "/access/v1/requests/" + request.text("/id") + "/approvals", Map.of("reason", "Past bij het doel"));
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
    void givesCsvWhenAskedForIt() {
        var given = openDataset();
        var answer = Api.send(analyst.request("/access/v1/queries")
                .header("Accept", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"purpose\":\"%s\",\"sql\":\"select id, 'a,\\\"b' as t, null as n from %s order by id limit 2\"}"
                                .formatted(purpose(null), given.sql()))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(answer.body()).isEqualTo("id,t,n\r\n1,\"a,\"\"b\",\r\n2,\"a,\"\"b\",\r\n");
    }

    /** Longer than what is held back, so the answer is on its way before its end is known. */
    @Test
    void saysAtTheEndOfALongAnswerThatThereIsMore() throws IOException {
        var given = openDataset();
        var sql = "select repeat('x', 1000) as lang from %s cross join range(1000) r(i)".formatted(given.sql());
        var body = "{\"purpose\":\"%s\",\"sql\":\"%s\",\"rowLimit\":2000}".formatted(purpose(null), sql);
        try (var socket = new Socket("localhost", analyst.port())) {
            socket.getOutputStream()
                    .write(("POST /access/v1/queries HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Accept: text/csv\r\nContent-Type: application/json\r\n"
                                    + "Authorization: Bearer " + Tokens.of("analyst") + "\r\n"
                                    + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("Trailer: Row-Count, Truncated");
            assertThat(answer.substring(answer.lastIndexOf("\r\n0\r\n")).lines())
                    .contains("Truncated: true", "Row-Count: 2000");
            var status = answer.lines()
                    .filter(line -> line.startsWith("Link: "))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll("Link: <(.*)>; rel=\"status\"", "$1");
            var logged = analyst.get(status).json();
            assertThat(logged.path("truncated").asBoolean()).isTrue();
            assertThat(logged.path("rows").asLong()).isEqualTo(2000);
            assertThat(steward.get(status).status()).isEqualTo(404);
        }
    }

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
    void refusesStatementsThatReachForMore() {
        var given = openDataset();
        var purpose = purpose(null);
        for (var attempt : List.of(
                Map.entry("sql-table-function", "select * from read_text('/etc/passwd')"),
                Map.entry("sql-table-unknown", "select * from '/etc/passwd'"),
                Map.entry("sql-not-a-select", "drop table " + given.sql()),
                Map.entry("sql-several-statements", "select 1; select 2"),
                Map.entry("sql-function", "select getenv('HOME')"),
                Map.entry("sql-syntax", "selec"),
                Map.entry("sql-table-unknown", "select * from bestaat_niet"),
                Map.entry("query-unknown-column", "select geheim from " + given.sql()),
                Map.entry("query-value", "select cast(naam as integer) from " + given.sql()))) {
            var answer = analyst.query(purpose, attempt.getValue());
            assertThat(answer.status()).as(attempt.getValue() + answer.body()).isEqualTo(400);
            assertThat(answer.type()).as(attempt.getValue()).isEqualTo("/problems/" + attempt.getKey());
            assertThat(answer.text("/remedy")).isNotBlank();
            assertThat(answer.body()).doesNotContain("Jansen").doesNotContain("snapshot-");
        }
        var where = analyst.query(purpose, "select 1,\n  getenv('HOME')").json();
        assertThat(where.at("/errors/0/line").asInt()).isEqualTo(2);
        assertThat(where.at("/errors/0/column").asInt()).isEqualTo(3);
        var log = privacy.get("/access/v1/disclosures?person=" + Api.subject("analyst") + "&pageSize=100")
                .json();
        assertThat(log.path("items").findValuesAsString("reason")).contains("sql-table-function", "sql-syntax");
    }

    @Test
    void speaksDutchToWhoReadsDutch() {
        var answer = Api.send(analyst.request("/access/v1/queries")
                .header("Accept-Language", "nl")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"purpose\":\"%s\",\"sql\":\"drop table x\"}".formatted(purpose(null)))));
        assertThat(answer.text("/title")).isEqualTo("Alleen SELECT");
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
        setProposedPolicy(given);
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
    void tellsWhatIsMissingAndWhoseMoveItIs() {
        var draft = new Given("concept").dataset(DatasetState.Status.DRAFT, null, List.of());
        var readiness = readiness(draft);
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
            assertThat(owner.post(
                                    "/access/v1/datasets/" + hidden.name + "/clearances",
                                    Map.of("table", "meldingen", "column", column, "reason", "verzonnen"))
                            .status())
                    .isEqualTo(201);
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
    void refusesToDecideOnStaleKnowledge() {
        var given = openDataset();
        var purpose = purpose(null);
        subscriptions.stop();
        try {
            given.dataset(DatasetState.Status.WITHDRAWN, null, List.of());
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

    @Test
    void cancelsAQueryForWhoAskedIt() {
        var id = UUID.randomUUID();
        var body = Map.of(
                "purpose",
                purpose(null),
                "queryId",
                id.toString(),
                "sql",
                "select a.range from range(100000000) a, range(100000) b");
        var answer = CompletableFuture.supplyAsync(() -> {
            try {
                return analyst.post("/access/v1/queries", body).status();
            } catch (IllegalStateException brokenOff) {
                return 0;
            }
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                analyst.delete("/access/v1/queries/" + id).status())
                        .isEqualTo(204));
        assertThat(answer).succeedsWithin(PATIENCE).isIn(0, 200, 409);
        assertThat(owner.delete("/access/v1/queries/" + id).status()).isEqualTo(404);
    }

    @Test
    void keepsWhoGuardsPrivacyAwayFromTheData() {
        assertThat(privacy.query(purpose(null), "select 1").status()).isEqualTo(403);
        assertThat(fg.query(purpose(null), "select 1").status()).isEqualTo(403);
        assertThat(fg.get("/access/v1/activities").status()).isEqualTo(200);
        assertThat(analyst.post("/access/v1/activities", Map.of()).status()).isIn(400, 403);
    }

    @Test
    void keepsEveryVersionOfAPurpose() {
        var slug = purpose("PUBLIC_TASK");
        var body = activity(slug, "CONSENT");
        assertThat(privacy.put("/access/v1/activities/" + slug, body)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        var versions =
                analyst.get("/access/v1/activities/" + slug + "/versions").json();
        assertThat(versions.findValuesAsString("legalBasis")).containsExactly("CONSENT", "PUBLIC_TASK");
        privacy.put("/access/v1/activities/" + slug + "?active=false", body);
        assertThat(analyst.query(slug, "select 1").type()).isEqualTo("/problems/purpose-unusable");
        assertThat(privacy.post("/access/v1/activities", body).status()).isEqualTo(409);
        assertThat(privacy.post("/access/v1/activities", Map.of("slug", "A b")).status())
                .isEqualTo(400);
    }
}
