package nl.datakade.source.pull;

import okhttp3.HttpUrl;
import org.springframework.stereotype.Component;

/** All items of a collection (OGC API Features), as one collection of features. */
@Component
class OgcFeaturesPull implements Pull {

    private final PagedJson paged;

    OgcFeaturesPull(PagedJson paged) {
        this.paged = paged;
    }

    @Override
    public Kind kind() {
        return Kind.OGC_FEATURES;
    }

    @Override
    public Pulled from(Order order) {
        var items = items(Web.url(order));
        var first = items.queryParameter("limit") != null
                ? items
                : items.newBuilder()
                        .setQueryParameter(
                                "limit", Integer.toString(order.origin().recordsAPage()))
                        .build();
        var segments = items.pathSegments();
        return paged.features(order, new LinkPaging(first), segments.get(Math.max(0, segments.size() - 2)));
    }

    /** The address may be that of the collection. */
    private static HttpUrl items(HttpUrl address) {
        return address.pathSegments().contains("items")
                ? address
                : address.newBuilder().addPathSegment("items").build();
    }
}
