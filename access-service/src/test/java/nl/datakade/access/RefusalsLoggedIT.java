package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is refused before his statement is even looked at is in the log as well. */
class RefusalsLoggedIT extends AccessStory {

    @Test
    void logsAQuestionForAPurposeThatDoesNotExist() {
        var query = UUID.randomUUID();
        assertThat(ask(query, "bestaat-niet").type()).isEqualTo("/problems/purpose-unusable");
        assertThat(logged(query).text("/reason")).isEqualTo("purpose-unusable");
        assertThat(logged(query).text("/decision")).isEqualTo("REFUSED");
        assertThat(logged(query).json().path("purpose").isNull()).isTrue();
        assertThat(fg.get("/access/v1/disclosures/" + query + "/statement").text("/sql"))
                .isEqualTo("select 42");
    }

    @Test
    void logsAQuestionOnStaleKnowledge() {
        var given = openDataset();
        var purpose = purpose(null);
        var query = new UUID[1];
        subscriptions.stop();
        try {
            given.takenBack();
            await().atMost(PATIENCE).until(() -> {
                query[0] = UUID.randomUUID();
                return ask(query[0], purpose).status() == 503;
            });
        } finally {
            subscriptions.start();
        }
        assertThat(logged(query[0]).text("/reason")).isEqualTo("projection-stale");
    }

    private Api.Answer ask(UUID query, String purpose) {
        return analyst.post(
                "/access/v1/queries", Map.of("purpose", purpose, "sql", "select 42", "queryId", query.toString()));
    }

    private Api.Answer logged(UUID query) {
        var entry = privacy.get("/access/v1/disclosures/" + query);
        assertThat(entry.status()).isEqualTo(200);
        return entry;
    }
}
