package nl.datakade.catalog.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.datakade.catalog.version.Versions;
import nl.datakade.platform.problem.InvalidInput;
import org.springframework.stereotype.Component;

/**
 * Which columns can be described: those of the newest version with tables, and before anything was read any. A
 * description of a column that has gone since stays until somebody removes it.
 */
@Component
class KnownColumns {

    private final Versions versions;

    KnownColumns(Versions versions) {
        this.versions = versions;
    }

    void check(Dataset present, Registration said, List<InvalidInput> errors) {
        var described = present.registration().columns().stream()
                .map(column -> List.of(column.table(), column.column()))
                .collect(Collectors.toSet());
        var added = said.columns().stream()
                .map(column -> List.of(column.table(), column.column()))
                .filter(column -> !described.contains(column))
                .toList();
        if (added.isEmpty()) {
            return;
        }
        var known = new HashSet<>(of(present.id()));
        if (!known.isEmpty()) {
            added.stream()
                    .filter(column -> !known.contains(column))
                    .map(column ->
                            InvalidInput.body("columns", "{expected.known-column:" + String.join(".", column) + "}"))
                    .forEach(errors::add);
        }
    }

    private List<List<String>> of(UUID dataset) {
        return versions.readable(dataset).stream()
                .flatMap(version -> version.tables().stream())
                .flatMap(table -> table.columns().stream().map(column -> List.of(table.name(), column.name())))
                .toList();
    }
}
