package nl.datakade.table.json;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.datakade.table.row.CellKind;
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
    private static final Pattern WITHOUT_ZEROS = Pattern.compile("\0", Pattern.LITERAL);

    /** No moment of this era needs so many digits. */
    private static final int MILLIS = 16;

    /** Receives a member's name, value and kind. */
    @FunctionalInterface
    interface Member {
        void is(String name, @Nullable String value, CellKind kind);
    }

    private final boolean features;
    private final List<Envelope.Field> fields;
    private final Set<String> moments;

    JsonRecord(boolean features) {
        this(features, List.of());
    }

    /** @param fields what the document itself says of its columns, in order; empty where it says nothing */
    JsonRecord(boolean features, List<Envelope.Field> fields) {
        this.features = features;
        this.fields = fields;
        this.moments = fields.stream()
                .filter(Envelope.Field::isMoment)
                .map(Envelope.Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean hasFeatures() {
        return features;
    }

    List<Envelope.Field> fields() {
        return fields;
    }

    /** Reads the object, or other value, at which the parser stands. */
    void read(JsonParser parser, Member member) {
        if (parser.currentToken() == JsonToken.START_ARRAY && !fields.isEmpty()) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                member(i < fields.size() ? fields.get(i).name() : "value_" + (i + 1), parser, member);
            }
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            member("value", parser, member);
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            if (!features) {
                if (name.equals(Envelope.ATTRIBUTES) && token == JsonToken.START_OBJECT && !fields.isEmpty()) {
                    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                        var attribute = parser.currentName();
                        parser.nextToken();
                        member(attribute, parser, member);
                    }
                } else {
                    member(name, parser, member);
                }
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

    private void member(String label, JsonParser parser, Member member) {
        var name = WITHOUT_ZEROS.matcher(label).replaceAll("");
        switch (parser.currentToken()) {
            case VALUE_NULL -> member.is(name, null, CellKind.ABSENT);
            case VALUE_TRUE, VALUE_FALSE -> member.is(name, parser.getString(), CellKind.BOOLEAN);
            case VALUE_NUMBER_INT -> number(name, parser.getString(), member);
            case VALUE_NUMBER_FLOAT -> member.is(name, plain(parser.getString()), CellKind.NUMBER);
            case START_OBJECT, START_ARRAY -> member.is(name, nested(parser), CellKind.JSON);
            default -> member.is(name, WITHOUT_ZEROS.matcher(parser.getString()).replaceAll(""), CellKind.TEXT);
        }
    }

    /** A whole number, or the moment that it counts milliseconds to where the document says so. */
    private void number(String name, String digits, Member member) {
        if (digits.length() < MILLIS && moments.contains(name)) {
            member.is(name, Instant.ofEpochMilli(Long.parseLong(digits)).toString(), CellKind.TEMPORAL);
        } else {
            member.is(name, digits, CellKind.NUMBER);
        }
    }

    /** An object or array as it is written: every digit of its numbers, every name in it. */
    private static String nested(JsonParser parser) {
        var text = new StringWriter();
        try (var generator = MAPPER.createGenerator(text)) {
            generator.copyCurrentStructureExact(parser);
        }
        return text.toString();
    }

    private static String plain(String number) {
        if (number.indexOf('e') < 0 && number.indexOf('E') < 0) {
            return number;
        }
        var decimal = new BigDecimal(number);
        return Math.abs((long) decimal.scale()) > 30 ? number : decimal.toPlainString();
    }
}
