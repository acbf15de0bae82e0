package nl.datakade.table.parquet;

/** Reference systems in PROJJSON, as GeoParquet names them: the engine knows none by number. */
final class ProjJson {

    private static final String DEGREES = """
            {"subtype": "ellipsoidal", "axis": [
              {"name": "Geodetic latitude", "abbreviation": "Lat", "direction": "north", "unit": "degree"},
              {"name": "Geodetic longitude", "abbreviation": "Lon", "direction": "east", "unit": "degree"}]}""";

    private static final String METRES = """
            {"subtype": "Cartesian", "axis": [
              {"name": "Easting", "abbreviation": "X", "direction": "east", "unit": "metre"},
              {"name": "Northing", "abbreviation": "Y", "direction": "north", "unit": "metre"}]}""";

    private static final String AMERSFOORT =
            base("Amersfoort", "Amersfoort", "Bessel 1841", "6377397.155", "299.1528128", 4289);
    private static final String ETRS89 =
            base("ETRS89", "European Terrestrial Reference System 1989", "GRS 1980", "6378137", "298.257222101", 4258);
    private static final String WGS84 =
            base("WGS 84", "World Geodetic System 1984", "WGS 84", "6378137", "298.257223563", 4326);
    private static final String BELGE =
            base("BD72", "Reseau National Belge 1972", "International 1924", "6378388", "297", 4313);

    private ProjJson() {}

    /** @param code of an authority; of one that is not described here only the code is given */
    static String of(String code) {
        return switch (code) {
            case "EPSG:28992" ->
                projected(
                        "Amersfoort / RD New",
                        28992,
                        AMERSFOORT,
                        method("Oblique Stereographic", 9809),
                        natural("52.1561605555556", "5.38763888888889", "0.9999079", "155000", "463000"));
            case "EPSG:25831" -> utm("ETRS89 / UTM zone 31N", 25831, ETRS89, "3");
            case "EPSG:25832" -> utm("ETRS89 / UTM zone 32N", 25832, ETRS89, "9");
            case "EPSG:32631" -> utm("WGS 84 / UTM zone 31N", 32631, WGS84, "3");
            case "EPSG:32632" -> utm("WGS 84 / UTM zone 32N", 32632, WGS84, "9");
            case "EPSG:3035" ->
                projected(
                        "ETRS89-extended / LAEA Europe",
                        3035,
                        ETRS89,
                        method("Lambert Azimuthal Equal Area", 9820),
                        degree("Latitude of natural origin", "52")
                                + degree("Longitude of natural origin", "10")
                                + metre("False easting", "4321000")
                                + metre("False northing", "3210000"));
            case "EPSG:3857" ->
                projected(
                        "WGS 84 / Pseudo-Mercator",
                        3857,
                        WGS84,
                        method("Popular Visualisation Pseudo Mercator", 1024),
                        degree("Latitude of natural origin", "0")
                                + degree("Longitude of natural origin", "0")
                                + metre("False easting", "0")
                                + metre("False northing", "0"));
            case "EPSG:31370" ->
                projected(
                        "BD72 / Belgian Lambert 72",
                        31370,
                        BELGE,
                        method("Lambert Conic Conformal (2SP)", 9802),
                        degree("Latitude of false origin", "90")
                                + degree("Longitude of false origin", "4.36748666666667")
                                + degree("Latitude of 1st standard parallel", "51.1666672333333")
                                + degree("Latitude of 2nd standard parallel", "49.8333339")
                                + metre("Easting at false origin", "150000.013")
                                + metre("Northing at false origin", "5400088.438"));
            default -> other(code);
        };
    }

    private static String base(String name, String datum, String ellipsoid, String axis, String flattening, int code) {
        return """
                {"name": "%s", "datum": {"type": "GeodeticReferenceFrame", "name": "%s",
                  "ellipsoid": {"name": "%s", "semi_major_axis": %s, "inverse_flattening": %s}},
                 "coordinate_system": %s, "id": {"authority": "EPSG", "code": %d}}""".formatted(name, datum, ellipsoid, axis, flattening, DEGREES, code);
    }

    private static String utm(String name, int code, String base, String meridian) {
        return projected(
                name, code, base, method("Transverse Mercator", 9807), natural("0", meridian, "0.9996", "500000", "0"));
    }

    private static String projected(String name, int code, String base, String method, String parameters) {
        return """
                {"type": "ProjectedCRS", "name": "%s", "base_crs": %s,
                 "conversion": {"name": "%1$s", "method": %s, "parameters": [%s]},
                 "coordinate_system": %s, "id": {"authority": "EPSG", "code": %d}}""".formatted(name, base, method, parameters.substring(1), METRES, code);
    }

    private static String method(String name, int code) {
        return "{\"name\": \"%s\", \"id\": {\"authority\": \"EPSG\", \"code\": %d}}".formatted(name, code);
    }

    private static String natural(String latitude, String longitude, String scale, String easting, String northing) {
        return degree("Latitude of natural origin", latitude)
                + degree("Longitude of natural origin", longitude)
                + parameter("Scale factor at natural origin", scale, "unity")
                + metre("False easting", easting)
                + metre("False northing", northing);
    }

    private static String degree(String name, String value) {
        return parameter(name, value, "degree");
    }

    private static String metre(String name, String value) {
        return parameter(name, value, "metre");
    }

    private static String parameter(String name, String value, String unit) {
        return ",{\"name\": \"%s\", \"value\": %s, \"unit\": \"%s\"}".formatted(name, value, unit);
    }

    /** So that nobody takes it for degrees. */
    private static String other(String code) {
        var number = code.replaceFirst("^EPSG:", "");
        var id = number.matches("\\d+") ? ", \"id\": {\"authority\": \"EPSG\", \"code\": " + number + "}" : "";
        return """
                {"type": "EngineeringCRS", "name": "%s", "datum": {"name": "%1$s"}, "coordinate_system": %s%s}""".formatted(code.replaceAll("[^A-Za-z0-9:]", ""), METRES, id);
    }
}
