package nl.datakade.table.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.datakade.table.type.Shape;
import org.jspecify.annotations.Nullable;

/** A header of one line or more, with a line of units under it perhaps. */
final class HeaderLines {

    private static final int MAX_UNIT = 14;
    private static final int MAX_HEADERS = 5;

    /** Rows below a line of words that is no row, so that their values show what it is. */
    private static final int ENOUGH_ROWS = 3;

    /** Values of a column among which a word that names it would be met, were it one of them. */
    private static final int ENOUGH_VALUES = 3;

    /** Words that name what stands below rather than stand there. */
    private static final Set<String> NAMING = Set.of(
            "naam",
            "voornaam",
            "achternaam",
            "adres",
            "straat",
            "straatnaam",
            "huisnummer",
            "nummer",
            "nr",
            "postcode",
            "plaats",
            "woonplaats",
            "gemeente",
            "wijk",
            "buurt",
            "telefoon",
            "e-mail",
            "email",
            "datum",
            "tijd",
            "jaar",
            "maand",
            "soort",
            "type",
            "code",
            "id",
            "omschrijving",
            "opmerking",
            "status",
            "aantal",
            "totaal",
            "bedrag",
            "prijs",
            "lengte",
            "breedte",
            "hoogte",
            "van",
            "tot",
            "begin",
            "einde",
            "man",
            "vrouw",
            "mannen",
            "vrouwen",
            "functie",
            "afdeling",
            "locatie",
            "waarde",
            "eenheid",
            "categorie",
            "bron",
            "titel",
            "kleur",
            "materiaal");

    private final int width;
    private final List<String> labels = new ArrayList<>();
    private List<@Nullable String> units = List.of();
    private int lines = 1;
    private boolean divided;

    private HeaderLines(int width) {
        this.width = width;
    }

    /** Without any header, or with the lines that somebody said it has. */
    static HeaderLines of(List<SampleRow> lines, int width) {
        var header = new HeaderLines(width);
        for (int i = 0; i < width; i++) {
            header.labels.add("");
        }
        lines.forEach(header::join);
        header.lines = lines.size();
        return header;
    }

    /** Without a line of its own: the labels stand somewhere else. */
    static HeaderLines named(List<String> labels) {
        var header = new HeaderLines(labels.size());
        header.labels.addAll(labels);
        header.lines = 0;
        return header;
    }

    /** The first line with those that belong to it by the looks of them and of what stands below. */
    static HeaderLines at(int first, List<SampleRow> rows, int width) {
        var header = of(rows.subList(first, first + 1), width);
        header.extend(first, rows);
        return header;
    }

    private void extend(int first, List<SampleRow> rows) {
        while (units.isEmpty() && lines < MAX_HEADERS && rows.size() - first - lines > 1) {
            var row = rows.get(first + lines);
            int next = first + lines + 1;
            if (rows.get(next - 2).isApartFrom(row)) {
                return;
            }
            var heads = rows.subList(first, next);
            var body = SampleRow.without(heads, rows.subList(next, rows.size()));
            int from = Math.max(next, Math.min(first + MAX_HEADERS, rows.size() - 2));
            var below = SampleRow.dominant(SampleRow.without(heads, rows.subList(from, rows.size())), width);
            if (isDivision(row, below, body)) {
                spread(row);
                join(row);
                divided = true;
            } else if (rows.size() - next < ENOUGH_ROWS || !hasWordsForValues(row, below)) {
                return;
            } else if (isUnits(row, below)) {
                units = cells(row);
            } else if (goesOn(row, below, rows.get(next))) {
                join(row);
            } else {
                return;
            }
            lines++;
        }
    }

    /** One more line of headings above, each of which goes for the columns up to the next. */
    void under(SampleRow above) {
        var heading = "";
        for (int i = 0; i < width; i++) {
            heading = above.has(i) ? above.cells().get(i).strip() : heading;
            labels.set(i, (heading + " " + labels.get(i)).strip());
        }
        lines++;
    }

    int lines() {
        return lines;
    }

    List<String> labels() {
        return labels;
    }

    List<@Nullable String> units() {
        return units;
    }

    /** Headings that span several columns were joined with those under them. */
    boolean isDivided() {
        return divided;
    }

    /** Under headings that span several columns, one that names each: words, or years. */
    private boolean isDivision(SampleRow row, List<Shape> below, List<SampleRow> body) {
        int first = 0;
        while (first < width && labels.get(first).isEmpty()) {
            first++;
        }
        int spanned = 0;
        int evidence = 0;
        for (int i = 0; i < width; i++) {
            if (labels.get(i).isEmpty()) {
                if (!row.has(i)) {
                    return false;
                }
                spanned += i > first ? 1 : 0;
                evidence += i > first && (below.get(i).isTyped() || isNoValueOf(i, row, body)) ? 1 : 0;
            }
            if (row.has(i)
                    && row.shapes().get(i) != Shape.TEXT
                    && !isYear(row.cells().get(i).strip())) {
                return false;
            }
        }
        return spanned > 0 && (evidence * 2 > spanned || isMirrored(row, body));
    }

    /** A word that names things, or one that is not among values that come back. */
    private static boolean isNoValueOf(int column, SampleRow row, List<SampleRow> body) {
        var word = row.cells().get(column).strip();
        var values = body.stream()
                .filter(other -> other.has(column))
                .map(other -> other.cells().get(column).strip())
                .toList();
        var distinct = new HashSet<>(values);
        if (distinct.contains(word)) {
            return false;
        }
        boolean comesBack = values.size() > ENOUGH_VALUES && distinct.size() * 2 <= values.size();
        return comesBack || NAMING.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The same words under two headings, none of them a value below. */
    private boolean isMirrored(SampleRow row, List<SampleRow> body) {
        var seen = new HashSet<String>();
        boolean mirrored = false;
        for (int i = 0; i < width; i++) {
            int column = i;
            if (row.has(i)) {
                var word = row.cells().get(i);
                if (body.stream()
                        .anyMatch(other ->
                                other.has(column) && other.cells().get(column).equals(word))) {
                    return false;
                }
                mirrored |= !seen.add(word);
            }
        }
        return mirrored;
    }

    static boolean isYear(String text) {
        return text.matches("(18|19|20)\\d\\d");
    }

    /** A heading goes for the columns after it that have none of their own. */
    private void spread(SampleRow row) {
        for (int i = 1; i < labels.size(); i++) {
            if (labels.get(i).isEmpty() && row.has(i - 1)) {
                labels.set(i, labels.get(i - 1));
            }
        }
    }

    /** One more line of the header. */
    private void join(SampleRow row) {
        for (int i = 0; i < Math.min(labels.size(), row.cells().size()); i++) {
            var text = row.cells().get(i).strip();
            if (!text.isEmpty() && !text.equals(labels.get(i))) {
                labels.set(i, labels.get(i).isEmpty() ? text : labels.get(i) + " " + text);
            }
        }
    }

    /** A row under the header with words where the rows below it have numbers or dates: units, or more header. */
    private static boolean hasWordsForValues(SampleRow row, List<Shape> shapes) {
        int typed = 0;
        int words = 0;
        for (int i = 0; i < shapes.size(); i++) {
            if (!shapes.get(i).isTyped()) {
                continue;
            }
            typed++;
            if (row.has(i)) {
                if (row.shapes().get(i) != Shape.TEXT) {
                    return false;
                }
                words++;
            }
        }
        return words > 0 && words * 2 >= typed;
    }

    /** Most words where values stand are units; a first row with remarks in it is a row. */
    private static boolean isUnits(SampleRow row, List<Shape> shapes) {
        int words = 0;
        int units = 0;
        for (int i = 0; i < shapes.size(); i++) {
            if (!shapes.get(i).isTyped() || !row.has(i)) {
                continue;
            }
            var text = row.cells().get(i).strip();
            if (text.length() > MAX_UNIT) {
                return false;
            }
            words++;
            units += UnitWords.has(text) ? 1 : 0;
        }
        return units * 2 > words;
    }

    /** One more line of headings: words in every column of values, with another such line below or nothing else beside. */
    private static boolean goesOn(SampleRow row, List<Shape> shapes, SampleRow next) {
        var words = new ArrayList<String>();
        boolean alone = true;
        for (int i = 0; i < shapes.size(); i++) {
            if (!shapes.get(i).isTyped()) {
                alone &= !row.has(i);
            } else if (row.has(i)) {
                words.add(row.cells().get(i));
            } else {
                return false;
            }
        }
        boolean distinct = new HashSet<>(words).size() == words.size();
        return words.size() > 1 && (hasWordsForValues(next, shapes) || (alone && distinct));
    }

    private List<@Nullable String> cells(SampleRow row) {
        var cells = new ArrayList<@Nullable String>();
        for (int i = 0; i < width; i++) {
            var text = i < row.cells().size() ? row.cells().get(i).strip() : "";
            cells.add(text.isEmpty() ? null : text);
        }
        return cells;
    }
}
