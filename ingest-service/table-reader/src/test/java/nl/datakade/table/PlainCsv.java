package nl.datakade.table;

import java.util.ArrayList;
import java.util.List;

/** Reads RFC 4180 and nothing else: an independent look at what we write. */
final class PlainCsv {

    private PlainCsv() {}

    static List<List<String>> read(String text) {
        var records = new ArrayList<List<String>>();
        var record = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (doubled) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != ',' && c != '\r' && c != '\n')) {
                cell.append(c);
            } else if (c != '\r') {
                record.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    records.add(List.copyOf(record));
                    record.clear();
                }
            }
        }
        return records;
    }
}
