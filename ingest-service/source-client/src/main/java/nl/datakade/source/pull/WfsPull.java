package nl.datakade.source.pull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import okhttp3.HttpUrl;
import org.springframework.stereotype.Component;

/** All features of a type (WFS 2.0), as GeoJSON where the service offers it, else as GML. */
@Component
class WfsPull implements Pull {

    private static final String GML = "application/gml+xml; version=3.2";
    private static final Set<String> OURS =
            Set.of("service", "request", "version", "typenames", "typename", "outputformat", "count", "startindex");

    private final Web web;
    private final PagedJson paged;

    WfsPull(Web web, PagedJson paged) {
        this.web = web;
        this.paged = paged;
    }

    @Override
    public Kind kind() {
        return Kind.WFS;
    }

    @Override
    public Pulled from(Order order) throws IOException {
        var layer = String.valueOf(order.origin().layer());
        var offered = capabilities(order);
        if (!offered.offers(layer)) {
            throw PullFailure.lasting("layer-unknown");
        }
        var size = order.origin().recordsAPage();
        var features = request(order, "GetFeature")
                .setQueryParameter("typeNames", layer)
                .setQueryParameter("count", Integer.toString(size));
        var name = layer.substring(layer.indexOf(':') + 1);
        var json = wantsGml(order) ? null : offered.geoJson();
        if (json == null) {
            var pages = new GmlPages(web, order, features.build(), size);
            var file = new Stitched(pages, pages, GmlPages.PROLOG, "\n", pages::tail);
            return new Pulled.Content(file, GML, order.origin().orFileName(name + ".gml"), -1, Map.of());
        }
        var first = features.setQueryParameter("outputFormat", json).build();
        return paged.features(
                order,
                new OffsetPaging(
                        first, "startIndex", size, List.of("features"), "numberMatched", -1, "application/json, */*"),
                name);
    }

    private static boolean wantsGml(Order order) {
        return order.origin().orMediaType(null).contains("gml");
    }

    private WfsCapabilities capabilities(Order order) throws IOException {
        var url = request(order, "GetCapabilities").build();
        try (var answer = web.open(url, order, "application/xml, text/xml")) {
            return WfsCapabilities.read(new ByteArrayInputStream(answer.readNBytes(Bounded.RECORD)));
        } catch (XMLStreamException malformed) {
            throw PullFailure.lasting("not-understood");
        }
    }

    private static HttpUrl.Builder request(Order order, String request) {
        var url = Web.url(order);
        var builder = url.newBuilder();
        url.queryParameterNames().stream()
                .filter(name -> OURS.contains(name.toLowerCase(java.util.Locale.ROOT)))
                .forEach(builder::removeAllQueryParameters);
        return builder.setQueryParameter("service", "WFS")
                .setQueryParameter("version", "2.0.0")
                .setQueryParameter("request", request);
    }
}
