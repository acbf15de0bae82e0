package nl.datakade.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import rdnaptrans.Transform;
import rdnaptrans.value.Cartesian;
import rdnaptrans.value.Geographic;

/** A point in metres in the national grid, Rijksdriehoek (EPSG:28992). */
record Point(double x, double y) {
    Point moved(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    Point towards(Point other, double share) {
        return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }

    double distanceTo(Point other) {
        return Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y));
    }

    /** To the millimetre, as departments send it. */
    BigDecimal eastings() {
        return Draw.rounded(x, 3);
    }

    BigDecimal northings() {
        return Draw.rounded(y, 3);
    }

    /** Degrees, rounded to about a decimetre. */
    Degrees degrees() {
        try {
            Geographic degrees = Transform.rd2etrs(new Cartesian(x, y));
            return new Degrees(Draw.rounded(degrees.lambda, 6), Draw.rounded(degrees.phi, 6));
        } catch (IOException e) {
            throw new UncheckedIOException("The correction grid of RDNAPTRANS cannot be read.", e);
        }
    }

    record Degrees(BigDecimal longitude, BigDecimal latitude) {}
}
