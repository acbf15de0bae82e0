package nl.datakade.quality.profile;

/**
 * From the Dutch grid to latitude and longitude by the polynomials of Schreutelkamp and Strang van Hees (2001): right to about
 * half a metre in the Netherlands, enough to see whether two coordinates mean the same place.
 */
final class Rijksdriehoek {
    private static final double METRES_PER_DEGREE = 111_320;

    private Rijksdriehoek() {}

    static double metresBetween(double x, double y, double longitude, double latitude) {
        var dx = (x - 155_000) * 1e-5;
        var dy = (y - 463_000) * 1e-5;
        var north = 3235.65389 * dy
                - 32.58297 * dx * dx
                - 0.2475 * dy * dy
                - 0.84978 * dx * dx * dy
                - 0.0655 * dy * dy * dy
                - 0.01709 * dx * dx * dy * dy
                - 0.00738 * dx
                + 0.0053 * dx * dx * dx * dx
                - 0.00039 * dx * dx * dy * dy * dy
                + 0.00033 * dx * dx * dx * dx * dy
                - 0.00012 * dx * dy;
        var east = 5260.52916 * dx
                + 105.94684 * dx * dy
                + 2.45656 * dx * dy * dy
                - 0.81885 * dx * dx * dx
                + 0.05594 * dx * dy * dy * dy
                - 0.05607 * dx * dx * dx * dy
                + 0.01199 * dy
                - 0.00256 * dx * dx * dx * dy * dy
                + 0.00128 * dx * dy * dy * dy * dy
                + 0.00022 * dy * dy
                - 0.00022 * dx * dx
                + 0.00026 * dx * dx * dx * dx * dx;
        var northMetres = (52.15517440 + north / 3600 - latitude) * METRES_PER_DEGREE;
        var eastMetres =
                (5.38720621 + east / 3600 - longitude) * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
        return Math.hypot(northMetres, eastMetres);
    }
}
