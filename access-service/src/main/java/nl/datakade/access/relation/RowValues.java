package nl.datakade.access.relation;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/** Writes a row of these columns as a JSON array. */
final class RowValues {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private static final Pattern GEOMETRY = Pattern.compile("\\bGEOMETRY\\b");

    /** Which columns hold geometries, in lists and structures too: they leave as well-known text, not as bytes. */
    private final List<Boolean> geometries;

    RowValues(List<Answer.Column> columns) {
        geometries = columns.stream()
                .map(column -> GEOMETRY.matcher(column.type()).find())
                .toList();
    }

    void write(ResultSet rows, OutputStream out) throws SQLException {
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            for (int i = 1; i <= geometries.size(); i++) {
                value(json, geometries.get(i - 1) ? rows.getString(i) : rows.getObject(i));
            }
            json.writeEndArray();
        }
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> json.writeNull();
            case Boolean bool -> json.writeBoolean(bool);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Short number -> json.writeNumber(number);
            case Byte number -> json.writeNumber(number.intValue());
            case BigInteger number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case Double number -> number(json, number);
            case Float number -> number(json, number.doubleValue());
            case Timestamp moment -> json.writeString(moment.toLocalDateTime().toString());
            case Blob blob -> json.writeBinary(blob.getBytes(1, (int) blob.length()));
            case Array list -> list(json, (Object[]) list.getArray());
            case DuckDBStruct struct -> map(json, struct.getMap());
            case Map<?, ?> map -> map(json, map);
            default -> json.writeString(value.toString());
        }
    }

    /** JSON knows no infinity and no not-a-number. */
    private static void number(JsonGenerator json, double number) {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeString(Double.toString(number));
        }
    }

    private static void list(JsonGenerator json, @Nullable Object[] values) throws SQLException {
        json.writeStartArray();
        for (var value : values) {
            value(json, value);
        }
        json.writeEndArray();
    }

    private static void map(JsonGenerator json, Map<?, ?> map) throws SQLException {
        json.writeStartObject();
        for (var entry : map.entrySet()) {
            json.writeName(String.valueOf(entry.getKey()));
            value(json, entry.getValue());
        }
        json.writeEndObject();
    }
}
