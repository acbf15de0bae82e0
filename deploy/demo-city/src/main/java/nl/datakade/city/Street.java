package nl.datakade.city;

/** A street between two points, in one neighbourhood. */
record Street(String name, Neighbourhood neighbourhood, String postcode, Point from, Point to) {
    /** A point beside the road, some metres off its axis. */
    Point beside(Draw draw) {
        return from.towards(to, draw.fraction()).moved(draw.between(-9.0, 9.0), draw.between(-9.0, 9.0));
    }

    int houseNumber(Draw draw) {
        return draw.between(1, Math.max(8, (int) (length() / 4)));
    }

    double length() {
        return from.distanceTo(to);
    }
}
