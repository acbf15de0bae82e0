package nl.datakade.table.geo;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.datakade.table.type.Names;
import nl.datakade.table.type.Value;
import org.jspecify.annotations.Nullable;

/** Counts for one column how many of its values lie on which axis, or are well-known text. */
public final class PlaceEvidence {

    private static final Pattern WELL_KNOWN_TEXT = Pattern.compile(
            "(?i)(?:SRID=(\\d+);)?(POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|GEOMETRYCOLLECTION)\\s*(?:Z|M|ZM)?\\s*\\(+\\s*(-?[\\d.]+)\\s+(-?[\\d.]+).*",
            Pattern.DOTALL);
    private static final double NEARLY_ALL = 0.9;

    private final boolean named;
    private final String label;
    private final Map<Axis, Long> onAxis = new EnumMap<>(Axis.class);
    private final Map<Axis, Long> firstOff = new EnumMap<>(Axis.class);
    private final FirstPositions positions = new FirstPositions();
    private long numbers;
    private long texts;
    private long wellKnown;
    private long wellKnownRd;
    private long wellKnownDegrees;
    private long points;
    private @Nullable String given;

    public PlaceEvidence(String label) {
        this.label = label;
        this.named = Names.isCoordinate(label);
    }

    /** Looks at a value that has just been looked at for its shape. */
    public void add(Value value, long line) {
        if (named) {
            double number = value.likelyNumber();
            if (!Double.isNaN(number) && number != 0) {
                number(number, line);
            }
        }
        var geometry = value.likelyGeoJson();
        if (geometry != null) {
            positions.add(geometry, line);
        } else if (texts == wellKnown) {
            var text = value.likelyWellKnownText();
            texts++;
            if (text != null) {
                wellKnownText(text);
            }
        }
    }

    private void number(double number, long line) {
        numbers++;
        for (var axis : Axis.values()) {
            if (axis.holds(number)) {
                onAxis.merge(axis, 1L, Long::sum);
            } else {
                firstOff.putIfAbsent(axis, line);
            }
        }
    }

    private void wellKnownText(String text) {
        var matcher = WELL_KNOWN_TEXT.matcher(text);
        if (!matcher.matches()) {
            return;
        }
        wellKnown++;
        double x = Double.parseDouble(matcher.group(3));
        double y = Double.parseDouble(matcher.group(4));
        var code = matcher.group(1) == null ? "" : "EPSG:" + matcher.group(1);
        given = given == null || given.equals(code) ? code : "";
        points += matcher.group(2).equalsIgnoreCase("POINT") ? 1 : 0;
        wellKnownRd += Axis.RD_X.holds(x) && Axis.RD_Y.holds(y) ? 1 : 0;
        wellKnownDegrees += Axis.LONGITUDE.holds(x) && Axis.LATITUDE.holds(y) ? 1 : 0;
    }

    /** The axes nearly all values lie on; ranges overlap, so there may be several. */
    List<Axis> axes() {
        return Arrays.stream(Axis.values())
                .filter(axis -> numbers > 0 && onAxis.getOrDefault(axis, 0L) >= NEARLY_ALL * numbers)
                .toList();
    }

    /** Where geometries in GeoJSON begin. */
    FirstPositions positions() {
        return positions;
    }

    long off(Axis axis) {
        return numbers - onAxis.getOrDefault(axis, 0L);
    }

    @Nullable
    Long firstOff(Axis axis) {
        return firstOff.get(axis);
    }

    boolean isWellKnownText() {
        return wellKnown > 0 && wellKnown == texts;
    }

    boolean isPoints() {
        return points == wellKnown;
    }

    /** The reference system that all the values name. */
    @Nullable
    String givenCrs() {
        return ReferenceSystem.code(given);
    }

    /** The reference system of well-known text, from where it lies. */
    @Nullable
    String wellKnownCrs() {
        return wellKnownRd >= NEARLY_ALL * wellKnown
                ? Axis.RD_X.crs()
                : wellKnownDegrees >= NEARLY_ALL * wellKnown ? Axis.LONGITUDE.crs() : null;
    }

    /** The name says the other axis than the values do. */
    boolean isNamedAgainst(Axis axis) {
        var lower = label.toLowerCase(Locale.ROOT);
        boolean x = lower.startsWith("x") || lower.endsWith("x") || lower.startsWith("lon") || lower.startsWith("lng");
        boolean y = lower.startsWith("y") || lower.endsWith("y") || lower.startsWith("lat");
        return switch (axis) {
            case RD_X, LONGITUDE, MERCATOR_X -> y && !x;
            case RD_Y, LATITUDE, MERCATOR_Y -> x && !y;
        };
    }
}
