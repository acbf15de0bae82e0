package nl.datakade.portal;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an answer is kept: {@code <path>[.<method>][@<parameter or word of the body>].<status>.<json|csv>}; a more
 * particular one goes first.
 */
record Recorded(String file, int status, String mediaType) {

    private static final List<Integer> STATUSES = List.of(200, 201, 204, 400, 403, 404, 409, 503);

    static List<Recorded> candidates(HttpExchange exchange, String body) {
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        var place = method.equals("GET") ? path : path + "." + method;
        var query = exchange.getRequestURI().getQuery();
        var csv =
                String.valueOf(exchange.getRequestHeaders().getFirst("Accept")).contains("text/csv");
        var found = new ArrayList<Recorded>();
        if (query != null) {
            for (var part : query.split("&", -1)) {
                add(found, place + "@" + part, csv);
            }
        }
        for (var word : body.split("\\W+", -1)) {
            add(found, place + "@" + word, csv);
        }
        add(found, place, csv);
        return found;
    }

    private static void add(List<Recorded> found, String place, boolean csv) {
        for (var status : STATUSES) {
            if (csv && status < 300) {
                found.add(new Recorded(place + "." + status + ".csv", status, "text/csv;charset=UTF-8"));
            }
            found.add(new Recorded(
                    place + "." + status + ".json",
                    status,
                    status < 300 ? "application/json" : "application/problem+json"));
        }
    }
}
