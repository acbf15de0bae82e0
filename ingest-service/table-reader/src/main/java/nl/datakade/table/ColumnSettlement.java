package nl.datakade.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.datakade.table.geo.Places;
import nl.datakade.table.row.Finding;
import nl.datakade.table.type.ColumnEvidence;
import nl.datakade.table.type.ColumnType;
import nl.datakade.table.type.Continuity;
import nl.datakade.table.type.LaidDownType;
import nl.datakade.table.type.TypeDecision;
import nl.datakade.table.type.TypeDecision.Decided;

/**
 * What the columns of a table are called and what they are: what is laid down goes first, then what they were in the
 * version before as far as their values allow it, then what their values say.
 *
 * @param headings names made of the headings
 * @param names in SQL
 * @param renames the former column of each that was renamed, by its present name
 */
record ColumnSettlement(
        List<String> headings, List<String> names, List<ColumnType> types, Map<String, Known.Column> renames) {

    static ColumnSettlement of(String table, FirstPass seen, ReadOptions options, List<Finding> findings) {
        var headings = SqlNames.of(seen.labels(), "column");
        var names = names(table, headings, options.instructions());
        var decided = TypeDecision.decide(seen.labels(), seen.evidence(), Places.degrees(seen.places()));
        var known = options.known(table);
        var renames = renames(headings, names, decided, seen, known);
        var types = new ArrayList<ColumnType>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (i == seen.geometry()) {
                types.add(ColumnType.geometry(
                        Places.crsOfGeoJson(seen.places().get(i), seen.systems().get(i))));
                continue;
            }
            var laidDown = options.instructions().column(table, headings.get(i));
            var evidence = seen.evidence().get(i);
            if (laidDown.type() != null || laidDown.format() != null) {
                types.add(laidDown(laidDown, evidence, decided.get(i).type()));
                continue;
            }
            if (seen.texts().get(i)) {
                types.add(ColumnType.text(Map.of()));
                continue;
            }
            var before = known.column(name).orElse(renames.get(name));
            var settled = before == null ? decided.get(i) : asBefore(before, evidence, decided.get(i), options);
            settled.findings().forEach(finding -> findings.add(finding.of(table, name)));
            types.add(settled.type());
        }
        return new ColumnSettlement(headings, names, types, renames);
    }

    /** Words that are laid down to mean "missing", by the place of their column. */
    static List<List<String>> missing(String table, List<String> labels, Instructions instructions) {
        return SqlNames.of(labels, "column").stream()
                .map(heading -> instructions.column(table, heading).missing())
                .map(words -> Objects.requireNonNullElse(words, List.<String>of()))
                .toList();
    }

    private static List<String> names(String table, List<String> headings, Instructions instructions) {
        var names = headings.stream()
                .map(heading -> Objects.requireNonNullElse(
                        instructions.column(table, heading).name(), heading))
                .toList();
        return SqlNames.with(List.of(), names);
    }

    private static ColumnType laidDown(Instructions.Column column, ColumnEvidence evidence, ColumnType decided) {
        var format = column.format();
        var type = column.type();
        if (type == null && format != null) {
            type = LaidDownType.implied(format, evidence, decided);
        }
        return LaidDownType.of(Objects.requireNonNull(type), format, evidence, decided);
    }

    private static Decided asBefore(
            Known.Column before, ColumnEvidence evidence, Decided decided, ReadOptions options) {
        return before.values() == 0
                ? decided
                : Continuity.settle(
                        new Continuity.Before(before.type(), before.format()),
                        evidence,
                        decided,
                        options.rejectLimit());
    }

    private static Map<String, Known.Column> renames(
            List<String> headings, List<String> names, List<Decided> decided, FirstPass seen, Known known) {
        var renames = new LinkedHashMap<String, Known.Column>();
        var present = new ArrayList<Renames.Present>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (!name.equals(headings.get(i)) && known.column(name).isEmpty()) {
                known.column(headings.get(i)).ifPresent(former -> renames.put(name, former));
            }
            present.add(new Renames.Present(
                    name,
                    decided.get(i).type().sql(),
                    seen.evidence().get(i).values(),
                    seen.sketches().get(i)));
        }
        var others = known.columns().stream()
                .filter(column -> !renames.containsValue(column))
                .toList();
        renames.putAll(Renames.between(
                others,
                present.stream()
                        .filter(column -> !renames.containsKey(column.name()))
                        .toList()));
        return renames;
    }
}
