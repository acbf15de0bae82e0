package nl.datakade.table.geo;

import java.util.Map;
import java.util.Set;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * Longitude and latitude in ETRS89 of places in a projected system of a neighbour or of Europe, by Proj4J. Of systems on
 * ETRS89 the projection is turned back exactly; Belge 1972 comes over by the seven parameters of its authority (EPSG
 * 15929), which is good to about a metre.
 */
final class Projection {

    private static final String ON_ETRS89 = " +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs";

    private static final Map<String, String> PARAMETERS = Map.of(
            "EPSG:25831", "+proj=utm +zone=31" + ON_ETRS89,
            "EPSG:25832", "+proj=utm +zone=32" + ON_ETRS89,
            "EPSG:32631", "+proj=utm +zone=31 +datum=WGS84 +units=m +no_defs",
            "EPSG:32632", "+proj=utm +zone=32 +datum=WGS84 +units=m +no_defs",
            "EPSG:3035", "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000" + ON_ETRS89,
            "EPSG:31370",
                    "+proj=lcc +lat_1=51.16666723333333 +lat_2=49.8333339 +lat_0=90 +lon_0=4.367486666666666"
                            + " +x_0=150000.013 +y_0=5400088.438 +ellps=intl"
                            + " +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747 +units=m +no_defs");

    static final Set<String> CODES = PARAMETERS.keySet();

    private final CoordinateTransform transform;
    private final ProjCoordinate from = new ProjCoordinate();
    private final ProjCoordinate to = new ProjCoordinate();

    Projection(String code) {
        var systems = new CRSFactory();
        var projected = systems.createFromParameters(code, PARAMETERS.get(code));
        var degrees =
                systems.createFromParameters("ETRS89", "+proj=longlat +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +no_defs");
        this.transform = new CoordinateTransformFactory().createTransform(projected, degrees);
    }

    /** False when there is no such place. */
    boolean locate(double x, double y) {
        from.setValue(x, y);
        try {
            transform.transform(from, to);
        } catch (Proj4jException nowhere) {
            return false;
        }
        return Double.isFinite(to.x) && Double.isFinite(to.y) && Math.abs(to.y) <= 90;
    }

    double longitude() {
        return to.x;
    }

    double latitude() {
        return to.y;
    }
}
