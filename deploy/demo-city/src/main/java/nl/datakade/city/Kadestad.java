package nl.datakade.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The city: seven districts of six neighbourhoods of eight streets. */
final class Kadestad {
    static final String CODE = "GM9999";

    /** Where the city began, in metres in the national grid. */
    static final Point CENTRE = new Point(145_000, 506_500);

    /** No point of the city is further than this from its centre, east or north. */
    static final double EXTENT = 4_500;

    private static final int STREETS = 8;

    private final List<Neighbourhood> neighbourhoods = new ArrayList<>();
    private final List<Street> streets = new ArrayList<>();

    Kadestad() {
        var draw = new Draw("kadestad");
        for (int d = 0; d < DistrictPlan.ALL.size(); d++) {
            DistrictPlan plan = DistrictPlan.ALL.get(d);
            var district = new Neighbourhood.District("WK9999%02d".formatted(d + 1), plan.name(), plan.kind());
            for (int n = 0; n < plan.neighbourhoods().size(); n++) {
                double angle = StrictMath.PI * n / 3;
                Point centre = CENTRE.moved(
                        plan.east() + 560 * StrictMath.cos(angle), plan.north() + 560 * StrictMath.sin(angle));
                var neighbourhood = new Neighbourhood(
                        "BU9999%02d%02d".formatted(d + 1, n + 1),
                        plan.neighbourhoods().get(n),
                        district,
                        centre,
                        (int) (plan.kind().inhabitants * draw.between(0.7, 1.3)));
                neighbourhoods.add(neighbourhood);
                lay(plan, neighbourhood, d, n, draw);
            }
        }
    }

    /** Streets run along a grid that is turned a little differently in every neighbourhood. */
    private void lay(DistrictPlan plan, Neighbourhood neighbourhood, int d, int n, Draw draw) {
        double turn = draw.between(0, StrictMath.PI / 2);
        for (int s = 0; s < STREETS; s++) {
            int index = n * STREETS + s;
            String name = plan.words().get(index % plan.words().size())
                    + plan.endings().get(index / plan.words().size());
            double heading = turn + (s % 2) * StrictMath.PI / 2;
            double offset = 60 * (s - STREETS / 2.0);
            double half = draw.between(80.0, 240.0);
            Point middle = neighbourhood
                    .centre()
                    .moved(-offset * StrictMath.sin(heading) * 0.7, offset * StrictMath.cos(heading) * 0.7);
            double dx = half * StrictMath.cos(heading);
            double dy = half * StrictMath.sin(heading);
            String postcode = "%d %c%c".formatted(1993 + d, (char) ('A' + n), (char) ('K' + s));
            streets.add(new Street(
                    name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                    neighbourhood,
                    postcode,
                    middle.moved(-dx, -dy),
                    middle.moved(dx, dy)));
        }
    }

    List<Neighbourhood> neighbourhoods() {
        return List.copyOf(neighbourhoods);
    }

    List<Street> streets() {
        return List.copyOf(streets);
    }
}
