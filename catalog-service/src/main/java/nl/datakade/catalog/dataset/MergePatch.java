package nl.datakade.catalog.dataset;

import java.util.List;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.web.JsonMergePatch;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A change to what is registered; what does not fit is named. */
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
        try {
            return JsonMergePatch.apply(json, present, patch, type);
        } catch (JacksonException misfit) {
            throw new DatasetProblem.Invalid(
                    List.of(InvalidInput.body(JsonMergePatch.field(misfit), "{expected.documented-type}")));
        }
    }
}
