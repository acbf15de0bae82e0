package nl.datakade.portal.quarantine;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.datakade.portal.api.Ingest.Waiting;
import nl.datakade.portal.naming.Names;
import org.jspecify.annotations.Nullable;

/** The departments and datasets that have something on the list, to choose from, by what people call them. */
record Choices(List<Choice> departments, List<Choice> datasets) {

    record Choice(String value, String label) {}

    /** What is chosen can be seen to be chosen, also when nothing of it waits any more. */
    static Choices of(Waiting waiting, Wanted wanted, Names names) {
        return new Choices(
                choices(waiting.departments().stream(), wanted.department(), names::department),
                choices(waiting.datasets().stream(), wanted.dataset(), names::dataset));
    }

    private static List<Choice> choices(Stream<String> values, @Nullable String chosen, UnaryOperator<String> label) {
        return Stream.concat(values, Stream.ofNullable(chosen))
                .distinct()
                .map(value -> new Choice(value, label.apply(value)))
                .sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
