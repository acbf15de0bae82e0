package nl.datakade.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import tools.jackson.databind.json.JsonMapper;

/** Ingest for tests that push files and wait until they are read. */
public abstract class ReadVersionsIT extends IngestIT {

    protected Http.Answer push(String name, String csv) {
        return push("groen", name, csv);
    }

    protected Http.Answer push(String department, String name, String csv) {
        var receipt = department(department).push(name, csv, "Content-Type", "text/csv");
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        return receipt;
    }

    protected Http.Answer awaitState(Http.Answer receipt, String state) {
        var path = "/ingest/v1/deliveries/" + receipt.text("deliveryId");
        return await().atMost(Duration.ofSeconds(90))
                .until(
                        () -> department(receipt.text("department")).get(path),
                        got -> got.text("state").equals(state));
    }

    protected static VersionState awaitReading(Http.Answer receipt, int reading) {
        return await().atMost(Duration.ofSeconds(90))
                .until(
                        () -> TestEvents.of(VersionState.class).stream()
                                .filter(version ->
                                        version.deliveryId().toString().equals(receipt.text("deliveryId"))
                                                && version.reading() == reading)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    protected static String path(String name, int version) {
        return "/ingest/v1/datasets/" + name + "/versions/" + version;
    }

    /** The ids of the columns of a version's first table. */
    protected static Map<String, Integer> ids(VersionState version) {
        return version.tables().getFirst().columns().stream()
                .collect(Collectors.toMap(VersionState.Column::name, VersionState.Column::id));
    }

    /** Tells what quality says of a reading of the first version. */
    protected static void judge(
            Http.Answer receipt, int reading, long revision, ScoreState.Verdict verdict, String... reasons) {
        TestEvents.publish(new ScoreState(
                UUID.fromString(receipt.text("datasetId")),
                1,
                reading,
                revision,
                50.0,
                Map.of(),
                verdict,
                List.of(reasons),
                List.of(),
                null,
                Instant.now()));
    }

    /** A person's subject in Keycloak. */
    protected static String subject(String person) {
        var claims = Tokens.of(person).split("\\.", -1)[1];
        return new JsonMapper()
                .readTree(Base64.getUrlDecoder().decode(claims))
                .required("sub")
                .asString();
    }
}
