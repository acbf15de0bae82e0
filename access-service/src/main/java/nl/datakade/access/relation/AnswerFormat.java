package nl.datakade.access.relation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How an answer is written: its rows by the worker, what stands around them by the service. */
public enum AnswerFormat {
    JSON("application/json") {
        @Override
        public byte[] head(UUID id, List<Answer.Column> columns) {
            return bytes(
                    "{\"queryId\":\"" + id + "\",\"columns\":" + MAPPER.writeValueAsString(columns) + ",\"rows\":[");
        }

        @Override
        void row(OutputStream out, RowValues values, ResultSet rows, boolean first) throws IOException, SQLException {
            if (!first) {
                out.write(',');
            }
            values.write(rows, out);
        }

        @Override
        public byte[] tail(long rows, boolean truncated) {
            return bytes("],\"rowCount\":" + rows + ",\"truncated\":" + truncated + "}");
        }
    },

    /** RFC 4180; null is an empty field. */
    CSV("text/csv;charset=UTF-8") {
        @Override
        public byte[] head(UUID id, List<Answer.Column> columns) {
            return bytes(
                    columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(",", "", "\r\n")));
        }

        @Override
        void row(OutputStream out, RowValues values, ResultSet rows, boolean first) throws IOException, SQLException {
            var row = new ByteArrayOutputStream();
            values.write(rows, row);
            out.write(bytes(MAPPER.readTree(row.toByteArray())
                    .valueStream()
                    .map(AnswerFormat::field)
                    .collect(Collectors.joining(",", "", "\r\n"))));
        }

        @Override
        public byte[] tail(long rows, boolean truncated) {
            return new byte[0];
        }
    };

    private static final JsonMapper MAPPER = new JsonMapper();

    private final String mediaType;

    AnswerFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What stands before the rows. */
    public abstract byte[] head(UUID id, List<Answer.Column> columns);

    /** What stands after the rows. */
    public abstract byte[] tail(long rows, boolean truncated);

    abstract void row(OutputStream out, RowValues values, ResultSet rows, boolean first)
            throws IOException, SQLException;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String field(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return quoted(value.isContainer() ? value.toString() : value.asString());
    }

    private static String quoted(String text) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
