package nl.datakade.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.datakade.table.geo.PlaceEvidence;
import nl.datakade.table.row.Cells;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.RawTable;
import nl.datakade.table.row.UnreadableFile;
import nl.datakade.table.type.ColumnEvidence;
import nl.datakade.table.type.Value;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over all values of a table shows. Columns without a name and without a single value are left out.
 *
 * @param kept for every column its place among the cells of a row
 * @param geometry the column that is GeoJSON, or -1
 * @param texts the columns that are text by what the file itself says
 * @param systems the reference systems that the file itself gives
 * @param sketches of every column's first values, see {@link Sketch}
 */
record FirstPass(
        List<Integer> kept,
        List<String> labels,
        List<@Nullable String> units,
        List<ColumnEvidence> evidence,
        List<PlaceEvidence> places,
        int geometry,
        BitSet texts,
        Map<Integer, String> systems,
        List<@Nullable String> sketches,
        List<Finding> findings) {

    private static final int MAX_COLUMNS = 5_000;

    /** @param missing per column, words that are laid down to mean "missing" */
    static FirstPass over(RawTable raw, Function<List<String>, List<List<String>>> missing) throws IOException {
        var labels = Headings.of(raw.columnLabels());
        int width = labels.size();
        if (width > MAX_COLUMNS) {
            throw new UnreadableFile(
                    "TOO_MANY_COLUMNS",
                    "the table has " + width + " columns, more than " + MAX_COLUMNS,
                    "check the delimiter, or turn the table so that what varies is in rows");
        }
        var words = missing.apply(labels);
        var evidence = new ColumnEvidence[width];
        var places = new PlaceEvidence[width];
        for (int i = 0; i < width; i++) {
            evidence[i] = new ColumnEvidence(words.get(i));
            places[i] = new PlaceEvidence(labels.get(i));
        }
        var sketches = IntStream.range(0, width).mapToObj(_ -> new Sketch()).toList();
        look(raw, width, evidence, places, sketches);
        int[] kept = IntStream.range(0, width)
                .filter(i -> !labels.get(i).isBlank() || evidence[i].values() > 0)
                .toArray();
        int geometry = IntStream.range(0, kept.length)
                .filter(i -> kept[i] == raw.geometryColumn())
                .findFirst()
                .orElse(-1);
        return new FirstPass(
                IntStream.of(kept).boxed().toList(),
                pick(labels, kept),
                units(raw, kept),
                pick(List.of(evidence), kept),
                pick(List.of(places), kept),
                geometry,
                places(raw.textColumns(), kept),
                systems(raw.referenceSystems(), kept),
                texts(sketches, kept),
                findings(labels, kept, Headings.holdData(raw.columnLabels())));
    }

    private static void look(
            RawTable raw, int width, ColumnEvidence[] evidence, PlaceEvidence[] places, List<Sketch> sketches)
            throws IOException {
        int sketched = 0;
        var watch = raw.watch();
        var cells = new Cells();
        var value = new Value();
        try (var rows = new RowsAhead(raw.open())) {
            while (rows.next(cells)) {
                if (cells.problem() != null) {
                    continue;
                }
                int count = Math.min(width, cells.size());
                boolean sketching = sketched++ < Sketch.ROWS;
                for (int i = 0; i < count; i++) {
                    if (watch != null) {
                        watch.see(i, cells);
                    }
                    if (evidence[i].add(
                            cells.bytes(), cells.from(i), cells.to(i), cells.kind(i), cells.line(), value)) {
                        places[i].add(value, cells.line());
                        if (sketching) {
                            sketches.get(i).add(cells.bytes(), cells.from(i), cells.to(i));
                        }
                    }
                }
            }
        }
    }

    private static List<Finding> findings(List<String> labels, int[] kept, boolean headingsHoldData) {
        var findings = new ArrayList<Finding>();
        if (headingsHoldData) {
            findings.add(Finding.warning(
                    "DATA_IN_HEADER",
                    null,
                    "the header has an address or number of a person in it, so none of its cells names a column;"
                            + " lay down which line is the header, or the names"));
        }
        long nameless = IntStream.of(kept).filter(i -> labels.get(i).isBlank()).count();
        if (nameless > 0 && nameless < kept.length) {
            findings.add(Finding.warning("COLUMN_WITHOUT_NAME", null, nameless + " columns have values but no heading")
                    .with(nameless));
        }
        if (kept.length < labels.size()) {
            findings.add(Finding.info(
                            "EMPTY_COLUMN",
                            null,
                            (labels.size() - kept.length) + " columns without heading and values are left out")
                    .with(labels.size() - kept.length));
        }
        return findings;
    }

    private static List<@Nullable String> units(RawTable raw, int[] kept) {
        var units = new ArrayList<@Nullable String>();
        for (int i : kept) {
            units.add(i < raw.units().size() ? raw.units().get(i) : null);
        }
        return units;
    }

    private static BitSet places(BitSet columns, int[] kept) {
        var places = new BitSet();
        IntStream.range(0, kept.length).filter(i -> columns.get(kept[i])).forEach(places::set);
        return places;
    }

    private static Map<Integer, String> systems(Map<Integer, String> given, int[] kept) {
        var systems = new HashMap<Integer, String>();
        for (int i = 0; i < kept.length; i++) {
            var system = given.get(kept[i]);
            if (system != null) {
                systems.put(i, system);
            }
        }
        return systems;
    }

    private static List<@Nullable String> texts(List<Sketch> sketches, int[] kept) {
        var texts = new ArrayList<@Nullable String>();
        for (int i : kept) {
            texts.add(sketches.get(i).text());
        }
        return texts;
    }

    private static <T> List<T> pick(List<T> all, int[] kept) {
        return IntStream.of(kept).mapToObj(all::get).toList();
    }
}
