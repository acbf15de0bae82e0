package nl.datakade.table.geo;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.datakade.table.row.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table say about places.
 *
 * @param columns which column plays what part
 * @param origin where longitude and latitude are to be computed from, when the table has none of its own
 */
public record Places(Map<Integer, Part> columns, @Nullable Origin origin, List<Finding> findings) {

    /** A column's reference system and part in it. */
    public record Part(String crs, String role) {}

    /**
     * The columns that hold a place: an x and a y, or one (twice) that holds both.
     *
     * @param crs of those whose kind does not say it
     */
    public record Origin(int x, int y, Kind kind, @Nullable String crs) {}

    /** How a place is written. */
    public enum Kind {
        RD_PAIR,
        MERCATOR_PAIR,
        RD_TEXT,
        DEGREES_TEXT,
        GEOJSON,
        RD_GEOJSON,
        PROJECTED_TEXT,
        PROJECTED_GEOJSON
    }

    /**
     * Settles what each column is.
     *
     * @param geometry the column that is GeoJSON by its format, or -1
     * @param systems the reference systems that the file itself gives
     */
    public static Places of(List<PlaceEvidence> evidence, int geometry, Map<Integer, String> systems) {
        var parts = new HashMap<Integer, Part>();
        var findings = new ArrayList<Finding>();
        var byAxis = new EnumMap<Axis, Integer>(Axis.class);
        @Nullable Origin text = null;
        var complete = completeSystems(evidence);
        for (int i = 0; i < evidence.size(); i++) {
            var column = evidence.get(i);
            var axis = axis(column, complete);
            if (i == geometry) {
                var crs = crsOfGeoJson(column, systems.get(i));
                parts.put(i, new Part(crs, "geometry"));
                text = origin(i, crs, Kind.RD_GEOJSON, Kind.GEOJSON, Kind.PROJECTED_GEOJSON);
                findings.addAll(column.positions().findings(crs));
                tellSystem(systems.get(i), crs, findings);
            } else if (axis != null) {
                parts.put(i, new Part(axis.crs(), axis.role()));
                byAxis.putIfAbsent(axis, i);
                tell(column, axis, findings);
            } else if (column.isWellKnownText()) {
                var given = systems.getOrDefault(i, column.givenCrs());
                var crs = crsOfText(column, given);
                parts.put(i, new Part(crs, "geometry"));
                tellSystem(given, crs, findings);
                if (column.isPoints() && text == null) {
                    text = origin(i, crs, Kind.RD_TEXT, Kind.DEGREES_TEXT, Kind.PROJECTED_TEXT);
                }
            }
        }
        var origin = origin(byAxis, text);
        if (origin != null && origin.crs() != null) {
            findings.add(Finding.info(
                            "COMPUTED_FROM_SYSTEM",
                            null,
                            "longitude and latitude are computed from " + origin.crs()
                                    + (origin.crs().equals("EPSG:31370") ? ", to about a metre" : ""))
                    .with(origin.crs()));
        }
        return new Places(parts, origin, findings);
    }

    /** Where longitude and latitude of a column's geometries come from; null where its system is not converted. */
    private static @Nullable Origin origin(int column, String crs, Kind rd, Kind degrees, Kind projected) {
        if (crs.equals(ReferenceSystem.RD)) {
            return new Origin(column, column, rd, null);
        }
        if (ReferenceSystem.isDegrees(crs)) {
            return new Origin(column, column, degrees, null);
        }
        return ReferenceSystem.isConverted(crs) ? new Origin(column, column, projected, crs) : null;
    }

    /** What the file gives, unless the places lie where another system would have them. */
    private static String crsOfText(PlaceEvidence column, @Nullable String given) {
        var seen = column.wellKnownCrs();
        if (given == null || seen == null) {
            return given != null ? given : seen != null ? seen : ReferenceSystem.UNKNOWN;
        }
        boolean agree = ReferenceSystem.isDegrees(given) == ReferenceSystem.isDegrees(seen);
        return agree ? given : seen;
    }

    private static void tellSystem(@Nullable String given, String crs, List<Finding> findings) {
        boolean degrees = ReferenceSystem.isDegrees(crs);
        if (given != null && !given.equals(crs) && ReferenceSystem.isDegrees(given) != degrees) {
            findings.add(Finding.warning(
                            "SYSTEM_CONTRADICTED",
                            null,
                            "the file gives " + given + " as its reference system, but the coordinates lie as in " + crs
                                    + ", and are read so")
                    .with(given, crs));
        }
        if (crs.equals(ReferenceSystem.UNKNOWN)) {
            findings.add(
                    Finding.warning(
                            "SYSTEM_UNKNOWN",
                            null,
                            "the coordinates are no longitude and latitude, and nothing says what they are; kept without a reference system"));
        } else if (!degrees && !ReferenceSystem.isConverted(crs)) {
            findings.add(Finding.warning(
                            "SYSTEM_NOT_CONVERTED",
                            null,
                            "the coordinates are in " + crs
                                    + ", of which no longitude and latitude are computed; kept as they stand")
                    .with(crs));
        }
    }

    /** The columns that, read as fractions, would be longitude or latitude of the same places. */
    public static BitSet degrees(List<PlaceEvidence> evidence) {
        var degrees = new BitSet();
        if (completeSystems(evidence).contains(Axis.LONGITUDE.crs())) {
            for (int i = 0; i < evidence.size(); i++) {
                var axes = evidence.get(i).axes();
                degrees.set(i, axes.contains(Axis.LONGITUDE) || axes.contains(Axis.LATITUDE));
            }
        }
        return degrees;
    }

    /** The system in which a geometry in GeoJSON stands: what the file gives, where the places can lie in that. */
    public static String crsOfGeoJson(PlaceEvidence geometry, @Nullable String given) {
        var positions = geometry.positions();
        if (positions.areRd()) {
            return ReferenceSystem.RD;
        }
        if (given != null && !ReferenceSystem.isDegrees(given) && !positions.areOnGlobe()) {
            return given;
        }
        if (positions.areMercator()) {
            return ReferenceSystem.MERCATOR;
        }
        return positions.areInMetres() ? ReferenceSystem.UNKNOWN : ReferenceSystem.DEGREES;
    }

    /** The reference systems of which two columns may be the two axes. */
    private static Set<String> completeSystems(List<PlaceEvidence> evidence) {
        var complete = new HashSet<String>();
        for (var one : evidence) {
            for (var axis : one.axes()) {
                boolean partner = evidence.stream()
                        .filter(other -> other != one)
                        .flatMap(other -> other.axes().stream())
                        .anyMatch(other -> other != axis && other.crs().equals(axis.crs()));
                if (partner) {
                    complete.add(axis.crs());
                }
            }
        }
        return complete;
    }

    /** Of several axes one of a system that has its other axis too, and that the name does not contradict. */
    private static @Nullable Axis axis(PlaceEvidence column, Set<String> complete) {
        var axes = column.axes();
        boolean paired = axes.stream().anyMatch(axis -> complete.contains(axis.crs()));
        var likely = axes.stream()
                .filter(axis -> !paired || complete.contains(axis.crs()))
                .toList();
        return likely.stream()
                .filter(axis -> !column.isNamedAgainst(axis))
                .findFirst()
                .orElse(likely.isEmpty() ? null : likely.getFirst());
    }

    private static @Nullable Origin origin(Map<Axis, Integer> byAxis, @Nullable Origin text) {
        if (byAxis.containsKey(Axis.LONGITUDE) && byAxis.containsKey(Axis.LATITUDE)) {
            return null;
        }
        var rd = pair(byAxis, Axis.RD_X, Axis.RD_Y, Kind.RD_PAIR);
        var mercator = pair(byAxis, Axis.MERCATOR_X, Axis.MERCATOR_Y, Kind.MERCATOR_PAIR);
        return rd != null ? rd : mercator != null ? mercator : text;
    }

    private static @Nullable Origin pair(Map<Axis, Integer> byAxis, Axis x, Axis y, Kind kind) {
        var first = byAxis.get(x);
        var second = byAxis.get(y);
        return first == null || second == null ? null : new Origin(first, second, kind, null);
    }

    private static void tell(PlaceEvidence column, Axis axis, List<Finding> findings) {
        if (column.isNamedAgainst(axis)) {
            findings.add(Finding.warning(
                            "SWAPPED_AXES",
                            null,
                            "the name says one axis and the values lie on the other, " + axis.role())
                    .with(axis.role()));
        }
        if (column.off(axis) > 0) {
            findings.add(Finding.warning(
                            "OUTSIDE_NETHERLANDS",
                            column.firstOff(axis),
                            column.off(axis) + " coordinates lie outside the Netherlands in " + axis.crs())
                    .with(column.off(axis), axis.crs()));
        }
    }
}
