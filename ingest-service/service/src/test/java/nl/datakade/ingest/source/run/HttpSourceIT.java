package nl.datakade.ingest.source.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.source.Outside;
import nl.datakade.ingest.source.StewardOfSources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HttpSourceIT extends IngestIT {

    private static final String CSV = "telpunt;aantal\nF01;1204\n";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name = newName();
    private final Outside outside = new Outside();
    private final AtomicReference<String> content = new AtomicReference<>(CSV);
    private StewardOfSources steward;

    @BeforeEach
    void begin() {
        steward = new StewardOfSources(person("steward"));
        outside.at("/tellingen.csv", (request, exchange) -> {
            var tag = "\"" + content.get().hashCode() + "\"";
            exchange.getResponseHeaders().add("ETag", tag);
            if (tag.equals(request.headers().get("if-none-match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                Outside.send(exchange, 200, "text/csv", content.get());
            }
        });
    }

    @AfterEach
    void end() {
        steward.http().send("PUT", "/ingest/v1/sources/" + name + "/pause", new byte[0]);
        outside.close();
    }

    @Test
    void aFileLandsOnceAndAgainOnlyWhenItChanges() {
        var first = steward.fetch(name, at("/tellingen.csv"));
        var receipt = steward.delivery(first);
        assertThat(first.required("state").asString()).isEqualTo("LANDED");
        assertThat(first.required("bytes").asInt()).isEqualTo(CSV.length());
        assertThat(receipt.text("dataset")).isEqualTo(name);
        assertThat(receipt.text("department")).isEqualTo("mobiliteit");
        assertThat(receipt.text("fileName")).isEqualTo("tellingen.csv");
        assertThat(receipt.text("mediaType")).isEqualTo("text/csv");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(steward.delivery(first).text("state")).isIn("READ", "RELEASED", "HELD_BACK"));

        assertThat(state(steward.run(name))).as("by its ETag").isEqualTo("UNCHANGED");
        assertThat(state(steward.run(name, "?anew=true"))).as("by its bytes").isEqualTo("SAME");
        content.set(CSV + "F02;7\n");
        var changed = steward.run(name);
        assertThat(state(changed)).isEqualTo("LANDED");
        assertThat(steward.delivery(changed).json().required("version").asInt()).isEqualTo(2);
        assertThat(steward.runs(name).size()).isEqualTo(4);
        assertThat(steward.get(name).json().has("landedAt")).isTrue();
    }

    @Test
    void itIsGoneToByItselfAndTriedAgainWhenTheHostIsBusy() {
        var calls = new AtomicInteger();
        outside.at("/druk.csv", (_, exchange) -> {
            if (calls.incrementAndGet() < 3) {
                Outside.send(exchange, 503, "text/plain", "busy");
            } else {
                Outside.send(exchange, 200, "text/csv", CSV);
            }
        });
        assertThat(every("PT1H", at("/druk.csv")).status()).isEqualTo(201);

        await().atMost(PATIENCE).until(() -> steward.get(name).json().has("servedAt"));

        var runs = steward.runs(name);
        assertThat(runs.valueStream().map(HttpSourceIT::state)).containsExactly("LANDED", "FAILED", "FAILED");
        assertThat(runs.valueStream().map(run -> run.required("cause").asString()))
                .containsExactly("RETRY", "RETRY", "SCHEDULE");
        assertThat(runs.get(1).required("reason").asString()).isEqualTo("remote-error");
    }

    @Test
    void aHostWhoseClockIsYearsOffIsGoneToAsAnyOther() {
        var modified = new AtomicReference<>("Mon, 01 Jan 2035 00:00:00 GMT");
        outside.at("/klok.csv", (request, exchange) -> {
            exchange.getResponseHeaders().set("Last-Modified", modified.get());
            if (modified.get().equals(request.headers().get("if-modified-since"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                Outside.send(exchange, 200, "text/csv", content.get());
            }
        });
        assertThat(state(steward.fetch(name, at("/klok.csv")))).isEqualTo("LANDED");
        assertThat(state(steward.run(name))).as("its own words back to it").isEqualTo("UNCHANGED");

        modified.set("Sat, 01 Jan 2000 00:00:00 GMT");
        content.set(CSV + "F02;7\n");
        assertThat(state(steward.run(name))).as("put right, and so in the past").isEqualTo("LANDED");
    }

    @Test
    void theScheduleGoesOn() {
        assertThat(every("PT1S", at("/tellingen.csv")).status()).isEqualTo(201);

        await().atMost(PATIENCE).until(() -> steward.runs(name).size() >= 3);
        assertThat(steward.runs(name).valueStream().map(HttpSourceIT::state).distinct())
                .contains("LANDED", "UNCHANGED")
                .doesNotContain("FAILED");
    }

    @Test
    void whatOnlyAPersonCanMendIsSaidAndMakesTheSourceLate() {
        var put = steward.send(name, """
                {"dataset":"%s","department":"mobiliteit","schedule":{"every":"P1D"},"lateAfter":"PT0.001S",%s}""".formatted(name, at("/weg.csv")));
        assertThat(put.status()).as(put.body()).isEqualTo(400);
        assertThat(steward.send(name, """
                {"dataset":"%s","department":"mobiliteit","schedule":{"every":"P1D"},"lateAfter":"PT1S",%s}""".formatted(name, at("/weg.csv"))).status())
                .isEqualTo(201);

        await().atMost(PATIENCE).until(() -> steward.get(name).text("state").equals("LATE"));
        var run = steward.runs(name).get(0);
        assertThat(run.required("reason").asString()).isEqualTo("not-found");
        assertThat(run.required("explanation").asString()).isEqualTo("There is nothing at the address");
        var late = steward.http().get("/ingest/v1/sources?state=LATE&dataset=" + name);
        assertThat(late.json().required("total").asInt()).isEqualTo(1);
        await().atMost(PATIENCE)
                .until(() -> person("admin").get("/actuator/prometheus").body().contains("datakade_source_late"));
        assertThat(person("admin").get("/actuator/prometheus").body())
                .contains("datakade_source_run_seconds_count", "outcome=\"failed\"");
    }

    @Test
    void credentialsAreSentAndRefusalsTold() {
        outside.at("/besloten.csv", (request, exchange) -> {
            var isKnown = "Bearer zeer-geheim".equals(request.headers().get("authorization"));
            Outside.send(exchange, isKnown ? 200 : 401, "text/csv", isKnown ? CSV : "no");
        });
        assertThat(reason(steward.fetch(name, at("/besloten.csv")))).isEqualTo("credentials-refused");

        var secret = ",\"credentials\":{\"type\":\"BEARER\",\"secret\":\"zeer-geheim\"}";
        assertThat(steward.put(name, at("/besloten.csv") + secret, "If-Match", "*")
                        .status())
                .isEqualTo(200);
        assertThat(state(steward.run(name))).isEqualTo("LANDED");
    }

    @Test
    void aRedirectIsFollowedWhereItIsAllowedAndNowhereElse() {
        redirect("/oud.csv", outside.url("/tellingen.csv"));
        redirect("/binnen.csv", "http://169.254.169.254/latest/meta-data");
        redirect("/buur.csv", "http://127.0.0.3:" + 1 + "/");

        assertThat(state(steward.fetch(name, at("/oud.csv")))).isEqualTo("LANDED");
        assertThat(reason(steward.fetch(name + "-a", at("/binnen.csv")))).isEqualTo("host-not-allowed");
        assertThat(reason(steward.fetch(name + "-b", at("/buur.csv"))))
                .as("its host is allowed, its address is not")
                .isEqualTo("address-not-allowed");
    }

    @Test
    void aFileThatBreaksOffLeavesNothing() {
        var before = kept();
        outside.at("/half.csv", (_, exchange) -> {
            exchange.getResponseHeaders().add("Content-Type", "text/csv");
            exchange.sendResponseHeaders(200, 100_000);
            exchange.getResponseBody().write(new byte[1_000]);
            throw new IOException("the line breaks");
        });

        assertThat(reason(steward.fetch(name, at("/half.csv")))).isEqualTo("line-broke");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void anErrorPageIsNotTakenForData() {
        outside.at("/login.csv", "text/csv", "<!doctype html><html>Log in</html>");

        assertThat(reason(steward.fetch(name, at("/login.csv")))).isEqualTo("not-what-it-claims");
    }

    @Test
    void oneRunAtATime() {
        outside.at("/traag.csv", (_, exchange) -> {
            await().atMost(PATIENCE).until(() -> !content.get().equals(CSV));
            Outside.send(exchange, 200, "text/csv", CSV);
        });
        steward.put(name, at("/traag.csv"));
        var runs = "/ingest/v1/sources/" + name + "/runs";
        assertThat(steward.http().post(runs, new byte[0]).status()).isEqualTo(202);
        var second = steward.http().post(runs, new byte[0]);
        assertThat(second.problem()).isEqualTo("source-running");
        content.set("now");
        await().atMost(PATIENCE).until(() -> state(steward.runs(name).get(0)).equals("LANDED"));
    }

    private void redirect(String from, String to) {
        outside.at(from, (_, exchange) -> {
            exchange.getResponseHeaders().add("Location", to);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    private nl.datakade.ingest.Http.Answer every(String period, String fields) {
        return steward.send(name, """
                {"dataset":"%s","department":"mobiliteit","schedule":{"every":"%s"},%s}""".formatted(name, period, fields));
    }

    private String at(String path) {
        return "\"kind\":\"HTTP\",\"address\":\"" + outside.url(path) + "\"";
    }

    private static String state(JsonNode run) {
        return run.required("state").asString();
    }

    private static String reason(JsonNode run) {
        assertThat(state(run)).as(run.toString()).isEqualTo("FAILED");
        return run.required("reason").asString();
    }
}
