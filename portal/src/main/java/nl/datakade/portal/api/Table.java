package nl.datakade.portal.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to a question, as much of it as a page shows.
 *
 * @param rowCount how many rows there are in the answer
 * @param truncated whether the service itself left rows out
 */
public record Table(List<Column> columns, List<List<@Nullable Object>> rows, long rowCount, boolean truncated) {

    public record Column(String name, @Nullable String type) {

        public boolean numeric() {
            return type != null && type.matches("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL.*");
        }
    }

    /** Are there rows that the page does not show? */
    public boolean cut() {
        return truncated || rowCount > rows.size();
    }

    /** Keeps the first rows and reads over the others, so that memory does not grow with the answer. */
    static Table read(InputStream answer, int most, JsonMapper json) throws IOException {
        List<Column> columns = List.of();
        var rows = new ArrayList<List<@Nullable Object>>();
        var count = 0L;
        var truncated = false;
        try (var parser = json.createParser(answer)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "columns" -> columns = List.of(parser.readValueAs(Column[].class));
                    case "rows" -> read(parser, rows, most);
                    case "rowCount" -> count = parser.getLongValue();
                    case "truncated" -> truncated = parser.getBooleanValue();
                    default -> parser.skipChildren();
                }
            }
        }
        return new Table(columns, Collections.unmodifiableList(rows), count, truncated);
    }

    private static void read(JsonParser parser, List<List<@Nullable Object>> rows, int most) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (rows.size() < most) {
                List<@Nullable Object> row = new ArrayList<>();
                Collections.addAll(row, parser.readValueAs(Object[].class));
                rows.add(row);
            } else {
                parser.skipChildren();
            }
        }
    }
}
