package nl.datakade.ingest.observation;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.datakade.ingest.stream.StreamColumn;
import nl.datakade.ingest.stream.StreamColumn.Kind;
import nl.datakade.table.SqlNames;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Observations against the columns of their stream. A field that is new becomes a column; one that is known must be of
 * the same kind as ever, or the sender hears so at once, by line.
 */
final class ColumnFit {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_COLUMNS = 200;

    private final Map<String, StreamColumn> columns = new LinkedHashMap<>();
    private final Map<String, Integer> added = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final InvalidObservations wrong = new InvalidObservations();

    private ColumnFit(List<StreamColumn> present) {
        present.forEach(column -> columns.put(column.name(), column));
    }

    /** The columns that hold all of the observations: those present, and perhaps further ones. */
    static List<StreamColumn> columns(List<StreamColumn> present, List<Observation> observations) {
        var fit = new ColumnFit(present);
        observations.forEach(fit::check);
        fit.wrong.requireNone();
        return List.copyOf(fit.columns.values());
    }

    private void check(Observation observation) {
        var seen = new HashSet<String>();
        observation.values().forEach((label, value) -> {
            var name = name(label);
            if (!seen.add(name)) {
                wrong.add(observation.line(), label, "{expected.field-once}");
            } else if (!isKeptExactly(value)) {
                wrong.add(observation.line(), label, "{expected.number-exact}");
            } else if (columns.containsKey(name)) {
                fit(observation.line(), label, columns.get(name), value);
            } else if (columns.size() == MOST_COLUMNS) {
                wrong.add(observation.line(), label, "{expected.columns-at-most:" + MOST_COLUMNS + "}");
            } else {
                add(name, label, kind(value));
            }
        });
    }

    private String name(String label) {
        return names.computeIfAbsent(label, _ -> SqlNames.of(label, "value"));
    }

    private void add(String name, String label, Kind kind) {
        var id = columns.values().stream().mapToInt(StreamColumn::id).max().orElse(0) + 1;
        columns.put(name, new StreamColumn(id, name, label, kind));
        added.put(name, id);
    }

    private void fit(int line, String label, StreamColumn column, JsonNode value) {
        var kind = kind(value);
        if (kind == column.kind() || (column.kind() == Kind.TEXT && kind == Kind.MOMENT)) {
            return;
        }
        if (column.kind() == Kind.MOMENT && kind == Kind.TEXT && added.containsKey(column.name())) {
            // within its first request a column may turn out to hold more than moments
            columns.put(column.name(), new StreamColumn(column.id(), column.name(), column.label(), Kind.TEXT));
            return;
        }
        wrong.add(
                line,
                label,
                switch (column.kind()) {
                    case NUMBER -> "{expected.number}";
                    case TEXT -> "{expected.text}";
                    case MOMENT -> "{expected.moment-value}";
                    case TRUTH -> "{expected.true-or-false}";
                });
    }

    /** Numbers are doubles in the table; a whole one that is not there would silently become another. */
    private static boolean isKeptExactly(JsonNode value) {
        return !value.isIntegralNumber()
                || (Double.isFinite(value.doubleValue())
                        && new BigDecimal(value.doubleValue()).compareTo(new BigDecimal(value.bigIntegerValue())) == 0);
    }

    private static Kind kind(JsonNode value) {
        if (value.isNumber()) {
            return Double.isFinite(value.doubleValue()) ? Kind.NUMBER : Kind.TEXT;
        }
        if (value.isBoolean()) {
            return Kind.TRUTH;
        }
        return Moments.isMoment(value.asString()) ? Kind.MOMENT : Kind.TEXT;
    }

    /** One line of JSON for each, under the names of the columns, moments in UTC. */
    static byte[] lines(List<StreamColumn> columns, List<Observation> observations) {
        var fit = new ColumnFit(columns);
        var out = new ByteArrayOutputStream(observations.size() * 128);
        for (var observation : observations) {
            try (var line = JSON.createGenerator(out)) {
                line.writeStartObject();
                observation.values().forEach((label, value) -> {
                    var column = java.util.Objects.requireNonNull(fit.columns.get(fit.name(label)));
                    line.writeName(column.name());
                    write(line, column.kind(), value);
                });
                line.writeEndObject();
            }
            out.write('\n');
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator line, Kind kind, JsonNode value) {
        switch (kind) {
            case NUMBER -> line.writeNumber(value.doubleValue());
            case TRUTH -> line.writeBoolean(value.booleanValue());
            case TEXT -> line.writeString(value.asString());
            case MOMENT ->
                line.writeString(Moments.instant(value.asString()).orElseThrow().toString());
        }
    }
}
