package nl.datakade.source.pull;

import java.io.IOException;
import java.util.List;
import okhttp3.HttpUrl;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A resource of CKAN: what its datastore holds, row by row; without a datastore the file that it names. */
@Component
class CkanPull implements Pull {

    private static final String JSON = "application/json";

    private final Web web;
    private final PagedJson paged;
    private final HttpPull file;
    private final JsonMapper json;
    private final ExactJson exact;

    CkanPull(Web web, PagedJson paged, HttpPull file, JsonMapper json, ExactJson exact) {
        this.web = web;
        this.paged = paged;
        this.file = file;
        this.json = json;
        this.exact = exact;
    }

    @Override
    public Kind kind() {
        return Kind.CKAN;
    }

    @Override
    public Pulled from(Order order) throws IOException {
        var resource = String.valueOf(order.origin().resource());
        var about = about(order, resource);
        if (!about.path("datastore_active").asBoolean(false)) {
            var url = HttpUrl.parse(about.path("url").asString(""));
            if (url == null) {
                throw PullFailure.lasting("nothing-there");
            }
            return file.from(url, order);
        }
        var size = order.origin().recordsAPage();
        var first = action(order, "datastore_search")
                .addQueryParameter("resource_id", resource)
                .addQueryParameter("sort", "_id")
                .addQueryParameter("limit", Integer.toString(size))
                .build();
        var paging = new OffsetPaging(first, "offset", size, List.of("result", "records"), "total", -1, JSON);
        return paged.lines(order, paging, resource, this::withoutRowIds);
    }

    private JsonNode about(Order order, String resource) throws IOException {
        var url =
                action(order, "resource_show").addQueryParameter("id", resource).build();
        try (var answer = web.open(url, order, JSON)) {
            var bytes = answer.readNBytes(Bounded.FACT);
            var told = json.readTree(bytes);
            PageErrors.check(told);
            return told.path("result");
        } catch (JacksonException malformed) {
            throw PullFailure.lasting("not-understood");
        }
    }

    private static HttpUrl.Builder action(Order order, String name) {
        return Web.url(order).newBuilder().addPathSegments("api/3/action/" + name);
    }

    /** CKAN's own numbers change with every upload, though the data does not. */
    private byte[] withoutRowIds(byte[] row) {
        return exact.change(row, record -> {
            if (record instanceof ObjectNode object) {
                object.remove(List.of("_id", "_full_text"));
            }
            return record;
        });
    }
}
