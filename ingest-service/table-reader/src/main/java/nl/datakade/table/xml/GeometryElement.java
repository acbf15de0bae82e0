package nl.datakade.table.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.datakade.table.geo.ReferenceSystem;
import org.jspecify.annotations.Nullable;

/**
 * A geometry in GML 2 or 3 (OGC 07-036) or KML 2 (OGC 07-147r2) as well-known text, heights left out. Arcs become
 * straight pieces; other curves that are no straight lines are not read.
 */
final class GeometryElement {

    private static final String GML = "http://www.opengis.net/gml";
    private static final String KML = "http://www.opengis.net/kml/";
    private static final String OLD_KML = "http://earth.google.com/kml/";
    private static final int MAX_DEPTH = 20;

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Point", "POINT"),
            Map.entry("LineString", "LINESTRING"),
            Map.entry("Curve", "LINESTRING"),
            Map.entry("LinearRing", "LINESTRING"),
            Map.entry("Polygon", "POLYGON"),
            Map.entry("Surface", "POLYGON"),
            Map.entry("MultiPoint", "MULTIPOINT"),
            Map.entry("MultiLineString", "MULTILINESTRING"),
            Map.entry("MultiCurve", "MULTILINESTRING"),
            Map.entry("MultiPolygon", "MULTIPOLYGON"),
            Map.entry("MultiSurface", "MULTIPOLYGON"),
            Map.entry("MultiGeometry", "GEOMETRYCOLLECTION"));
    private static final Set<String> ARCS = Set.of("Arc", "ArcString", "Circle");
    private static final Set<String> CURVED = Set.of(
            "ArcByBulge",
            "ArcStringByBulge",
            "ArcByCenterPoint",
            "CircleByCenterPoint",
            "Bezier",
            "BSpline",
            "CubicSpline",
            "Clothoid");

    private final XMLStreamReader xml;

    /** Degrees named by a URN stand in the order of their authority: latitude first. */
    private boolean latitudeFirst;

    private int dimension = 2;
    private boolean readable = true;
    private int arcs;

    private @Nullable String system;

    private GeometryElement(XMLStreamReader xml, @Nullable String inherited) {
        this.xml = xml;
        of(inherited);
    }

    static boolean isAt(XMLStreamReader xml) {
        return NAMES.containsKey(xml.getLocalName()) && isGeographic(xml.getNamespaceURI());
    }

    private static boolean isGeographic(@Nullable String namespace) {
        return namespace != null
                && (namespace.startsWith(GML) || namespace.startsWith(KML) || namespace.startsWith(OLD_KML));
    }

    /**
     * The element the reader stands at, read to its end; null when it is no geometry after all.
     *
     * @param inherited the reference system that elements around it give
     */
    static @Nullable String read(XMLStreamReader xml, @Nullable String inherited, GeometryTally tally, String column)
            throws XMLStreamException {
        long line = xml.getLocation().getLineNumber();
        var element = new GeometryElement(xml, inherited);
        var text = element.geometry(0, true);
        if (!element.readable) {
            tally.unread(line);
            return null;
        }
        tally.system(column, element.system);
        if (element.arcs > 0) {
            tally.arcs(element.arcs, line);
        }
        return text;
    }

    private String geometry(int depth, boolean named) throws XMLStreamException {
        var name = xml.getLocalName();
        system();
        var parts = new ArrayList<String>();
        boolean collection = name.equals("MultiGeometry");
        parts(parts, depth, collection);
        var inner = String.join(", ", parts);
        readable &= !parts.isEmpty();
        var text =
                name.equals("LineString") || name.equals("Curve") || name.equals("LinearRing") || name.equals("Point")
                        ? (parts.size() == 1 ? inner : joined(parts))
                        : "(" + inner + ")";
        return named ? NAMES.get(name) + " " + text : text;
    }

    /** The segments of a curve follow each other. */
    private static String joined(List<String> segments) {
        return "(" + String.join(", ", points(segments)) + ")";
    }

    private static List<String> points(List<String> segments) {
        var points = new ArrayList<String>();
        for (var segment : segments) {
            for (var point : segment.substring(1, segment.length() - 1).split(", ", -1)) {
                if (points.isEmpty() || !points.getLast().equals(point)) {
                    points.add(point);
                }
            }
        }
        return points;
    }

    private String arc(String name, int depth) throws XMLStreamException {
        var segments = new ArrayList<String>();
        parts(segments, depth, false);
        var points = points(segments);
        readable &= points.size() > 2 && points.size() % 2 == 1;
        if (!readable) {
            return "()";
        }
        arcs += name.equals("Circle") ? 1 : points.size() / 2;
        return "(" + String.join(", ", name.equals("Circle") ? Arcs.circle(points) : Arcs.pieces(points)) + ")";
    }

    private void parts(List<String> parts, int depth, boolean named) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw new XMLStreamException("geometries are nested too deep");
        }
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var name = xml.getLocalName();
            switch (name) {
                case "pos", "posList" -> {
                    system();
                    parts.add(coordinates(xml.getElementText(), false));
                }
                case "coordinates" -> parts.add(coordinates(xml.getElementText(), true));
                case "LinearRing" -> parts.add(geometry(depth + 1, false));
                case "Ring" -> {
                    var curves = new ArrayList<String>();
                    parts(curves, depth + 1, false);
                    parts.add(joined(curves));
                }
                case "PolygonPatch" -> parts(parts, depth + 1, named);
                default -> {
                    readable &= !CURVED.contains(name);
                    if (ARCS.contains(name)) {
                        parts.add(arc(name, depth + 1));
                    } else if (NAMES.containsKey(name)) {
                        parts.add(geometry(depth + 1, named));
                    } else {
                        parts(parts, depth + 1, named);
                    }
                }
            }
        }
    }

    private void system() {
        var name = xml.getAttributeValue(null, "srsName");
        var dimensions = xml.getAttributeValue(null, "srsDimension");
        dimension = "3".equals(dimensions) ? 3 : dimension;
        of(name);
    }

    private void of(@Nullable String name) {
        if (name != null) {
            system = name;
            latitudeFirst = ReferenceSystem.isNorthFirst(name);
        }
    }

    /** @param tuples whether ordinates are told apart by commas and points by blanks, else all by blanks */
    private String coordinates(String text, boolean tuples) {
        var words = Arrays.stream(text.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        var points = new ArrayList<String>();
        if (tuples) {
            words.forEach(word -> {
                var ordinates = word.split(",", -1);
                readable &= ordinates.length > 1;
                points.add(ordinates.length > 1 ? point(ordinates[0], ordinates[1]) : word);
            });
        } else {
            int step = words.size() == 3 ? 3 : dimension;
            for (int i = 0; i + 1 < words.size(); i += step) {
                points.add(point(words.get(i), words.get(i + 1)));
            }
        }
        readable &= !points.isEmpty();
        return "(" + String.join(", ", points) + ")";
    }

    private String point(String first, String second) {
        var number = "[-+]?[0-9.]+([eE][-+]?[0-9]+)?";
        readable &= first.matches(number) && second.matches(number);
        return latitudeFirst ? second + " " + first : first + " " + second;
    }
}
