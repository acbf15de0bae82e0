package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.datakade.contracts.catalog.DatasetState;
import org.junit.jupiter.api.Test;

/** Setting what may be seen, when others do so too. */
class PolicyIT extends AccessStory {

    @Test
    void replacesAPolicyOnlyForWhoHasSeenIt() {
        var path = "/access/v1/datasets/" + openDataset().name + "/policy";
        var present = owner.get(path);
        var body = owner.get(path + "/proposal").body();
        assertThat(present.response().headers().firstValue("ETag")).contains("\"1\"");

        var unseen = owner.put(path, body);
        assertThat(unseen.status()).isEqualTo(428);
        assertThat(unseen.type()).isEqualTo("/problems/policy-revision-not-given");
        assertThat(owner.put(path, body, "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(steward.put(path, body, "If-Match", "\"1\"").status()).isEqualTo(412);
    }

    @Test
    void letsOneOfTwoWritersWin() {
        var path = "/access/v1/datasets/" + openDataset().name + "/policy";
        var body = owner.get(path + "/proposal").body();
        var writers = IntStream.range(0, 6)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> owner.put(path, body, "If-Match", "\"1\"").status()))
                .toList();
        assertThat(writers.stream().map(CompletableFuture::join).sorted()).containsExactly(200, 412, 412, 412, 412, 412);
        assertThat(owner.get(path).json().path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void setsNothingOnStaleKnowledge() {
        var given = openDataset();
        var path = "/access/v1/datasets/" + given.name;
        var body = owner.get(path + "/policy/proposal").body();
        subscriptions.stop();
        try {
            given.dataset(DatasetState.Status.REGISTERED, null, List.of());
            await().atMost(PATIENCE)
                    .until(() -> owner.put(path + "/policy", body, "If-Match", "\"9\"").status() == 503);
            assertThat(owner.post(path + "/clearances", "{\"table\":\"meldingen\",\"column\":2,\"reason\":\"x\"}")
                            .status())
                    .isEqualTo(503);
        } finally {
            subscriptions.start();
        }
    }
}
