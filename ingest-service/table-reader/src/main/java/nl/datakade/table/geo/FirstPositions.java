package nl.datakade.table.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.datakade.table.row.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Where the first positions of geometries in GeoJSON lie. The format knows no other than longitude and latitude (RFC
 * 7946, 4), but exports in RD are about, and those with the two turned round.
 */
final class FirstPositions {

    private static final Pattern POSITION =
            Pattern.compile("\"coordinates\":\\[+(-?[0-9.]+(?:[eE][-+]?[0-9]+)?),(-?[0-9.]+(?:[eE][-+]?[0-9]+)?)");
    private static final double NEARLY_ALL = 0.9;

    private long all;
    private long degrees;
    private long rd;
    private long turned;
    private long mercator;
    private long onGlobe;
    private @Nullable Long firstOutside;

    void add(String json, long line) {
        var matcher = POSITION.matcher(json);
        if (!matcher.find()) {
            return;
        }
        all++;
        double x = Double.parseDouble(matcher.group(1));
        double y = Double.parseDouble(matcher.group(2));
        onGlobe += Math.abs(x) <= 180 && Math.abs(y) <= 90 ? 1 : 0;
        mercator += Axis.MERCATOR_X.holds(x) && Axis.MERCATOR_Y.holds(y) ? 1 : 0;
        if (Axis.LONGITUDE.holds(x) && Axis.LATITUDE.holds(y)) {
            degrees++;
        } else if (Axis.RD_X.holds(x) && Axis.RD_Y.holds(y)) {
            rd++;
        } else if (Axis.LATITUDE.holds(x) && Axis.LONGITUDE.holds(y)) {
            turned++;
        } else if (firstOutside == null) {
            firstOutside = line;
        }
    }

    boolean areRd() {
        return all > 0 && rd >= NEARLY_ALL * all;
    }

    boolean areMercator() {
        return all > 0 && mercator >= NEARLY_ALL * all;
    }

    /** They may be longitude and latitude. */
    boolean areOnGlobe() {
        return all > 0 && onGlobe >= NEARLY_ALL * all;
    }

    /** They cannot be longitude and latitude. */
    boolean areInMetres() {
        return all > 0 && onGlobe <= (1 - NEARLY_ALL) * all;
    }

    private boolean areTurned() {
        return all > 0 && turned >= NEARLY_ALL * all;
    }

    /** @param system in which they are read */
    List<Finding> findings(String system) {
        var findings = new ArrayList<Finding>();
        if (!areRd() && !ReferenceSystem.isDegrees(system)) {
            if (!system.equals(ReferenceSystem.UNKNOWN)) {
                findings.add(Finding.info(
                                "GEOJSON_IN_SYSTEM",
                                null,
                                "the coordinates are in " + system
                                        + ", which GeoJSON does not know; kept, and labelled as such")
                        .with(system));
            }
            return findings;
        }
        if (areRd()) {
            findings.add(Finding.info(
                    "GEOJSON_IN_RD",
                    null,
                    "the coordinates are in RD, which GeoJSON does not know; kept, and told as EPSG:28992"));
        } else if (areTurned()) {
            findings.add(
                    Finding.warning(
                            "GEOJSON_TURNED",
                            null,
                            "the coordinates stand as latitude, longitude, and GeoJSON has longitude first; kept as they stand"));
        }
        long outside = all - (areRd() ? rd : areTurned() ? turned : degrees);
        if (outside > 0) {
            var crs = areRd() ? Axis.RD_X.crs() : Axis.LONGITUDE.crs();
            findings.add(Finding.warning(
                            "OUTSIDE_NETHERLANDS",
                            firstOutside,
                            outside + " coordinates lie outside the Netherlands in " + crs)
                    .with(outside, crs));
        }
        return findings;
    }
}
