package nl.datakade.ingest.observation;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An observation of the sender's own design: fields with one value each, in groups perhaps. */
final class PlainObservation {

    private static final int DEEPEST = 5;

    private PlainObservation() {}

    static Observation of(int line, JsonNode object, InvalidObservations wrong) {
        var values = new LinkedHashMap<String, JsonNode>();
        flatten(line, "", object, 1, values, wrong);
        if (values.isEmpty()) {
            wrong.add(line, "observation", "{expected.observation}");
        }
        var id = values.get("id");
        if (id == null) {
            return new Observation(line, values, null);
        }
        // an id is a name, also where it is written as a number
        values.put("id", JsonNodeFactory.instance.stringNode(id.asString()));
        return new Observation(line, values, id.asString());
    }

    /** Fields of a group go by the name of the group and their own. */
    static void flatten(
            int line,
            String group,
            JsonNode object,
            int depth,
            Map<String, JsonNode> values,
            InvalidObservations wrong) {
        for (var field : object.properties()) {
            var label = group.isEmpty() ? field.getKey() : group + "_" + field.getKey();
            var value = field.getValue();
            if (value.isObject() && depth < DEEPEST) {
                flatten(line, label, value, depth + 1, values, wrong);
            } else if (!value.isValueNode()) {
                wrong.add(line, label, "{expected.single-value}");
            } else if (!value.isNull() && values.putIfAbsent(label, value) != null) {
                wrong.add(line, label, "{expected.field-once}");
            }
        }
    }
}
