package nl.datakade.catalog.dataset;

import static nl.datakade.catalog.CatalogApi.newDataset;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import nl.datakade.catalog.CatalogApi;
import nl.datakade.catalog.CatalogContext;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@CatalogContext
class ConcurrencyIT {

    private static final int AT_ONCE = 8;

    private final CatalogApi api;
    private final String steward = Tokens.of("steward");

    ConcurrencyIT(CatalogApi api) {
        this.api = api;
    }

    @Test
    void ofManyWhoTakeANameOneGetsIt() throws Exception {
        var path = newDataset("race");

        var statuses = atOnce(number -> api.put(path, steward, body(number)).status());

        assertThat(statuses.filter(status -> status == 201).count()).isEqualTo(1);
    }

    @Test
    void ofManyWhoBuildOnTheSameRevisionOneWinsAndItsStateIsTheLastAnnounced() throws Exception {
        var path = newDataset("samen");
        var made = api.put(path, steward, body(0));

        var statuses = atOnce(number ->
                api.put(path, steward, body(number), "If-Match", made.etag()).status());

        assertThat(statuses.filter(status -> status == 200).count()).isEqualTo(1);
        var shown = api.get(path, steward);
        assertThat(shown.etag()).isEqualTo("\"2\"");
        var id = UUID.fromString(made.at("/id"));
        Awaitility.await()
                .untilAsserted(() -> assertThat(TestEvents.of(DatasetState.class))
                        .filteredOn(DatasetState::datasetId, id)
                        .extracting(DatasetState::revision)
                        .containsExactly(1L, 2L));
    }

    private static String body(int number) {
        return "{\"title\": \"Nummer %d\", \"department\": \"groen\"}".formatted(number);
    }

    private static IntStream atOnce(IntUnaryOperator attempt) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = threads.invokeAll(IntStream.rangeClosed(1, AT_ONCE)
                    .<Callable<Integer>>mapToObj(number -> () -> attempt.applyAsInt(number))
                    .toList());
            return attempts.stream().mapToInt(result -> {
                try {
                    return result.get();
                } catch (InterruptedException | ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}
