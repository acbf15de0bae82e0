package nl.datakade.source.pull;

import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Changes records without touching their numbers: 12.50 stays 12.50. */
@Component
class ExactJson {

    private final JsonMapper json;
    private final ObjectReader reader;

    ExactJson(JsonMapper json) {
        this.json = json;
        this.reader = json.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    byte[] change(byte[] record, UnaryOperator<JsonNode> change) {
        return json.writeValueAsBytes(change.apply(reader.readTree(record)));
    }
}
