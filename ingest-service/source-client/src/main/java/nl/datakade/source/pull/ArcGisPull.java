package nl.datakade.source.pull;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All rows of a layer or table of an ArcGIS FeatureServer, in the order of their object ids. */
@Component
class ArcGisPull implements Pull {

    private static final String JSON = "application/json, application/geo+json";

    private final Web web;
    private final PagedJson paged;
    private final JsonMapper json;
    private final ExactJson exact;

    ArcGisPull(Web web, PagedJson paged, JsonMapper json, ExactJson exact) {
        this.web = web;
        this.paged = paged;
        this.json = json;
        this.exact = exact;
    }

    @Override
    public Kind kind() {
        return Kind.ARCGIS;
    }

    @Override
    public Pulled from(Order order) throws IOException {
        var layer = Web.url(order);
        var about = ask(layer.newBuilder().setQueryParameter("f", "json").build(), order);
        var isTable = about.path("type").asString("").equals("Table");
        var formats = about.path("supportedQueryFormats").asString("").toLowerCase(Locale.ROOT);
        if (!isTable && !formats.contains("geojson")) {
            throw PullFailure.lasting("format-not-offered");
        }
        var most = about.path("maxRecordCount").asInt(order.origin().recordsAPage());
        var size = Math.max(1, Math.min(most, order.origin().recordsAPage()));
        var rows = rows(layer, about, isTable, size);
        var paging =
                new OffsetPaging(rows, "resultOffset", size, List.of("features"), "count", count(layer, order), JSON);
        var name = about.path("name").asString("features");
        return isTable ? paged.lines(order, paging, name, this::attributes) : paged.features(order, paging, name);
    }

    private static HttpUrl rows(HttpUrl layer, JsonNode about, boolean isTable, int size) {
        var query = query(layer)
                .setQueryParameter("outFields", "*")
                .setQueryParameter("resultRecordCount", Integer.toString(size))
                .setQueryParameter("f", isTable ? "json" : "geojson");
        var id = about.path("objectIdField").asString(objectId(about));
        if (!id.isEmpty()) {
            query.setQueryParameter("orderByFields", id);
        }
        if (!isTable) {
            query.setQueryParameter("outSR", "4326");
        }
        return query.build();
    }

    private static String objectId(JsonNode about) {
        for (var field : about.path("fields")) {
            if (field.path("type").asString("").equals("esriFieldTypeOID")) {
                return field.path("name").asString("");
            }
        }
        return "";
    }

    private long count(HttpUrl layer, Order order) throws IOException {
        var url = query(layer)
                .setQueryParameter("returnCountOnly", "true")
                .setQueryParameter("f", "json")
                .build();
        return ask(url, order).path("count").asLong(-1);
    }

    private static HttpUrl.Builder query(HttpUrl layer) {
        var query = layer.newBuilder().addPathSegment("query");
        if (layer.queryParameter("where") == null) {
            query.setQueryParameter("where", "1=1");
        }
        return query;
    }

    private JsonNode ask(HttpUrl url, Order order) throws IOException {
        try (var answer = web.open(url, order, JSON)) {
            var told = json.readTree(answer.readNBytes(Bounded.FACT));
            PageErrors.check(told);
            return told;
        } catch (JacksonException malformed) {
            throw PullFailure.lasting("not-understood");
        }
    }

    private byte[] attributes(byte[] row) {
        return exact.change(row, record -> record.path("attributes"));
    }
}
