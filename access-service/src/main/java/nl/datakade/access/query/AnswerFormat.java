package nl.datakade.access.query;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.datakade.access.relation.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How an answer is written; a row comes as a JSON array. */
enum AnswerFormat {
    JSON("application/json") {
        @Override
        void begin(OutputStream out, UUID id, List<Answer.Column> columns) throws IOException {
            write(out, "{\"queryId\":\"" + id + "\",\"columns\":" + MAPPER.writeValueAsString(columns) + ",\"rows\":[");
        }

        @Override
        void row(OutputStream out, String row, boolean first) throws IOException {
            write(out, first ? row : "," + row);
        }

        @Override
        void end(OutputStream out, Answer.Ending.Complete ending) throws IOException {
            write(out, "],\"rowCount\":" + ending.rows() + ",\"truncated\":" + ending.truncated() + "}");
        }
    },

    /** RFC 4180; null is an empty field. */
    CSV("text/csv;charset=UTF-8") {
        @Override
        void begin(OutputStream out, UUID id, List<Answer.Column> columns) throws IOException {
            write(
                    out,
                    columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(",", "", "\r\n")));
        }

        @Override
        void row(OutputStream out, String row, boolean first) throws IOException {
            write(
                    out,
                    MAPPER.readTree(row)
                            .valueStream()
                            .map(AnswerFormat::field)
                            .collect(Collectors.joining(",", "", "\r\n")));
        }

        @Override
        void end(OutputStream out, Answer.Ending.Complete ending) {}
    };

    private static final JsonMapper MAPPER = new JsonMapper();

    private final String mediaType;

    AnswerFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    abstract void begin(OutputStream out, UUID id, List<Answer.Column> columns) throws IOException;

    abstract void row(OutputStream out, String row, boolean first) throws IOException;

    abstract void end(OutputStream out, Answer.Ending.Complete ending) throws IOException;

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
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
