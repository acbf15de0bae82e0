package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.datakade.contracts.disclosure.LogRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Questions in SQL: what is answered and how, and what is refused. */
class QueryIT extends AccessStory {

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

    /** An answer is whole: its length and its number of rows are known before its first byte leaves. */
    @Test
    void givesALongAnswerWholeOrThePartThatWasAskedFor() {
        var given = openDataset();
        var sql = "select i, repeat('x', 100) as lang from %s cross join range(50000) r(i)".formatted(given.sql());
        var purpose = purpose(null);
        for (var type : List.of("text/csv", "application/json")) {
            var whole = ask(type, Map.of("purpose", purpose, "sql", sql));
            assertThat(whole.status()).as(type).isEqualTo(200);
            assertThat(whole.response().headers().firstValue("Row-Count")).contains("150000");
            assertThat(whole.response().headers().firstValue("Truncated")).contains("false");
            assertThat(whole.response().headers().firstValueAsLong("Content-Length"))
                    .hasValue(whole.body().length());
            if (type.equals("text/csv")) {
                assertThat(whole.body().lines()).hasSize(150_001);
            } else {
                assertThat(whole.json().path("rows").size()).isEqualTo(150_000);
                assertThat(whole.json().path("truncated").asBoolean()).isFalse();
            }
            var part = ask(type, Map.of("purpose", purpose, "sql", sql, "rowLimit", 2000));
            assertThat(part.response().headers().firstValue("Row-Count")).contains("2000");
            assertThat(part.response().headers().firstValue("Truncated")).contains("true");
            var status =
                    part.response().headers().firstValue("Link").orElseThrow().replaceAll("<(.*)>.*", "$1");
            var logged = analyst.get(status).json();
            assertThat(logged.path("truncated").asBoolean()).isTrue();
            assertThat(logged.path("rows").asLong()).isEqualTo(2000);
            assertThat(steward.get(status).status()).isEqualTo(404);
        }
    }

    @Test
    void refusesWhatDoesNotFitInOneAnswerBeforeItsFirstRow() {
        var purpose = purpose(null);
        var many = analyst.query(purpose, "from range(1000001)");
        assertThat(many.status()).isEqualTo(400);
        assertThat(many.type()).isEqualTo("/problems/query-too-many-rows");
        assertThat(many.text("/detail")).contains("1000000");
        assertThat(many.text("/remedy")).contains("rowLimit");
        assertThat(logged(UUID.fromString(many.text("/queryId"))).text("/outcome"))
                .isEqualTo("TOO_MANY_ROWS");

        var id = UUID.randomUUID();
        var clipped = ask(
                "text/csv",
                Map.of("purpose", purpose, "sql", "select 1", "rowLimit", 1_000_001, "queryId", id.toString()));
        assertThat(clipped.status()).isEqualTo(400);
        assertThat(clipped.type()).isEqualTo("/problems/row-limit-too-high");
        assertThat(clipped.text("/errors/0/name")).isEqualTo("rowLimit");
        assertThat(logged(id).text("/reason")).isEqualTo("row-limit-too-high");
        assertThat(fg.get("/access/v1/disclosures/" + id + "/statement").text("/sql"))
                .as("nobody read it, so that it is not kept")
                .isEqualTo("-- refused unread: 8 characters, SHA-256 " + LogRecord.hashOf("select 1"));
    }

    /** Nothing is removed from the log, so that nobody may fill it. */
    @Test
    void refusesAStatementThatIsTooLongBeforeAnythingElse() {
        var id = UUID.randomUUID();
        var refused = ask(
                "application/json",
                Map.of(
                        "purpose",
                        purpose(null),
                        "sql",
                        "select '" + "x".repeat(100_000) + "'",
                        "queryId",
                        id.toString()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/name")).isEqualTo("sql");
        assertThat(logged(id).status()).isEqualTo(404);
    }

    private Api.Answer logged(UUID query) {
        return privacy.get("/access/v1/disclosures/" + query);
    }

    private Api.Answer ask(String type, Map<String, Object> question) {
        return Api.send(analyst.request("/access/v1/queries")
                .header("Accept", type)
                .POST(HttpRequest.BodyPublishers.ofString(new JsonMapper().writeValueAsString(question))));
    }

    @Test
    void theHighestVersionIsTheCurrentOneHoweverSmallItsFile() {
        var sql = "select count(*) from " + openDataset().emptied().sql();
        var purpose = purpose(null);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(analyst.query(purpose, sql)
                                .json()
                                .at("/rows/0/0")
                                .asInt(-1))
                        .isZero());
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

    /** An aggregate has no row until it ends; and what waits behind it has not even started. */
    @Test
    void cancelsAQueryWhileItRunsAndWhileItWaits() {
        var purpose = purpose(null);
        var running = UUID.randomUUID();
        var waiting = UUID.randomUUID();
        var first = slow(purpose, running);
        await().atMost(PATIENCE).until(() -> decided(running));
        var second = slow(purpose, waiting);
        await().atMost(PATIENCE).until(() -> decided(waiting));

        assertThat(owner.delete("/access/v1/queries/" + running).status()).isEqualTo(404);
        assertThat(analyst.delete("/access/v1/queries/" + waiting).status()).isEqualTo(204);
        assertThat(second).succeedsWithin(PATIENCE).satisfies(QueryIT::isCancelled);
        assertThat(first).isNotDone();
        assertThat(analyst.delete("/access/v1/queries/" + running).status()).isEqualTo(204);
        assertThat(first).succeedsWithin(PATIENCE).satisfies(QueryIT::isCancelled);

        assertThat(analyst.delete("/access/v1/queries/" + running).status()).isEqualTo(404);
        assertThat(logged(running).text("/outcome")).isEqualTo("CANCELLED");
        assertThat(logged(waiting).text("/outcome")).isEqualTo("CANCELLED");
    }

    @Test
    void answersAnotherPersonWhileOneHasSlowStatements() {
        var purpose = purpose(null);
        var ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var slow = ids.stream().map(id -> slow(purpose, id)).toList();
        await().atMost(PATIENCE).until(() -> ids.stream().allMatch(this::decided));

        assertThat(steward.query(purpose, "select 1").status()).isEqualTo(200);
        assertThat(slow).noneMatch(CompletableFuture::isDone);

        ids.forEach(id ->
                assertThat(analyst.delete("/access/v1/queries/" + id).status()).isEqualTo(204));
        assertThat(slow).allSatisfy(answer -> assertThat(answer).succeedsWithin(PATIENCE));
    }

    @Test
    void refusesMoreQuestionsOfOnePersonThanOneMayHave() {
        var given = openDataset();
        var purpose = purpose(null);
        var ids = Stream.generate(UUID::randomUUID).limit(10).toList();
        var slow = ids.stream().map(id -> slow(purpose, id)).toList();
        await().atMost(PATIENCE).until(() -> ids.stream().allMatch(this::decided));

        var id = UUID.randomUUID();
        var refused = slow(purpose, id).join();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.type()).isEqualTo("/problems/queries-too-many");
        assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(logged(id).text("/reason")).isEqualTo("queries-too-many");
        var sight = "/access/v1/datasets/" + given.name + "/sight?purpose=" + purpose;
        assertThat(analyst.get(sight).type()).isEqualTo("/problems/queries-too-many");
        assertThat(steward.get(sight).status()).isEqualTo(200);

        ids.forEach(query -> analyst.delete("/access/v1/queries/" + query));
        assertThat(slow).allSatisfy(answer -> assertThat(answer).succeedsWithin(PATIENCE));
    }

    /** Its parse tree is a hundred megabytes; several of them at once used to end the service. */
    @Test
    void survivesStatementsWithHugeTrees() {
        var purpose = purpose(null);
        var bomb = "select " + "[],".repeat(33_000) + "[]";
        var ids = Stream.generate(UUID::randomUUID).limit(6).toList();
        var answers = ids.stream()
                .map(id -> CompletableFuture.supplyAsync(
                        () -> analyst.post(
                                "/access/v1/queries",
                                Map.of("purpose", purpose, "queryId", id.toString(), "sql", bomb)),
                        Thread::startVirtualThread))
                .toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer)
                        .succeedsWithin(PATIENCE)
                        .satisfies(refused -> assertThat(refused.type()).isEqualTo("/problems/sql-too-large")));
        assertThat(ids).allSatisfy(id -> assertThat(logged(id).text("/reason")).isEqualTo("sql-too-large"));
    }

    private CompletableFuture<Api.Answer> slow(String purpose, UUID id) {
        var body = Map.of(
                "purpose",
                purpose,
                "queryId",
                id.toString(),
                "sql",
                "select count(*) from range(100000000000) a, range(100000) b");
        return CompletableFuture.supplyAsync(
                () -> analyst.post("/access/v1/queries", body), Thread::startVirtualThread);
    }

    private boolean decided(UUID query) {
        return logged(query).status() == 200;
    }

    private static void isCancelled(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.type()).isEqualTo("/problems/query-cancelled");
    }

    @Test
    void keepsWhoGuardsPrivacyAwayFromTheData() {
        assertThat(privacy.query(purpose(null), "select 1").status()).isEqualTo(403);
        assertThat(fg.query(purpose(null), "select 1").status()).isEqualTo(403);
        assertThat(fg.get("/access/v1/activities").status()).isEqualTo(200);
        assertThat(analyst.post("/access/v1/activities", Map.of()).status()).isIn(400, 403);
    }
}
