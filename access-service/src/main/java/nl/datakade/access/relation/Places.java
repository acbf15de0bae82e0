package nl.datakade.access.relation;

import java.util.List;

/**
 * Functions on places that the engine lacks without its spatial extension, which is a download. They are macros over
 * what it has: well-known text, and rectangles around geometries. Distances are in the units of the coordinates. What a
 * function does not know, such as the distance between two lines, is an error: an empty answer would look like one.
 */
final class Places {

    private static final String POINT = "'^POINT (?:ZM? |M )?\\(([^ )]+) ([^ )]+)'";

    /** The rings of all polygons, each a list of points, each a list of two numbers. */
    private static final String RINGS = "list_transform(regexp_extract_all(st_astext(area), '\\(([^()]+)\\)', 1), "
            + "lambda ring: list_transform(string_split(ring, ', '), "
            + "lambda p: [cast(split_part(p, ' ', 1) as double), cast(split_part(p, ' ', 2) as double)]))";

    /** How often a ray from the point crosses rings; an odd number is inside, holes and several polygons included. */
    private static final String CROSSINGS = "list_sum(list_transform(" + RINGS
            + ", lambda ring: list_sum(list_transform(list_zip(ring[:-2], ring[2:]), lambda side: "
            + "case when (side[1][2] > st_y(place)) <> (side[2][2] > st_y(place)) and st_x(place) < "
            + "(side[2][1] - side[1][1]) * (st_y(place) - side[1][2]) / (side[2][2] - side[1][2]) + side[1][1] "
            + "then 1 else 0 end))))";

    static final List<String> MACROS = List.of(
            macro("st_geomfromtext(wkt)", "cast(wkt as geometry)"),
            macro("st_geometrytype(place)", "regexp_extract(st_astext(place), '^[A-Z]+')"),
            macro(
                    "st_point(x, y)",
                    "cast('POINT (' || cast(x as double) || ' ' || cast(y as double) || ')' as geometry)"),
            macro("st_x(place)", coordinate(1)),
            macro("st_y(place)", coordinate(2)),
            macro("st_distance(one, other)", "sqrt(pow(st_x(one) - st_x(other), 2) + pow(st_y(one) - st_y(other), 2))"),
            // of points in degrees, longitude first: metres over a sphere
            macro(
                    "st_distance_sphere(one, other)",
                    "2 * 6371008.8 * asin(sqrt(pow(sin(radians(st_y(other) - st_y(one)) / 2), 2) + "
                            + "cos(radians(st_y(one))) * cos(radians(st_y(other))) * "
                            + "pow(sin(radians(st_x(other) - st_x(one)) / 2), 2)))"),
            macro("st_dwithin(one, other, distance)", "st_distance(one, other) <= distance"),
            macro(
                    "st_within(place, area)",
                    "case when st_geometrytype(area) not in ('POLYGON', 'MULTIPOLYGON') then "
                            + "error('the second is not an area') "
                            + "when st_geometrytype(place) <> 'POINT' then error('the first is not a point') "
                            + "when place && area then " + CROSSINGS + " % 2 = 1 "
                            + "when place is not null and area is not null then false end"),
            macro("st_contains(area, place)", "st_within(place, area)"));

    private Places() {}

    private static String coordinate(int number) {
        return "case when st_geometrytype(place) <> 'POINT' then error('not a point') else "
                + "cast(nullif(regexp_extract(st_astext(place), " + POINT + ", " + number
                + "), '') as double) end";
    }

    private static String macro(String signature, String expression) {
        return "create macro " + signature + " as " + expression;
    }
}
