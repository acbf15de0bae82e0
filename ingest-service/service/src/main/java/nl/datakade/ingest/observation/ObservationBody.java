package nl.datakade.ingest.observation;

import java.util.ArrayList;
import java.util.List;
import nl.datakade.platform.problem.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The observations of a body: JSON values one after the other, or in one array. */
final class ObservationBody {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final List<Observation> observations = new ArrayList<>();
    private final InvalidObservations wrong = new InvalidObservations();
    private final int most;

    private ObservationBody(int most) {
        this.most = most;
    }

    /** All of them, or a problem that names the lines. */
    static List<Observation> read(byte[] body, int most, Runnable tooMany) {
        var reading = new ObservationBody(most);
        try (var parser = JSON.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_ARRAY) {
                    reading.take(parser, tooMany);
                } else {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        reading.take(parser, tooMany);
                    }
                }
            }
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            throw new ObservationProblem.Invalid(List.of(new InvalidInput(
                    "body",
                    null,
                    "{expected.json}",
                    at == null ? null : at.getLineNr(),
                    at == null ? null : at.getColumnNr())));
        }
        if (reading.observations.isEmpty()) {
            reading.wrong.add(1, "observation", "{expected.observations}");
        }
        reading.wrong.requireNone();
        return reading.observations;
    }

    private void take(JsonParser parser, Runnable tooMany) {
        int line = parser.currentTokenLocation().getLineNr();
        JsonNode value = parser.readValueAsTree();
        if (!value.isObject()) {
            wrong.add(line, "observation", "{expected.observation}");
        } else if (SensorThings.isDataArray(value)) {
            SensorThings.dataArray(line, value, most - observations.size(), observations, wrong);
        } else if (SensorThings.isObservation(value)) {
            observations.add(SensorThings.observation(line, value, wrong));
        } else {
            observations.add(PlainObservation.of(line, value, wrong));
        }
        if (observations.size() > most) {
            tooMany.run();
        }
    }
}
