package nl.datakade.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState.Status;
import nl.datakade.contracts.catalog.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * The table of who may know what of a dataset, with callers of the demo city: every service's API is asked about a dataset
 * of each kind by each of them.
 */
public final class VisibilityTable {

    /** The datasets' department. */
    public static final String DEPARTMENT = "mobiliteit";

    /** The person of the demo city who holds a role in the datasets, and is of another department. */
    public static final String HOLDER = "analyst";

    /** Callers whom the demo city has; its steward is a steward of every department. */
    private static final List<String> CALLERS = List.of(
            "privacy", "fg", "admin", "service", "holder", "steward", "owner", "employee", "client", "outsider");

    /** One kind of dataset. */
    public record Kind(@Nullable Confidentiality confidentiality, Status status) {

        /** Part of a dataset's name. */
        public String slug() {
            return (confidentiality == null
                            ? "unclassified"
                            : confidentiality.name().toLowerCase(Locale.ROOT)) + "-"
                    + status.name().toLowerCase(Locale.ROOT);
        }
    }

    /** What one caller may know of a dataset of one kind. */
    public record Cell(Kind kind, String caller, Visibility expected) {

        /** Access token of the caller. */
        public String token() {
            return switch (caller) {
                case "service" -> Tokens.service("quality");
                case "holder" -> Tokens.of(HOLDER);
                case "employee" -> Tokens.of("medewerker");
                case "client" -> Tokens.department(DEPARTMENT);
                case "outsider" -> Tokens.department("parkeren");
                default -> Tokens.of(caller);
            };
        }
    }

    private VisibilityTable() {}

    public static List<Kind> kinds() {
        return cells().stream().map(Cell::kind).distinct().toList();
    }

    public static List<Cell> cells() {
        var lines = lines();
        var callers = lines.getFirst();
        return lines.stream().skip(1).flatMap(line -> cells(callers, line)).toList();
    }

    private static Stream<Cell> cells(List<String> callers, List<String> line) {
        var kind = new Kind(
                line.get(0).equals("-") ? null : Confidentiality.valueOf(line.get(0)), Status.valueOf(line.get(1)));
        return IntStream.range(2, line.size())
                .filter(column -> CALLERS.contains(callers.get(column)))
                .mapToObj(column -> new Cell(kind, callers.get(column), Visibility.valueOf(line.get(column))));
    }

    private static List<List<String>> lines() {
        try (var table = Objects.requireNonNull(Visibility.class.getResourceAsStream("/visibility/table.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.split(" +")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
