package nl.datakade.table;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import nl.datakade.table.geo.Etrs89;
import nl.datakade.table.geo.Places.Origin;
import nl.datakade.table.parquet.Chunk;
import nl.datakade.table.type.ValueReader;

/** Fills the columns longitude and latitude of a row from its place in another form. */
final class DerivedPlace {

    private static final Pattern WELL_KNOWN_TEXT =
            Pattern.compile("(?i)POINT\\s*Z?\\s*\\(\\s*(-?[\\d.]+)\\s+(-?[\\d.]+)");
    private static final Pattern GEOJSON = Pattern.compile(
            "\"type\":\"Point\".*\"coordinates\":\\[(-?[\\d.]+),(-?[\\d.]+)|\"coordinates\":\\[(-?[\\d.]+),(-?[\\d.]+)[^\\[]*\"type\":\"Point\"");

    private final Origin origin;
    private final int longitude;
    private final Etrs89 place = new Etrs89();

    /** @param longitude number of the column for the longitude; the latitude is next to it */
    DerivedPlace(Origin origin, int longitude) {
        this.origin = origin;
        this.longitude = longitude;
    }

    void fill(Chunk chunk, ValueReader[] readers, boolean present) {
        if (present && locate(readers)) {
            chunk.set(longitude, place.longitude());
            chunk.set(longitude + 1, place.latitude());
        } else {
            chunk.setMissing(longitude);
            chunk.setMissing(longitude + 1);
        }
    }

    Origin origin() {
        return origin;
    }

    private boolean locate(ValueReader[] readers) {
        return switch (origin.kind()) {
            case RD_PAIR -> place.ofRd(readers[origin.x()].asDouble(), readers[origin.y()].asDouble());
            case MERCATOR_PAIR -> place.ofMercator(readers[origin.x()].asDouble(), readers[origin.y()].asDouble());
            case RD_TEXT, DEGREES_TEXT, GEOJSON, RD_GEOJSON, PROJECTED_TEXT, PROJECTED_GEOJSON ->
                locate(new String(readers[origin.x()].bytes(), StandardCharsets.UTF_8));
        };
    }

    private boolean locate(String text) {
        var matcher = (text.startsWith("{") ? GEOJSON : WELL_KNOWN_TEXT).matcher(text);
        if (!matcher.find()) {
            return false;
        }
        int first = matcher.group(1) == null ? 3 : 1;
        double x = Double.parseDouble(matcher.group(first));
        double y = Double.parseDouble(matcher.group(first + 1));
        return switch (origin.kind()) {
            case RD_TEXT, RD_GEOJSON -> place.ofRd(x, y);
            case PROJECTED_TEXT, PROJECTED_GEOJSON -> place.ofSystem(String.valueOf(origin.crs()), x, y);
            default -> place.ofDegrees(x, y);
        };
    }
}
