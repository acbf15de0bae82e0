package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;

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
}
