package nl.datakade.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.Http.Answer;
import tools.jackson.databind.JsonNode;

/** Lays down sources and has them gone to, as a steward does. */
public record StewardOfSources(Http http) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> OPEN = Set.of("WAITING", "RUNNING");

    /** A source that nobody goes to by itself for a while, with the name of its dataset. */
    public Answer put(String dataset, String fields, String... headers) {
        return send(dataset, """
                {"dataset":"%s","department":"mobiliteit","schedule":{"cron":"0 0 0 1 1 *"},%s}""".formatted(dataset, fields), headers);
    }

    public Answer send(String name, String json, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return http.send("PUT", "/ingest/v1/sources/" + name, json.getBytes(StandardCharsets.UTF_8), all);
    }

    public Answer get(String name) {
        return http.get("/ingest/v1/sources/" + name);
    }

    /** Asks for a run and returns how it ended. */
    public JsonNode run(String name) {
        return run(name, "");
    }

    public JsonNode run(String name, String query) {
        var asked = http.post("/ingest/v1/sources/" + name + "/runs" + query, new byte[0]);
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        return await().atMost(PATIENCE)
                .until(
                        () -> http.get(asked.header("Location")).json(),
                        run -> !OPEN.contains(run.required("state").asString()));
    }

    public JsonNode runs(String name) {
        return http.get("/ingest/v1/sources/" + name + "/runs").json().required("items");
    }

    /** Lays it down, goes there, and returns how that ended. */
    public JsonNode fetch(String dataset, String fields) {
        var put = put(dataset, fields);
        assertThat(put.status()).as(put.body()).isEqualTo(201);
        return run(dataset);
    }

    /** The receipt of what a run brought. */
    public Answer delivery(JsonNode run) {
        assertThat(run.required("state").asString()).as(run.toString()).isIn("LANDED", "SAME");
        return http.get(run.required("links").required("delivery").asString());
    }
}
