package nl.datakade.table.json;

import nl.datakade.table.geo.ReferenceSystem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** The member of GeoJSON of 2008 that gives a reference system; the format of today has none, exports still write it. */
final class Crs {

    private @Nullable String code;

    /** Reads the value of a member of the document, whatever it is, to its end. */
    void look(String member, JsonParser parser) {
        if (!member.equals("crs") || code != null) {
            parser.skipChildren();
            return;
        }
        JsonNode crs = JsonRecord.MAPPER.readTree(parser);
        var properties = crs.path("properties");
        var name = crs.isString()
                ? crs.stringValue()
                : properties
                        .path("name")
                        .asString(properties
                                .path("href")
                                .asString(properties.path("code").asString("")));
        code = ReferenceSystem.code(name);
        if (code == null && !name.isBlank()) {
            code = ReferenceSystem.UNKNOWN;
        }
    }

    @Nullable
    String code() {
        return code;
    }
}
