package nl.datakade.table.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.datakade.table.row.Finding;
import org.jspecify.annotations.Nullable;

/** What one pass over a sheet met beside values. */
final class PassNotes {

    private static final class Count {
        private long times;
        private long firstLine;

        private void add(long line) {
            firstLine = times++ == 0 ? line : firstLine;
        }
    }

    private final long headerLine;
    private final Map<Note, Map<Integer, Count>> cells = new EnumMap<>(Note.class);
    private final Map<Integer, Count> merged = new TreeMap<>();
    private final Map<Integer, String> hiddenColumns = new TreeMap<>();
    private final Count hiddenRows = new Count();

    PassNotes(long headerLine) {
        this.headerLine = headerLine;
    }

    void cell(int place, Note note, long line) {
        cells.computeIfAbsent(note, _ -> new TreeMap<>())
                .computeIfAbsent(place, _ -> new Count())
                .add(line);
    }

    void merged(int place, long line) {
        merged.computeIfAbsent(place, _ -> new Count()).add(line);
    }

    void hiddenRow(long line) {
        hiddenRows.add(line);
    }

    void hiddenColumn(int column, long line, String text) {
        if (line == headerLine) {
            hiddenColumns.put(column, text.strip());
        } else {
            hiddenColumns.putIfAbsent(column, "");
        }
    }

    /** The columns that hold codes or lengths of time, whatever their values look like. */
    BitSet texts() {
        var texts = new BitSet();
        for (var note : List.of(Note.CODE, Note.DURATION)) {
            cells.getOrDefault(note, Map.of()).keySet().forEach(texts::set);
        }
        return texts;
    }

    List<Finding> findings(List<String> labels) {
        var findings = new ArrayList<Finding>();
        hidden(findings);
        about(Note.NOT_COMPUTED, labels, findings);
        about(Note.DAY_NOT_SHOWN, labels, findings);
        about(Note.DURATION, labels, findings);
        about(Note.CODE, labels, findings);
        merged.forEach((place, count) -> findings.add(Finding.info(
                        "MERGED_CELLS",
                        count.firstLine,
                        count.times + " rows stand beside a merged cell and have its value")
                .with(count.times)
                .of(null, label(labels, place))));
        return findings;
    }

    private void hidden(List<Finding> findings) {
        if (!hiddenColumns.isEmpty()) {
            var names = new ArrayList<String>();
            hiddenColumns.forEach((column, name) -> names.add(
                    name.isEmpty() ? ColumnLetters.of(column) : ColumnLetters.of(column) + " (" + name + ")"));
            var named = String.join(", ", names);
            findings.add(Finding.warning(
                            "HIDDEN_COLUMNS",
                            null,
                            "columns that are hidden in the sheet are left out: " + named
                                    + "; a read instruction brings them in")
                    .with(named));
        }
        if (hiddenRows.times > 0) {
            findings.add(Finding.warning(
                            "HIDDEN_ROWS",
                            hiddenRows.firstLine,
                            hiddenRows.times
                                    + " rows that are hidden in the sheet are left out; a read instruction brings them in")
                    .with(hiddenRows.times));
        }
    }

    private void about(Note note, List<String> labels, List<Finding> findings) {
        cells.getOrDefault(note, Map.of())
                .forEach((place, count) -> findings.add(finding(note, count).of(null, label(labels, place))));
    }

    private static Finding finding(Note note, Count count) {
        return switch (note) {
            case NOT_COMPUTED ->
                Finding.warning(
                                "FORMULA_WITHOUT_VALUE",
                                count.firstLine,
                                count.times
                                        + " formulas have no stored value and are left empty; open the file in a spreadsheet and save it again")
                        .with(count.times);
            case DAY_NOT_SHOWN ->
                Finding.warning(
                                "DAY_NOT_SHOWN",
                                count.firstLine,
                                count.times
                                        + " values hold a day that the sheet does not show; the time of day is kept, as it shows")
                        .with(count.times);
            case DURATION ->
                Finding.info("DURATION", count.firstLine, "lengths of time, kept as text in hours, minutes and seconds")
                        .with(count.times);
            case CODE, NONE ->
                Finding.info(
                                "SHOWN_AS_CODE",
                                count.firstLine,
                                "the sheet shows these numbers as codes, with zeros or signs of their own; kept as text, as shown")
                        .with(count.times);
        };
    }

    private static @Nullable String label(List<String> labels, int place) {
        var label = place < labels.size() ? labels.get(place) : "";
        return label.isBlank() ? null : label;
    }
}
