package nl.datakade.table.geo;

/** One axis of a reference system, with the range it has in the Netherlands. */
public enum Axis {
    LONGITUDE("EPSG:4326", "longitude", 2.5, 7.6),
    LATITUDE("EPSG:4326", "latitude", 50.5, 55.8),
    RD_X("EPSG:28992", "x", 7_000, 300_000),
    RD_Y("EPSG:28992", "y", 289_000, 629_000),
    MERCATOR_X("EPSG:3857", "x", 330_000, 830_000),
    MERCATOR_Y("EPSG:3857", "y", 6_550_000, 7_520_000);

    private final String crs;
    private final String role;
    private final double low;
    private final double high;

    Axis(String crs, String role, double low, double high) {
        this.crs = crs;
        this.role = role;
        this.low = low;
        this.high = high;
    }

    public String crs() {
        return crs;
    }

    public String role() {
        return role;
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }
}
