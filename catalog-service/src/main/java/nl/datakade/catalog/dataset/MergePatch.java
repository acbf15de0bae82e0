package nl.datakade.catalog.dataset;

import java.util.List;
import nl.datakade.platform.problem.InvalidInput;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7386): what is named changes, what is null goes, what is left out stays. */
@Component
class MergePatch {

    private final JsonMapper json;

    MergePatch(JsonMapper json) {
        this.json = json;
    }

    <T> T apply(T present, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw new DatasetProblem.Invalid(List.of(new InvalidInput("body", null, "{expected.object}", null, null)));
        }
        var merged = merged(json.valueToTree(present), patch);
        try {
            return json.readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(merged);
        } catch (JacksonException misfit) {
            throw new DatasetProblem.Invalid(List.of(InvalidInput.body(field(misfit), "{expected.documented-type}")));
        }
    }

    static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object.deepCopy() : changes.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merged(result.path(change.getKey()), change.getValue()));
            }
        });
        return result;
    }

    private static String field(JacksonException misfit) {
        if (!(misfit instanceof DatabindException mapping)) {
            return "body";
        }
        var field = new StringBuilder();
        mapping.getPath()
                .forEach(step -> field.append(
                        step.getPropertyName() == null
                                ? "[" + step.getIndex() + "]"
                                : (field.isEmpty() ? "" : ".") + step.getPropertyName()));
        return field.toString();
    }
}
