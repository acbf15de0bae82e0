package nl.datakade.city;

/**
 * A <i>buurt</i> with its code in the manner of CBS: municipality 9999, district (<i>wijk</i>) and neighbourhood two
 * digits each.
 */
record Neighbourhood(String code, String name, District district, Point centre, int inhabitants) {

    record District(String code, String name, Kind kind) {}

    /** What decides how busy, green and old a district is. */
    enum Kind {
        CENTRE(2_400, 1.0, 0.35),
        PREWAR(3_300, 0.85, 0.6),
        POSTWAR(3_100, 0.7, 1.0),
        NEW(2_700, 0.55, 0.8),
        VILLAGE(1_500, 0.45, 1.2),
        INDUSTRY(250, 0.5, 0.25),
        GREEN(900, 0.25, 1.8);

        final int inhabitants;
        final double bustle;
        final double green;

        Kind(int inhabitants, double bustle, double green) {
            this.inhabitants = inhabitants;
            this.bustle = bustle;
            this.green = green;
        }
    }

    double bustle() {
        return district.kind().bustle;
    }

    double green() {
        return district.kind().green;
    }
}
