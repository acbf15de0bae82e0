package nl.datakade.source.pull;

import java.util.Iterator;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes one file of JSON in pages. */
@Component
class PagedJson {

    private static final String GEO_JSON = "application/geo+json";
    private static final String LINES = "application/x-ndjson";

    private final Web web;
    private final JsonMapper json;

    PagedJson(Web web, JsonMapper json) {
        this.web = web;
        this.json = json;
    }

    /** Features, as one collection. */
    Pulled features(Order order, Paging paging, String name) {
        var pages = new JsonPages(web, order, json, paging);
        var file = new Stitched(
                pages, pages, "{\"type\":\"FeatureCollection\",\"features\":[\n", ",\n", () -> tail(pages));
        return new Pulled.Content(file, GEO_JSON, order.origin().orFileName(name + ".geojson"), -1, Map.of());
    }

    /** Other records, a line each. */
    Pulled lines(Order order, Paging paging, String name, UnaryOperator<byte[]> change) {
        var pages = new JsonPages(web, order, json, paging);
        var file = new Stitched(changed(pages, change), pages, "", "\n", () -> "\n");
        return new Pulled.Content(file, LINES, order.origin().orFileName(name + ".ndjson"), -1, Map.of());
    }

    private static String tail(JsonPages pages) {
        var crs = pages.crs();
        return crs == null ? "\n]}\n" : "\n],\"crs\":" + crs + "}\n";
    }

    private static Iterator<byte[]> changed(Iterator<byte[]> records, UnaryOperator<byte[]> change) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public byte[] next() {
                return change.apply(records.next());
            }
        };
    }
}
