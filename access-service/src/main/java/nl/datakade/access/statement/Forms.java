package nl.datakade.access.statement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists beside this class: forms of a statement with their parts, and functions. What is not listed is refused. */
final class Forms {

    /** Each form of the parse tree and the parts it may have. */
    static final Map<String, Set<String>> PARTS = parts();

    static final Set<String> FUNCTIONS = words("functions.txt");
    static final Set<String> TABLE_FUNCTIONS = words("table-functions.txt");

    private Forms() {}

    private static Map<String, Set<String>> parts() {
        var parts = new HashMap<String, Set<String>>();
        for (var line : lines("forms.txt")) {
            var words = List.of(line.split(" ", -1));
            parts.put(words.getFirst(), Set.copyOf(words.subList(1, words.size())));
        }
        return Map.copyOf(parts);
    }

    private static Set<String> words(String file) {
        var words = new HashSet<String>();
        lines(file).forEach(line -> words.addAll(List.of(line.split(" ", -1))));
        return Set.copyOf(words);
    }

    private static List<String> lines(String file) {
        try (var resource = Forms.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalStateException(file + " is missing");
            }
            var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
