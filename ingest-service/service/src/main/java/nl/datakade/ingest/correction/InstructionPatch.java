package nl.datakade.ingest.correction;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.web.JsonMergePatch;
import nl.datakade.table.Instructions;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** What is laid down, with a merge patch applied; what does not fit is named field by field. */
@Component
class InstructionPatch {

    private final JsonMapper json;

    InstructionPatch(JsonMapper json) {
        this.json = json;
    }

    Instructions apply(Instructions present, JsonNode patch) {
        if (!patch.isObject()) {
            throw invalid(new InvalidInput("body", null, "{expected.object}", null, null));
        }
        try {
            return JsonMergePatch.apply(json, present, patch, Instructions.class);
        } catch (JacksonException misfit) {
            throw invalid(InvalidInput.body(JsonMergePatch.field(misfit), expected(misfit)));
        }
    }

    private static CorrectionProblem.Invalid invalid(InvalidInput error) {
        return new CorrectionProblem.Invalid(List.of(error));
    }

    private static String expected(JacksonException misfit) {
        return switch (misfit) {
            case UnrecognizedPropertyException unknown
            when unknown.getKnownPropertyIds() != null ->
                "{expected.one-of-fields:"
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + "}";
            case InvalidFormatException format
            when format.getTargetType() != null && format.getTargetType().isEnum() ->
                "{expected.one-of:"
                        + Stream.of(format.getTargetType().getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                        + "}";
            default -> "{expected.documented-type}";
        };
    }
}
