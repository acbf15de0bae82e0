package nl.datakade.platform.web;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396): what is named changes, what is null goes, what is left out stays. */
public final class JsonMergePatch {

    private JsonMergePatch() {}

    /**
     * As strict as any body of a request: what nobody understands is refused.
     *
     * @param patch an object
     * @throws JacksonException when the outcome is no such thing; {@link #field} says where
     */
    public static <T> T apply(JsonMapper json, T present, JsonNode patch, Class<T> type) {
        return strict(json).readerFor(type).readValue(merged(json.valueToTree(present), patch));
    }

    /** For what comes in a request. A value of another type is not taken for what it may have meant: 1.5 is no number of rows. */
    static JsonMapper strict(JsonMapper json) {
        return json.rebuild()
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .addModule(StorableText.module())
                .build();
    }

    /** The field that does not fit, such as {@code roles[1].person}. */
    public static String field(JacksonException misfit) {
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
}
