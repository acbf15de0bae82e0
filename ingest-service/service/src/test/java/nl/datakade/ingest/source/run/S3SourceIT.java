package nl.datakade.ingest.source.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.source.StewardOfSources;
import nl.datakade.testkit.TestSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Another bucket of the same store stands for somebody else's. */
class S3SourceIT extends IngestIT {

    private final Map<String, String> settings = TestSystem.current().environment("ingest");
    private final String name = newName();
    private final MinioClient theirs = MinioClient.builder()
            .endpoint(setting("DATAKADE_S3_ENDPOINT"))
            .credentials(setting("DATAKADE_S3_ACCESS_KEY"), setting("DATAKADE_S3_SECRET_KEY"))
            .build();
    private StewardOfSources steward;

    @BeforeEach
    void begin() throws Exception {
        steward = new StewardOfSources(person("steward"));
        theirs.makeBucket(MakeBucketArgs.builder().bucket(name).build());
    }

    @Test
    void theNewestObjectUnderAPrefixLandsOnce() throws Exception {
        put("uit/oud.csv", "a;b\n1;2\n");
        put("elders/nieuw.csv", "a;b\n9;9\n");

        var first = steward.fetch(name, source("\"prefix\":\"uit/\""));
        assertThat(steward.delivery(first).text("fileName")).isEqualTo("oud.csv");
        assertThat(state(steward.run(name))).isEqualTo("UNCHANGED");

        org.awaitility.Awaitility.await().untilAsserted(() -> {
            put("uit/nieuw.csv", "a;b\n3;4\n"); // the store tells time by the second
            var second = steward.run(name);
            assertThat(state(second)).isEqualTo("LANDED");
            assertThat(steward.delivery(second).text("fileName")).isEqualTo("nieuw.csv");
        });
    }

    @Test
    void oneObjectIsItsKey() throws Exception {
        put("vast.csv", "a;b\n1;2\n");

        assertThat(state(steward.fetch(name, source("\"key\":\"vast.csv\"")))).isEqualTo("LANDED");
        put("vast.csv", "a;b\n1;3\n");
        assertThat(state(steward.run(name))).isEqualTo("LANDED");
    }

    @Test
    void whatIsNotThereOrNotAllowedIsSaid() {
        assertThat(reason(steward.fetch(name, source("\"prefix\":\"leeg/\"")))).isEqualTo("nothing-there");
        assertThat(reason(steward.fetch(name + "-a", source("\"key\":\"leeg.csv\""))))
                .isEqualTo("not-found");
        var wrong = source("\"key\":\"leeg.csv\"").replace(setting("DATAKADE_S3_SECRET_KEY"), "another-one");
        assertThat(reason(steward.fetch(name + "-b", wrong))).isEqualTo("credentials-refused");
    }

    private String source(String what) {
        return """
                "kind":"S3","address":"%s","bucket":"%s",%s,
                "credentials":{"type":"S3","username":"%s","secret":"%s"}""".formatted(
                        setting("DATAKADE_S3_ENDPOINT"),
                        name,
                        what,
                        setting("DATAKADE_S3_ACCESS_KEY"),
                        setting("DATAKADE_S3_SECRET_KEY"));
    }

    private void put(String key, String content) throws Exception {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        theirs.putObject(PutObjectArgs.builder().bucket(name).object(key).contentType("text/csv").stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                .build());
    }

    private String setting(String variable) {
        return Objects.requireNonNull(settings.get(variable), variable);
    }

    private static String state(JsonNode run) {
        return run.required("state").asString();
    }

    private static String reason(JsonNode run) {
        assertThat(state(run)).as(run.toString()).isEqualTo("FAILED");
        return run.required("reason").asString();
    }
}
