package nl.datakade.table.geo;

import java.util.HashMap;
import java.util.Map;

/** Longitude and latitude in ETRS89 of places in other systems. Reused from place to place. */
public final class Etrs89 {

    /**
     * Largest difference, in metres, with the 4,770 official check points of RDNAPTRANS2018 (Z001) in the range of RD:
     * 0.191, on average 0.010.
     */
    public static final double RD_MAXIMUM_ERROR = 0.2;

    static final double RD_MEAN_ERROR = 0.011;

    private static final double EARTH_RADIUS = 6_378_137;

    private final Map<String, Projection> projections = new HashMap<>();
    private final RdTransform rd = new RdTransform();
    private double longitude;
    private double latitude;

    public boolean ofRd(double x, double y) {
        if (!Axis.RD_X.holds(x) || !Axis.RD_Y.holds(y)) {
            return false;
        }
        rd.locate(x, y);
        longitude = rounded(rd.longitude());
        latitude = rounded(rd.latitude());
        return true;
    }

    public boolean ofMercator(double x, double y) {
        longitude = rounded(Math.toDegrees(x / EARTH_RADIUS));
        latitude = rounded(Math.toDegrees(Math.atan(Math.sinh(y / EARTH_RADIUS))));
        return Axis.LONGITUDE.holds(longitude) && Axis.LATITUDE.holds(latitude);
    }

    public boolean ofDegrees(double x, double y) {
        longitude = x;
        latitude = y;
        return Axis.LONGITUDE.holds(x) && Axis.LATITUDE.holds(y);
    }

    /** Of a place in a projected system that is converted, wherever it lies. */
    public boolean ofSystem(String code, double x, double y) {
        if (code.equals(ReferenceSystem.MERCATOR)) {
            ofMercator(x, y);
            return Double.isFinite(longitude) && Math.abs(longitude) <= 180;
        }
        var projection = projections.computeIfAbsent(code, Projection::new);
        boolean there = projection.locate(x, y);
        longitude = rounded(projection.longitude());
        latitude = rounded(projection.latitude());
        return there;
    }

    /** To a tenth of a millimetre: more digits would only look exact. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e9) / 1e9;
    }

    public double longitude() {
        return longitude;
    }

    public double latitude() {
        return latitude;
    }
}
