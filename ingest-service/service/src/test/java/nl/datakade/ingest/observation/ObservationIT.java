package nl.datakade.ingest.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.datakade.ingest.CurrentRows;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import org.junit.jupiter.api.Test;

class ObservationIT extends IngestIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name = newName();

    @Test
    void linesBecomeRowsOfTheCurrentVersionAppendedToThoseBefore() {
        var first = observe("""
                {"id":"a","telpunt":"F01","tijd":"2026-11-23T10:15:00+01:00","aantal":12,"kapot":false}
                {"id":"b","telpunt":"F02","tijd":"2026-11-23T10:15:00Z","aantal":7.5}
                """);
        assertThat(first.status()).as(first.body()).isEqualTo(202);
        assertThat(first.json().required("observations").asInt()).isEqualTo(2);
        awaitLanded(first);
        var second = observe("""
                {"id":"c","telpunt":"F03","aantal":1,"weer":{"graden":-3}}
                """);
        awaitLanded(second);

        var stream = status("");
        assertThat(stream.json().required("observations").asInt()).isEqualTo(3);
        assertThat(stream.json().required("version").asInt()).isEqualTo(2);
        assertThat(rows("telpunt || ' ' || aantal || ' ' || coalesce(epoch(tijd)::bigint::varchar, '-') "
                        + "|| ' ' || coalesce(weer_graden, 0)"))
                .containsExactly("F01 12.0 1795425300 0.0", "F02 7.5 1795428900 0.0", "F03 1.0 - -3.0");
        var reading = mobility().get("/ingest/v1/datasets/" + name + "/versions/2");
        assertThat(reading.status()).as(reading.body()).isEqualTo(200);
        assertThat(mobility()
                        .get(stream.json()
                                .required("links")
                                .required("delivery")
                                .asString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void sensorThingsObservationsComeSinglyAndAsDataArrays() {
        awaitLanded(observe("""
                {"phenomenonTime":"2026-11-23T10:00:00Z/2026-11-23T10:15:00Z","result":12,"Datastream":{"@iot.id":7}}"""));
        awaitLanded(observe("""
                [{"Datastream":{"@iot.id":8},"components":["phenomenonTime","result","FeatureOfInterest/id"],
                  "dataArray@iot.count":2,
                  "dataArray":[["2026-11-23T10:00:00Z",3,"x"],["2026-11-23T10:01:00Z",4,"y"]]}]"""));
        assertThat(rows("datastream || ' ' || result || ' ' || coalesce(feature_of_interest, '')"))
                .containsExactly("7 12.0 ", "8 3.0 x", "8 4.0 y");
    }

    @Test
    void whatWasSentBeforeIsPassedOver() {
        var line = "{\"id\":\"a\",\"aantal\":1}\n";
        awaitLanded(observe(line));
        awaitLanded(observe(line + "{\"id\":\"b\",\"aantal\":2}\n{\"id\":\"b\",\"aantal\":3}\n"));
        assertThat(rows("id || aantal")).containsExactly("a1.0", "b2.0");
        assertThat(status("").json().required("duplicates").asInt()).isEqualTo(2);
    }

    @Test
    void theSameKeyHasOneEffectAndOtherContentIsRefused() {
        var key = UUID.randomUUID().toString();
        var first = observe("{\"aantal\":1}", "Idempotency-Key", key);
        var again = observe("{\"aantal\":1}", "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("position")).isEqualTo(first.text("position"));
        var other = observe("{\"aantal\":2}", "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("idempotency-key-used");
        awaitLanded(first);
        assertThat(rows("aantal")).containsExactly("1.0");
    }

    @Test
    void aLineThatDoesNotFitIsNamedAndNothingIsTaken() {
        awaitLanded(observe("{\"telpunt\":\"F01\",\"aantal\":1}"));
        var wrong = observe("""
                {"telpunt":"F01","aantal":1}
                {"telpunt":"F01","aantal":"twaalf"}
                {"telpunt":["F01"],"aantal":1}
                """);
        assertThat(wrong.status()).isEqualTo(400);
        var errors = wrong.json().required("errors");
        assertThat(errors.toString()).contains("\"line\":3");
        var kind = observe("{\"telpunt\":\"F01\",\"aantal\":1}\n{\"telpunt\":\"F01\",\"aantal\":\"twaalf\"}\n");
        assertThat(kind.status()).isEqualTo(400);
        assertThat(kind.json().required("errors").get(0).required("line").asInt())
                .isEqualTo(2);
        assertThat(kind.json().required("errors").get(0).required("name").asString())
                .isEqualTo("aantal");
        var broken = observe("{\"telpunt\":\"F01\"}\n{\"telpunt\":\n");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(status("").json().required("observations").asInt()).isEqualTo(1);
    }

    @Test
    void onlyItsOwnDepartmentMaySendAndRead() {
        awaitLanded(observe("{\"aantal\":1}"));
        var other = department("groen");
        assertThat(post(other, "{\"aantal\":1}").problem()).isEqualTo("dataset-name-taken");
        assertThat(other.get(path()).status()).isEqualTo(404);
        assertThat(person("analyst")
                        .post(path(), "{}".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void filesAndObservationsDoNotFeedTheSameDataset() {
        awaitLanded(observe("{\"aantal\":1}"));
        var file = mobility().push(name, "a;b\n1;2\n", "Content-Type", "text/csv");
        assertThat(file.status()).isEqualTo(409);
        assertThat(file.problem()).isEqualTo("fed-by-observations");

        var files = newName();
        assertThat(mobility()
                        .push(files, "a;b\n1;2\n", "Content-Type", "text/csv")
                        .status())
                .isEqualTo(201);
        var observation = mobility()
                .post(
                        "/ingest/v1/datasets/" + files + "/observations",
                        "{\"a\":1}".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-ndjson");
        assertThat(observation.problem()).isEqualTo("fed-by-files");
    }

    @Test
    void theAnswerSaysHowMuchMoreMayBeSent() {
        var answer = observe("{\"aantal\":1}");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"observations\";q=50000;w=10");
        assertThat(answer.header("RateLimit")).startsWith("\"observations\";r=");
    }

    private Http mobility() {
        return department("mobiliteit");
    }

    private String path() {
        return "/ingest/v1/datasets/" + name + "/observations";
    }

    private Http.Answer observe(String lines, String... headers) {
        return post(mobility(), lines, headers);
    }

    private Http.Answer post(Http client, String lines, String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "application/x-ndjson"));
        all.addAll(List.of(headers));
        return client.post(path(), lines.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
    }

    private Http.Answer status(String query) {
        return mobility().get(path() + query);
    }

    private void awaitLanded(Http.Answer acknowledged) {
        assertThat(acknowledged.status()).as(acknowledged.body()).isEqualTo(202);
        var query = "?position=" + acknowledged.text("position");
        await().atMost(PATIENCE)
                .until(() -> status(query).json().required("landed").asBoolean());
    }

    private List<String> rows(String expression) {
        return CurrentRows.of(jdbc, objects::open, name, expression);
    }
}
