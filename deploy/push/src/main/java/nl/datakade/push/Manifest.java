package nl.datakade.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A list of what to send: CSV with a header line, or a YAML list, with {@code file}, {@code dataset} and optionally
 * {@code department} and {@code type}. Files stand relative to the list.
 */
record Manifest(Path list) {
    private static final Set<String> KNOWN = Set.of("file", "dataset", "department", "type");

    List<Delivery> deliveries() throws IOException {
        String text = Files.readString(list, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        String name = list.getFileName().toString().toLowerCase(Locale.ROOT);
        var deliveries = new ArrayList<Delivery>();
        int number = 0;
        for (Map<String, String> entry : name.endsWith(".csv") ? csv(text) : yaml(text)) {
            deliveries.add(delivery(entry, ++number));
        }
        return deliveries;
    }

    private Delivery delivery(Map<String, String> entry, int number) {
        for (String key : entry.keySet()) {
            if (!KNOWN.contains(key)) {
                throw new Unusable(
                        "%s: entry %d has %s; expected file, dataset, department, type.".formatted(list, number, key));
            }
        }
        String file = entry.get("file");
        String dataset = entry.get("dataset");
        if (file == null || dataset == null) {
            throw new Unusable("%s: entry %d needs a file and a dataset.".formatted(list, number));
        }
        return new Delivery(
                list.toAbsolutePath().resolveSibling(file), dataset, entry.get("department"), entry.get("type"));
    }

    private List<Map<String, String>> yaml(String text) {
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Object loaded = new Yaml(new SafeConstructor(options)).load(text);
            var entries = new ArrayList<Map<String, String>>();
            for (Object each : loaded instanceof List<?> all ? all : List.of(String.valueOf(loaded))) {
                if (!(each instanceof Map<?, ?> map)) {
                    throw new Unusable(list + ": expected a list of entries, each with a file and a dataset.");
                }
                var entry = new LinkedHashMap<String, String>();
                map.forEach((key, value) -> entry.put(String.valueOf(key), String.valueOf(value)));
                entries.add(entry);
            }
            return entries;
        } catch (YAMLException e) {
            throw new Unusable(list + " is not YAML: " + e.getMessage());
        }
    }

    private List<Map<String, String>> csv(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        char separator = lines.getFirst().indexOf(';') >= 0 ? ';' : ',';
        List<String> header = cells(lines.getFirst(), separator);
        var entries = new ArrayList<Map<String, String>>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line, separator);
            if (cells.size() != header.size()) {
                throw new Unusable("%s: expected %d cells in: %s".formatted(list, header.size(), line));
            }
            var entry = new LinkedHashMap<String, String>();
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    entry.put(header.get(i), cells.get(i));
                }
            }
            entries.add(entry);
        }
        return entries;
    }

    /** As RFC 4180, but for line ends in a cell: a file's name has none. */
    private static List<String> cells(String line, char separator) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** What stands on the command line or in the list cannot be sent as it is. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(@Nullable String message) {
            super(message);
        }
    }
}
