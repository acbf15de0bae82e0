package nl.datakade.ingest.observation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One observation as it was sent, its structure made flat.
 *
 * @param line where it began in the body
 * @param values by the label of their field, without those that are missing
 * @param id by which it is known when it is sent again
 */
record Observation(
        int line, Map<String, JsonNode> values, @Nullable String id) {}
