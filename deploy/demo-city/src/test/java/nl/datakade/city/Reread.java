package nl.datakade.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the city's files again with other means than those that wrote them; the header comes first. */
final class Reread {
    private static final JsonMapper JSON = new JsonMapper();

    private Reread() {}

    static List<List<String>> delimited(Path file, Charset charset, char delimiter) throws IOException {
        String text = new String(Files.readAllBytes(file), charset);
        var records = new ArrayList<List<String>>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != delimiter && c != '\n' && c != '\r')) {
                cell.append(c);
            } else if (c != '\r') {
                cells.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    records.add(List.copyOf(cells));
                    cells.clear();
                }
            }
        }
        return records;
    }

    static List<List<String>> workbook(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                var workbook = new ReadableWorkbook(content)) {
            var records = new ArrayList<List<String>>();
            for (Row row : workbook.getFirstSheet().read()) {
                records.add(row.stream().map(Reread::text).toList());
            }
            return records;
        }
    }

    private static String text(Cell cell) {
        return cell == null ? "" : cell.getText();
    }

    static JsonNode json(Path file) throws IOException {
        return JSON.readTree(Files.readString(file, UTF_8));
    }

    static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file, UTF_8).stream().map(JSON::readTree).toList();
    }

    static long parquetRows(Path file) throws SQLException {
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM read_parquet('" + file + "')")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
