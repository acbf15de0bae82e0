package nl.datakade.table.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Arcs as straight pieces, since well-known text as most tools read it has none. A piece lies at most 0.0003 times the
 * radius off the arc.
 */
final class Arcs {

    static final int PIECES = 128;

    private Arcs() {}

    /** The points of arcs through each first, second and third point, where the third is the next one's first. */
    static List<String> pieces(List<String> points) {
        var pieces = new ArrayList<String>();
        pieces.add(points.getFirst());
        for (int i = 0; i + 2 < points.size(); i += 2) {
            arc(points.get(i), points.get(i + 1), points.get(i + 2), pieces);
        }
        return pieces;
    }

    /** A full circle through three points, closed. */
    static List<String> circle(List<String> points) {
        var pieces = pieces(points.subList(0, 3));
        if (pieces.size() == 3) {
            return pieces;
        }
        arc(points.get(2), opposite(points), points.get(0), pieces);
        return pieces;
    }

    private static void arc(String first, String middle, String last, List<String> pieces) {
        double[] a = point(first);
        double[] b = point(middle);
        double[] c = point(last);
        double[] centre = centre(a, b, c);
        double from = Math.atan2(a[1] - centre[1], a[0] - centre[0]);
        double turn = turn(from, Math.atan2(c[1] - centre[1], c[0] - centre[0]));
        double toMiddle = turn(from, Math.atan2(b[1] - centre[1], b[0] - centre[0]));
        if (toMiddle > turn) {
            turn -= 2 * Math.PI; // the other way round
        }
        double radius = Math.hypot(a[0] - centre[0], a[1] - centre[1]);
        int steps = Double.isFinite(radius) ? (int) Math.ceil(Math.abs(turn) / (2 * Math.PI) * PIECES) : 0;
        for (int i = 1; i < steps; i++) {
            double angle = from + turn * i / steps;
            pieces.add(text(centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)));
        }
        if (steps == 0) {
            pieces.add(middle); // three points on a line
        }
        pieces.add(last);
    }

    /** How far to turn left, from none to once round. */
    private static double turn(double from, double to) {
        double turn = to - from;
        return turn < 0 ? turn + 2 * Math.PI : turn;
    }

    /** The centre of the circle through three points; not finite when they lie on a line. */
    private static double[] centre(double[] a, double[] b, double[] c) {
        double bx = b[0] - a[0];
        double by = b[1] - a[1];
        double cx = c[0] - a[0];
        double cy = c[1] - a[1];
        double d = 2 * (bx * cy - by * cx);
        double b2 = bx * bx + by * by;
        double c2 = cx * cx + cy * cy;
        return new double[] {a[0] + (cy * b2 - by * c2) / d, a[1] + (bx * c2 - cx * b2) / d};
    }

    private static String opposite(List<String> points) {
        double[] b = point(points.get(1));
        double[] centre = centre(point(points.get(0)), b, point(points.get(2)));
        return text(2 * centre[0] - b[0], 2 * centre[1] - b[1]);
    }

    private static double[] point(String text) {
        int blank = text.indexOf(' ');
        return new double[] {Double.parseDouble(text.substring(0, blank)), Double.parseDouble(text.substring(blank + 1))
        };
    }

    private static String text(double x, double y) {
        return number(x) + " " + number(y);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.9f", value).replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
