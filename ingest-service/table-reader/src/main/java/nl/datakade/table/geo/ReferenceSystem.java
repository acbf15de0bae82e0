package nl.datakade.table.geo;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reference systems by the codes of their authorities, and what files call them. */
public final class ReferenceSystem {

    public static final String UNKNOWN = "unknown";
    public static final String DEGREES = "OGC:CRS84";
    static final String RD = "EPSG:28992";
    static final String MERCATOR = "EPSG:3857";

    private static final Pattern EPSG = Pattern.compile("(?i).*EPSG.*?[:/#](\\d{4,6})|(?i)(?:EPSG:?)?(\\d{4,6})");
    /** One for places and one for heights, of which the first is meant. */
    private static final Pattern COMPOUND = Pattern.compile("(?i)^urn:ogc:def:crs,(crs:[^,]+),.*");

    private static final Pattern CRS84 = Pattern.compile("(?i).*CRS:?84h?");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?is).*(?:AUTHORITY|ID)\\[\"EPSG\",\\s*\"?(\\d{4,6})\"?]\\s*]\\s*");

    /** Other numbers of the same, heights left out. */
    private static final Map<String, String> SAME = Map.of(
            "7415", "28992",
            "900913", "3857",
            "3785", "3857",
            "102100", "3857",
            "102113", "3857",
            "3043", "25831",
            "3044", "25832",
            "103300", "31370",
            "6190", "31370");

    private static final Set<String> IN_DEGREES =
            Set.of(DEGREES, "EPSG:4326", "EPSG:4258", "EPSG:4979", "EPSG:4937", "EPSG:9067", "EPSG:9755");

    /** What descriptions in well-known text call systems, as Shapefiles have them; the first that fits counts. */
    private static final Map<Pattern, String> NAMES = Map.of(
            Pattern.compile("(?is)PROJ(CS|CRS)\\[\"[^\"]*(RD[_ ]New|Rijksdriehoek).*"), RD,
            Pattern.compile("(?is)PROJ(CS|CRS)\\[\"[^\"]*(Web[_ ]Mercator|Pseudo[- ]?Mercator).*"), MERCATOR,
            Pattern.compile("(?is)PROJ(CS|CRS)\\[\"[^\"]*ETRS[^\"]*UTM[_ ]Zone[_ ]31N.*"), "EPSG:25831",
            Pattern.compile("(?is)PROJ(CS|CRS)\\[\"[^\"]*ETRS[^\"]*UTM[_ ]Zone[_ ]32N.*"), "EPSG:25832",
            Pattern.compile("(?is)PROJ(CS|CRS)\\[\"[^\"]*ETRS[^\"]*(LAEA|Azimuthal).*"), "EPSG:3035",
            Pattern.compile("(?is)PROJ(CS|CRS)\\[\"[^\"]*Belge[^\"]*Lambert[_ ](19)?72.*"), "EPSG:31370",
            Pattern.compile("(?is)GEOG(CS|CRS)\\[\"[^\"]*ETRS.*"), "EPSG:4258",
            Pattern.compile("(?is)GEOG(CS|CRS)\\[\"[^\"]*WGS.*"), "EPSG:4326");

    private ReferenceSystem() {}

    /** The code in a name as files give it: a URN, a URL, authority and number; null when there is none in it. */
    public static @Nullable String code(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var stripped = COMPOUND.matcher(name.strip()).replaceFirst("urn:ogc:def:$1");
        if (CRS84.matcher(stripped).matches()) {
            return DEGREES;
        }
        var matcher = EPSG.matcher(stripped);
        if (!matcher.matches()) {
            return null;
        }
        var number = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return "EPSG:" + SAME.getOrDefault(number, number);
    }

    /** The code in a description as well-known text. */
    public static @Nullable String described(String text) {
        var authority = AUTHORITY.matcher(text);
        if (authority.matches()) {
            return code(authority.group(1));
        }
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(text.strip()).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    public static boolean isDegrees(String code) {
        return IN_DEGREES.contains(code);
    }

    /** Whether longitude and latitude can be computed of it. */
    static boolean isConverted(String code) {
        return Projection.CODES.contains(code) || code.equals(MERCATOR) || code.equals(RD);
    }

    /** Whether a full name of it means that the second coordinate goes first, as its authority has them. */
    public static boolean isNorthFirst(String name) {
        return name.matches("(?i)(urn:|https?://www\\.opengis\\.net/def/).*(4326|4258|4979|4937|3035|3034|3043|3044)");
    }
}
