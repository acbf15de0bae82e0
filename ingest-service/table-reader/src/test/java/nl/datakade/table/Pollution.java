package nl.datakade.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One table written in many broken ways, each with what a careful person would read in it. The kinds are those that
 * surveys of published files count: in the file as a whole, in its dialect, and in single rows and cells.
 */
final class Pollution {

    /**
     * A broken file and its true contents; no header when the first row is data.
     *
     * @param raw a character per byte
     */
    record Polluted(String name, String raw, List<String> header, List<List<String>> rows) {

        static Polluted of(String name, byte[] bytes, List<String> header, List<List<String>> rows) {
            return new Polluted(name, new String(bytes, StandardCharsets.ISO_8859_1), header, rows);
        }

        byte[] bytes() {
            return raw.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static final List<String> HEADER = List.of(
            "Datum", "Tijd", "Aantal", "Meetpunt", "Bedrag", "Soort", "Omschrijving", "Adres op internet", "Opmerking");
    private static final List<String> KINDS = List.of("fiets", "bromfiets", "bakfiets, elektrisch", "voetganger");
    private static final List<String> TEXTS = List.of(
            "Telling bij de brug",
            "Telling met \"slimme\" lus, richting centrum",
            "Meetpunt verplaatst\nnaar de overkant",
            "'s Ochtends, vóór de spits",
            "Controle");
    private static final int ROWS = 36;

    private final List<Polluted> all = new ArrayList<>();
    private final List<List<String>> rows = rows();

    static List<Polluted> all() {
        var pollution = new Pollution();
        pollution.files();
        pollution.dialects();
        pollution.encodings();
        pollution.rowsAndCells();
        return pollution.all;
    }

    private static List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(List.of(
                    String.format(Locale.ROOT, "%02d/%02d/2024", 1 + i % 28, 1 + i % 12),
                    String.format(Locale.ROOT, "%02d:%02d", 6 + i % 17, i * 7 % 60),
                    Integer.toString(3 + i * 17 % 400),
                    String.format(Locale.ROOT, "0%d64A", i % 9),
                    String.format(Locale.ROOT, "%d.%02d", 4 + i * 3, i * 11 % 100),
                    KINDS.get(i % KINDS.size()),
                    TEXTS.get(i * 3 % TEXTS.size()),
                    "https://telling.example/" + (100 + i) + "?dag=" + i,
                    i % 4 == 0 ? "nagekeken" : ""));
        }
        return rows;
    }

    private void files() {
        var plain = new Writing();
        add("as it should be", plain.text(HEADER, rows));
        add("no end of line at the end", plain.text(HEADER, rows).stripTrailing());
        add("two ends of line at the end", plain.text(HEADER, rows) + "\r\n");
        add("no header", plain.text(List.of(), rows), List.of(), rows);
        add("nothing but a header", plain.text(HEADER, List.of()), HEADER, List.of());
        add("one row", plain.text(HEADER, rows.subList(0, 1)), HEADER, rows.subList(0, 1));
        add("nothing at all", "", List.of(), List.of());
        add("title", "Fietstellingen van de gemeente\r\n\r\n" + plain.text(HEADER, rows));
        add("title as wide as the table", "Fietstellingen,,,,,,,,\r\n,,,,,,,,\r\n" + plain.text(HEADER, rows));
        add("title of pairs", "Bron,Gemeente\r\nPeildatum,01/01/2024\r\n\r\n" + plain.text(HEADER, rows));
        add("note at the end", plain.text(HEADER, rows) + "\r\nBron: eigen tellingen\r\n");
        add("notes at the end", plain.text(HEADER, rows) + "Bron: eigen tellingen,,,,,,,,\r\n* voorlopig,,,,,,,,\r\n");
        add("blank lines", plain.text(HEADER, rows).replace("\r\n0", "\r\n\r\n0"));
        add("rows of delimiters alone at the end", plain.text(HEADER, rows) + ",,,,,,,,\r\n,,,,,,,,\r\n");
        add("nothing behind the last delimiter", surplus(plain.text(HEADER, rows)));
        add("the delimiter told first", "sep=,\r\n" + plain.text(HEADER, rows));
        add("comments", "# eigen tellingen\r\n" + plain.text(HEADER, rows));
        add("header twice", plain.text(HEADER, rows.subList(0, 9)) + plain.text(HEADER, rows.subList(9, ROWS)));
        add("zero byte before the end of every line", plain.text(HEADER, rows).replace("\r\n0", "\0\r\n0"));
        var narrow = rows.stream().map(row -> List.of(row.get(5))).toList();
        add("one column", plain.text(List.of("Soort"), narrow), List.of("Soort"), narrow);
        var numbers = rows.stream().map(row -> List.of(row.get(2))).toList();
        var amounts =
                rows.stream().map(row -> List.of(row.get(4).replace('.', ','))).toList();
        var bare = new Writing();
        bare.delimiter = ";";
        add("one column of decimal commas", bare.text(List.of("Bedrag"), amounts), List.of("Bedrag"), amounts);
        var pairs = rows.stream().map(row -> List.of(row.get(5), row.get(2))).toList();
        add(
                "title above two columns",
                "Fietstellingen\r\nPeildatum 2024\r\n" + plain.text(List.of("Soort", "Aantal"), pairs),
                List.of("Soort", "Aantal"),
                pairs);
        add("one column of numbers", plain.text(List.of("Aantal"), numbers), List.of("Aantal"), numbers);
    }

    /** Every row with a delimiter at its end, the header too. */
    private static String surplus(String text) {
        return text.replace("nagekeken\r\n", "nagekeken,\r\n")
                .replace(",\r\n", ",,\r\n")
                .replace("nagekeken,,\r\n", "nagekeken,\r\n")
                .replace("Opmerking\r\n", "Opmerking,\r\n");
    }

    private void dialects() {
        for (char delimiter : new char[] {',', ';', '\t', '|', '^', '~'}) {
            for (var end : List.of("\n", "\r\n", "\r")) {
                var style = new Writing();
                style.delimiter = String.valueOf(delimiter);
                style.end = end;
                add(
                        "delimiter " + (int) delimiter + " end " + (int) end.charAt(end.length() - 1) + end.length(),
                        style);
            }
        }
        var spaced = new Writing();
        spaced.delimiter = " ";
        spaced.all = true;
        add("delimiter blank", spaced);
        var padded = new Writing();
        padded.delimiter = ", ";
        add("delimiter and blank", padded);
        for (char quote : new char[] {'"', '\''}) {
            for (boolean everything : new boolean[] {true, false}) {
                for (boolean backslash : new boolean[] {true, false}) {
                    var style = new Writing();
                    style.quote = quote;
                    style.all = everything;
                    style.escape = backslash ? '\\' : quote;
                    add("quote " + quote + (everything ? " everywhere" : "") + (backslash ? " backslash" : ""), style);
                }
            }
        }
    }

    private void encodings() {
        var text = new Writing().text(HEADER, rows);
        for (var name : List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "IBM850")) {
            var mark = name.startsWith("UTF") ? "\uFEFF" : "";
            all.add(Polluted.of("encoding " + name, (mark + text).getBytes(Charset.forName(name)), HEADER, rows));
        }
        var mixed = text.getBytes(StandardCharsets.UTF_8);
        var more = new Writing().text(List.of(), rows).getBytes(StandardCharsets.ISO_8859_1);
        var both = new byte[mixed.length + more.length];
        System.arraycopy(mixed, 0, both, 0, mixed.length);
        System.arraycopy(more, 0, both, mixed.length, more.length);
        var twice = new ArrayList<>(rows);
        twice.addAll(rows);
        all.add(Polluted.of("encodings mixed", both, HEADER, twice));
        add("zero bytes", text.replace("Controle", "Contr\0ole"), HEADER, rows);
    }

    private void rowsAndCells() {
        for (int row : new int[] {0, 1, 2, 17, ROWS - 1}) {
            rowsInAnotherDialect(row);
            for (int column = 0; column < HEADER.size(); column++) {
                cells(row, column);
            }
        }
    }

    private void rowsInAnotherDialect(int row) {
        for (var delimiter : List.of(";", "\t", "|", " ")) {
            var other = new Writing();
            other.delimiter = delimiter;
            other.all = delimiter.equals(" ");
            addRow("delimiter " + (int) delimiter.charAt(0), row, other.line(rows.get(row)), rows.get(row));
        }
        var spaced = new Writing();
        spaced.delimiter = ", ";
        addRow("delimiter and blank", row, spaced.line(rows.get(row)), rows.get(row));
        for (var end : List.of("\n", "\r")) {
            var other = new Writing();
            other.end = end;
            addRow("end " + (int) end.charAt(0), row, other.line(rows.get(row)), rows.get(row));
        }
        var single = new Writing();
        single.quote = '\'';
        single.escape = '\'';
        addRow("quote '", row, single.line(rows.get(row)), rows.get(row));
        var backslash = new Writing();
        backslash.escape = '\\';
        addRow("escape backslash", row, backslash.line(rows.get(row)), rows.get(row));
        var quoted = new Writing();
        quoted.all = true;
        addRow("quotes everywhere", row, quoted.line(rows.get(row)), rows.get(row));
    }

    private void cells(int row, int column) {
        var cells = rows.get(row);
        var plain = new Writing();
        var at = " column " + column;
        var longer = new ArrayList<>(cells);
        longer.add(column, "");
        boolean atEnd = longer.getLast().isEmpty() && column == cells.size() - 1;
        addRow("cell too many" + at, row, plain.line(longer), atEnd ? cells : longer);
        if (column + 1 < cells.size()) {
            var shorter = new ArrayList<>(cells);
            shorter.remove(column);
            var filled = new ArrayList<>(shorter);
            filled.add("");
            addRow("cell too few" + at, row, plain.line(shorter), filled);
        }
        var strayed = cells.stream().map(plain::cell).collect(Collectors.toCollection(ArrayList::new));
        var expected = new ArrayList<>(cells);
        var text = cells.get(column);
        if (!text.isEmpty()) {
            int middle = text.length() / 2;
            expected.set(column, text.substring(0, middle) + "\"" + text.substring(middle));
            var written = plain.cell(text);
            int place = written.indexOf(text.substring(middle));
            strayed.set(column, place < 0 ? written : written.substring(0, place) + "\"" + written.substring(place));
            if (place >= 0) {
                addRow("stray quote" + at, row, String.join(",", strayed) + "\r\n", expected);
            }
        }
    }

    private void addRow(String name, int row, String line, List<String> cells) {
        var plain = new Writing();
        var text = plain.text(HEADER, rows.subList(0, row)) + line + plain.text(List.of(), rows.subList(row + 1, ROWS));
        var expected = new ArrayList<>(rows);
        expected.set(row, cells);
        add("row " + row + " " + name, text, HEADER, expected);
    }

    private void add(String name, Writing style) {
        add(name, style.text(HEADER, rows));
    }

    private void add(String name, String text) {
        add(name, text, HEADER, rows);
    }

    private void add(String name, String text, List<String> header, List<List<String>> expected) {
        all.add(Polluted.of(
                name, text.getBytes(StandardCharsets.UTF_8), header, Collections.unmodifiableList(expected)));
    }

    /** A dialect to write in. */
    private static final class Writing {
        String delimiter = ",";
        String end = "\r\n";
        char quote = '"';
        char escape = '"';
        boolean all;

        String text(List<String> header, List<List<String>> rows) {
            return (header.isEmpty() ? "" : line(header))
                    + rows.stream().map(this::line).collect(Collectors.joining());
        }

        String line(List<String> cells) {
            return cells.stream().map(this::cell).collect(Collectors.joining(delimiter)) + end;
        }

        String cell(String value) {
            boolean special = value.contains(delimiter.substring(0, 1))
                    || value.indexOf(quote) >= 0
                    || value.contains("\n")
                    || value.contains("\r");
            return all || special ? quote + value.replace(String.valueOf(quote), "" + escape + quote) + quote : value;
        }
    }
}
