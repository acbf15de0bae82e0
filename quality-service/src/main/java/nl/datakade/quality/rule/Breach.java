package nl.datakade.quality.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a version breaks, and where. Holds names and counts, never a value.
 *
 * @param arguments for the rule's text: counts, types, the meaning found
 */
public record Breach(
        Rule rule, @Nullable String table, @Nullable String column, List<String> arguments) {

    static Breach of(Rule rule, String... arguments) {
        return new Breach(rule, null, null, List.of(arguments));
    }

    static Breach in(String table, Rule rule, String... arguments) {
        return new Breach(rule, table, null, List.of(arguments));
    }

    static Breach at(String table, String column, Rule rule, String... arguments) {
        return new Breach(rule, table, column, List.of(arguments));
    }
}
