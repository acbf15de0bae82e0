package nl.datakade.ingest.table.json;

import java.math.BigDecimal;
import nl.datakade.ingest.table.row.CellKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes one object apart into members; those of a GeoJSON feature's properties count as its own. */
final class JsonRecord {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static final String GEOMETRY = "geometry";
    private static final String FEATURE_ID = "feature_id";

    /** Receives a member's name, value and kind. */
    @FunctionalInterface
    interface Member {
        void is(String name, @Nullable String value, CellKind kind);
    }

    private final boolean features;

    JsonRecord(boolean features) {
        this.features = features;
    }

    boolean hasFeatures() {
        return features;
    }

    /** Reads the object, or other value, at which the parser stands. */
    void read(JsonParser parser, Member member) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            member("value", parser, member);
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            if (!features) {
                member(name, parser, member);
            } else if (name.equals("properties") && token == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    var property = parser.currentName();
                    parser.nextToken();
                    member(property.equals(GEOMETRY) ? "geometry_property" : property, parser, member);
                }
            } else if (name.equals("id")) {
                member(FEATURE_ID, parser, member);
            } else if (name.equals(GEOMETRY)) {
                member(GEOMETRY, parser, member);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void member(String name, JsonParser parser, Member member) {
        switch (parser.currentToken()) {
            case VALUE_NULL -> member.is(name, null, CellKind.ABSENT);
            case VALUE_TRUE, VALUE_FALSE -> member.is(name, parser.getString(), CellKind.BOOLEAN);
            case VALUE_NUMBER_INT -> member.is(name, parser.getString(), CellKind.NUMBER);
            case VALUE_NUMBER_FLOAT -> member.is(name, plain(parser.getString()), CellKind.NUMBER);
            case START_OBJECT, START_ARRAY ->
                member.is(name, MAPPER.readTree(parser).toString(), CellKind.JSON);
            default -> member.is(name, parser.getString(), CellKind.TEXT);
        }
    }

    private static String plain(String number) {
        if (number.indexOf('e') < 0 && number.indexOf('E') < 0) {
            return number;
        }
        var decimal = new BigDecimal(number);
        return Math.abs((long) decimal.scale()) > 30 ? number : decimal.toPlainString();
    }
}
