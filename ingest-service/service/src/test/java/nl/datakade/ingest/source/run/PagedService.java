package nl.datakade.ingest.source.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.source.Outside;
import nl.datakade.ingest.source.StewardOfSources;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service of somebody else that gives trees in pages, and a steward who has them fetched. */
abstract class PagedService extends IngestIT {

    private static final JsonMapper JSON = new JsonMapper();
    static final int ALL = 25;

    final String name = newName();
    final Outside outside = new Outside();
    StewardOfSources steward;

    @BeforeEach
    void begin() {
        steward = new StewardOfSources(person("steward"));
    }

    @AfterEach
    void end() {
        outside.close();
    }

    static String features(int from, int to) {
        return IntStream.range(from, to).mapToObj("""
                        {"type":"Feature","id":"b.%1$d","properties":{"id":%1$d,"hoogte":1.204},\
                        "geometry":{"type":"Point","coordinates":[4.3,52.07]}}"""::formatted).collect(Collectors.joining(","));
    }

    String fields(String kind, String path) {
        return "\"kind\":\"%s\",\"address\":\"%s\"".formatted(kind, outside.url(path));
    }

    List<Integer> ids(JsonNode run) {
        return JSON.readTree(landed(run))
                .required("features")
                .valueStream()
                .map(feature -> feature.required("properties").required("id").asInt())
                .toList();
    }

    String landed(JsonNode run) {
        var receipt = steward.delivery(run);
        var key = "landing/" + receipt.text("datasetId") + "/" + receipt.text("deliveryId") + "/content";
        try (var content = objects.open(key)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As soon as it is read. */
    String tables(JsonNode run) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> steward.delivery(run).json().required("tables"), tables -> !tables.isEmpty())
                .toString();
    }

    static String state(JsonNode run) {
        return run.required("state").asString();
    }

    static String reason(JsonNode run) {
        assertThat(state(run)).as(run.toString()).isEqualTo("FAILED");
        return run.required("reason").asString();
    }
}
