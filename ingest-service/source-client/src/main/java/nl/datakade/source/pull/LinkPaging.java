package nl.datakade.source.pull;

import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Pages by links: each names the next one (OGC API Features, 7.15.4). */
record LinkPaging(HttpUrl first) implements Paging {

    @Override
    public List<String> path() {
        return List.of("features");
    }

    @Override
    public String total() {
        return "numberMatched";
    }

    @Override
    public long announced() {
        return -1;
    }

    @Override
    public String accept() {
        return "application/geo+json, application/json;q=0.9";
    }

    @Override
    public @Nullable HttpUrl next(Page page) {
        for (var link : page.facts().path("links")) {
            if (link.path("rel").asString("").equals("next") && isJson(link)) {
                return resolved(page.url(), link.path("href").asString(""));
            }
        }
        return null;
    }

    /** A page that cannot be asked is missing: what came before it is not the whole. */
    private static HttpUrl resolved(HttpUrl page, String href) {
        var next = page.resolve(href);
        if (next == null) {
            throw PullFailure.lasting("paging-not-honoured");
        }
        return next;
    }

    private static boolean isJson(JsonNode link) {
        return link.path("type").asString("json").contains("json");
    }
}
