package nl.datakade.access.readiness;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Conditions in the words of the reader's language. */
@Component
public class ConditionWords {

    private final MessageSource messages;

    ConditionWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A condition as people see it.
     *
     * @param code stable, kebab-case
     * @param whoseMove stable, kebab-case
     */
    public record View(
            String code, boolean met, String message, String whoseMove, String link, List<String> subjects) {}

    public View view(Condition condition, Locale locale) {
        var code = kebab(condition.code());
        var words = messages.getMessage(
                "condition." + code + (condition.met() ? ".met" : ".missing"),
                new Object[] {String.join(", ", condition.subjects())},
                locale);
        return new View(
                code, condition.met(), words, kebab(condition.whoseMove()), condition.link(), condition.subjects());
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
