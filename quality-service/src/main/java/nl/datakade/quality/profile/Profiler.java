package nl.datakade.quality.profile;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.datakade.quality.profile.ColumnProfile.Texts;
import nl.datakade.quality.semantic.Detection;
import nl.datakade.quality.semantic.SemanticTypes;
import nl.datakade.quality.semantic.ValueKind;

/** Measures the tables of a version: a pass over each table, then a look at each column by itself. */
public final class Profiler {
    private final Path temp;
    private final String memory;

    /**
     * A profiler that spills to {@code temp} beyond {@code memory}.
     *
     * @param memory as DuckDB writes it, such as {@code 1GB}
     */
    public Profiler(Path temp, String memory) {
        this.temp = temp;
        this.memory = memory;
    }

    public Profile profile(ProfileRequest request) throws SQLException {
        var tables = new ArrayList<TableProfile>();
        for (var table : request.tables()) {
            if (table.files().isEmpty()) {
                tables.add(new TableProfile(table.name(), 0, 0, List.of(), false, null, List.of()));
                continue;
            }
            try (var engine = new Engine(temp, memory)) {
                engine.open(table.files());
                tables.add(profile(engine, request, table));
            }
        }
        return new Profile(request.asOf(), tables);
    }

    private static TableProfile profile(Engine engine, ProfileRequest request, ProfileRequest.Table table)
            throws SQLException {
        var columns = Overview.of(engine, table.columns());
        var distributions = new HashMap<Integer, Distribution>();
        var withinText = new HashMap<Integer, List<Detection>>();
        for (var column : columns) {
            var distribution = Distribution.of(engine, column, request.asOf());
            distributions.put(column.column().id(), distribution);
            withinText.put(column.column().id(), distribution.withinText());
        }
        var samples = columns.stream()
                .map(column -> at(distributions, column).sample())
                .toList();
        var meanings = new SemanticTypes(request.asOf()).of(samples, withinText);
        var aboutPeople = meanings.values().stream().flatMap(List::stream).anyMatch(Detection::personal);
        var keys = Rows.keys(engine, columns, distributions);
        return new TableProfile(
                table.name(),
                columns.isEmpty() ? 0 : columns.getFirst().rows(),
                keys.isEmpty() ? Rows.duplicates(engine, columns) : 0,
                keys,
                aboutPeople,
                Coordinates.agreement(engine, columns, meanings),
                columns.stream()
                        .map(column -> profile(
                                column,
                                at(distributions, column),
                                meanings.getOrDefault(column.column().id(), List.of()),
                                aboutPeople))
                        .toList());
    }

    private static Distribution at(Map<Integer, Distribution> distributions, Overview.Figures column) {
        var distribution = distributions.get(column.column().id());
        if (distribution == null) {
            throw new IllegalStateException("column " + column.column().id() + " was not measured");
        }
        return distribution;
    }

    private static ColumnProfile profile(
            Overview.Figures column, Distribution distribution, List<Detection> meanings, boolean aboutPeople) {
        var discretion = Discretion.of(meanings.stream().anyMatch(Detection::personal), aboutPeople);
        return new ColumnProfile(
                column.column().id(),
                column.column().name(),
                column.column().label(),
                column.type(),
                column.kind(),
                column.rows(),
                column.rows() - column.filled(),
                distribution.distinct(),
                distribution.exact(),
                discretion.numbers(column),
                discretion.moments(column),
                column.kind() == ValueKind.TEXT && column.filled() > 0
                        ? new Texts(
                                column.shortest(),
                                column.longest(),
                                Rounding.rounded(column.meanLength()),
                                Masks.of(distribution.sample()))
                        : null,
                discretion.top(column, distribution),
                discretion.histogram(column, distribution),
                List.copyOf(meanings),
                discretion.withheld(),
                Measuring.of(column, distribution, meanings));
    }
}
