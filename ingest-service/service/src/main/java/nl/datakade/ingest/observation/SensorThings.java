package nl.datakade.ingest.observation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Observations as the OGC SensorThings API 1.1 shapes them, one by one (its clause 10.2) or as a data array of one
 * datastream (its clause 13).
 */
final class SensorThings {

    private static final String ID = "@iot.id";
    private static final String TIME = "phenomenonTime";
    private static final String DATASTREAM = "Datastream";
    private static final String FEATURE = "FeatureOfInterest";

    private SensorThings() {}

    static boolean isObservation(JsonNode value) {
        return value.has(TIME) && (value.has("result") || value.has(DATASTREAM) || value.has(FEATURE));
    }

    static boolean isDataArray(JsonNode value) {
        return value.has("dataArray") && value.has("components");
    }

    static Observation observation(int line, JsonNode value, InvalidObservations wrong) {
        var values = new LinkedHashMap<String, JsonNode>();
        var id = text(value.get(ID));
        if (id != null) {
            values.put("id", JsonNodeFactory.instance.stringNode(id));
        }
        var datastream = reference(line, DATASTREAM, value, values, wrong);
        reference(line, FEATURE, value, values, wrong);
        time(line, value, values, wrong);
        if (!value.has("result")) {
            wrong.add(line, "result", "{expected.result}");
        }
        var rest = JsonNodeFactory.instance.objectNode();
        value.properties().stream()
                .filter(field -> !field.getKey().contains("@iot.")
                        && !List.of(TIME, DATASTREAM, FEATURE).contains(field.getKey()))
                .forEach(field -> rest.set(field.getKey(), field.getValue()));
        PlainObservation.flatten(line, "", rest, 1, values, wrong);
        return new Observation(line, values, id == null ? null : datastream + " " + id);
    }

    /** One datastream's observations as rows under the names of their components. */
    static void dataArray(
            int line, JsonNode value, int room, List<Observation> observations, InvalidObservations wrong) {
        var components = value.get("components");
        var rows = value.get("dataArray");
        if (!components.isArray() || components.isEmpty() || !rows.isArray()) {
            wrong.add(line, "dataArray", "{expected.data-array}");
            return;
        }
        int number = 0;
        for (var row : rows) {
            if (number++ > room) {
                return; // more than there may be: the caller says so
            }
            if (!row.isArray() || row.size() != components.size()) {
                wrong.add(line, "dataArray[" + (number - 1) + "]", "{expected.data-row:" + components.size() + "}");
                continue;
            }
            observations.add(observation(line, object(value, components, row), wrong));
        }
    }

    private static ObjectNode object(JsonNode value, JsonNode components, JsonNode row) {
        var object = JsonNodeFactory.instance.objectNode();
        if (value.has(DATASTREAM)) {
            object.set(DATASTREAM, value.get(DATASTREAM));
        }
        for (int i = 0; i < components.size(); i++) {
            var component = components.get(i).asString("");
            switch (component) {
                case "id" -> object.set(ID, row.get(i));
                case FEATURE + "/id" -> object.putObject(FEATURE).set(ID, row.get(i));
                default -> object.set(component, row.get(i));
            }
        }
        return object;
    }

    /** A moment, or an interval of two with a slash between. */
    private static void time(int line, JsonNode value, Map<String, JsonNode> values, InvalidObservations wrong) {
        var time = value.get(TIME);
        if (time == null || !time.isString()) {
            wrong.add(line, TIME, "{expected.moment-value}");
            return;
        }
        var ends = time.asString().split("/", 2);
        values.put(TIME, JsonNodeFactory.instance.stringNode(ends[0]));
        if (ends.length == 2) {
            values.put(TIME + "End", JsonNodeFactory.instance.stringNode(ends[1]));
        }
        for (var end : ends) {
            if (!Moments.isMoment(end)) {
                wrong.add(line, TIME, "{expected.moment-value}");
            }
        }
    }

    private static @Nullable String reference(
            int line, String field, JsonNode value, Map<String, JsonNode> values, InvalidObservations wrong) {
        var entity = value.get(field);
        if (entity == null || entity.isNull()) {
            return null;
        }
        var id = text(entity.get(ID));
        if (id == null) {
            wrong.add(line, field, "{expected.reference}");
            return null;
        }
        values.put(field, JsonNodeFactory.instance.stringNode(id));
        return id;
    }

    private static @Nullable String text(@Nullable JsonNode id) {
        return id == null || id.isNull() || !id.isValueNode() ? null : id.asString();
    }
}
