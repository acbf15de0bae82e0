package nl.datakade.contracts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.datakade.contracts.catalog.Visibility.Viewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VisibilityTests {

    private static final String ITS = "mobiliteit";
    private static final String OTHER = "parkeren";

    @ParameterizedTest
    @MethodSource("cells")
    void isWhatTheTableHas(String caller, String confidentiality, String status, Visibility expected) {
        var dataset = new Visibility.Dataset(
                ITS,
                Set.of("holder"),
                confidentiality.equals("-") ? null : Confidentiality.valueOf(confidentiality),
                DatasetState.Status.valueOf(status));

        assertThat(Visibility.of(viewer(caller), dataset)).isEqualTo(expected);
    }

    @Test
    void theTableHasEveryCombination() throws IOException {
        var combinations = new HashSet<>(
                cells().map(cell -> List.of(cell[0], cell[1], cell[2])).toList());

        assertThat(combinations)
                .hasSize(11 * (Confidentiality.values().length + 1) * DatasetState.Status.values().length);
    }

    @Test
    void aRoleInADepartmentIsNoRoleInAnother() {
        var steward = new Viewer("s", Set.of("steward"), Set.of(OTHER));
        var secret = new Visibility.Dataset(ITS, Set.of(), Confidentiality.SECRET, DatasetState.Status.REGISTERED);

        assertThat(Visibility.of(steward, secret)).isEqualTo(Visibility.HIDDEN);
    }

    @Test
    void levelsAreOrdered() {
        assertThat(Visibility.VISIBLE.isAtLeast(Visibility.NAMED_ONLY)).isTrue();
        assertThat(Visibility.NAMED_ONLY.isAtLeast(Visibility.NAMED_ONLY)).isTrue();
        assertThat(Visibility.HIDDEN.isAtLeast(Visibility.NAMED_ONLY)).isFalse();
    }

    private static Viewer viewer(String caller) {
        return switch (caller) {
            case "privacy", "fg", "admin" -> new Viewer(caller, Set.of(caller), Set.of(OTHER));
            case "service" -> new Viewer(caller, Set.of("service"), Set.of());
            case "holder" -> new Viewer("holder", Set.of("analyst"), Set.of(OTHER));
            case "steward", "owner" -> new Viewer(caller, Set.of(caller), Set.of(ITS));
            case "employee", "client" -> new Viewer(caller, Set.of("department"), Set.of(ITS));
            case "outsider" -> new Viewer(caller, Set.of("analyst"), Set.of(OTHER));
            case "outside-steward" -> new Viewer(caller, Set.of("steward"), Set.of(OTHER));
            default -> throw new IllegalArgumentException(caller);
        };
    }

    static Stream<Object[]> cells() throws IOException {
        try (var table = Visibility.class.getResourceAsStream("/visibility/table.txt")) {
            var lines = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" +"))
                    .toList();
            var callers = lines.getFirst();
            return lines.stream()
                    .skip(1)
                    .flatMap(line -> Stream.iterate(2, column -> column < line.length, column -> column + 1)
                            .map(column ->
                                    new Object[] {callers[column], line[0], line[1], Visibility.valueOf(line[column])
                                    }));
        }
    }
}
