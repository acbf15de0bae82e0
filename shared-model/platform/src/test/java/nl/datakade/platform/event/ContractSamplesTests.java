package nl.datakade.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import nl.datakade.contracts.Event;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The samples that consumers are tested with are what publishers write. */
class ContractSamplesTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    static java.util.List<Class<? extends Event>> events() {
        return Events.ALL;
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsAndWritesTheSampleUnchanged(Class<? extends Event> event) throws IOException {
        var sample = sample(event);
        var read = JSON.readValue(sample, event);
        assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(JSON.readTree(sample));
    }

    @ParameterizedTest
    @MethodSource("events")
    void typeFollowsTheNlGovProfile(Class<? extends Event> event) {
        assertThat(EventTypes.of(event).value()).matches("nl(\\.[a-z0-9-]+)+\\.v\\d+");
        assertThat(EventTypes.of(event).topic()).matches("datakade\\.[a-z]+\\.[a-z]+");
    }

    @ParameterizedTest
    @MethodSource("events")
    void keyStartsWithTheStreamWhereThereIsADataset(Class<? extends Event> event) throws IOException {
        var read = JSON.readValue(sample(event), event);
        assertThat(read.key()).isNotBlank();
        assertThat(read.stream()).isNotNull();
    }

    private static String sample(Class<? extends Event> event) throws IOException {
        var type = EventTypes.of(event).value();
        var name = "/samples/" + type.substring(type.indexOf('.', 12) + 1, type.lastIndexOf('.')) + ".json";
        try (var in = Event.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(
                    java.util.Objects.requireNonNull(in).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
