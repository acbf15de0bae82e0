package nl.datakade.ingest.source.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.datakade.ingest.source.Outside;
import org.junit.jupiter.api.Test;

/** Feature services (WFS 2.0), played by the letter of the specification. */
class WfsSourceIT extends PagedService {

    private String capabilities = "";

    @Test
    void aWfsThatOffersGeoJsonIsReadAsSuchWithItsReferenceSystem() {
        capabilities("application/gml+xml; version=3.2", "application/json");
        outside.at("/wfs", (request, exchange) -> {
            if (request.asks("GetCapabilities")) {
                Outside.send(exchange, 200, "application/xml", capabilities);
                return;
            }
            assertThat(request.query())
                    .containsEntry("typenames", "stad:bomen")
                    .containsEntry("outputformat", "application/json")
                    .containsEntry("map", "stad");
            var from = request.number("startindex", 0);
            var to = Math.min(ALL, from + request.number("count", 10));
            Outside.send(exchange, 200, "application/json", """
                    {"type":"FeatureCollection","features":[%s],"totalFeatures":%d,"numberMatched":%d,"numberReturned":%d,
                     "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4326"}}}""".formatted(features(from, to), ALL, ALL, to - from));
        });

        var run = steward.fetch(name, fields("WFS", "/wfs?map=stad") + ",\"layer\":\"stad:bomen\",\"pageSize\":10");
        assertThat(ids(run)).hasSize(ALL);
        assertThat(landed(run)).contains("\"crs\":{\"type\":\"name\"");
        assertThat(tables(run)).contains("\"rows\":25");
    }

    @Test
    void aWfsThatOffersGmlOnlyBecomesOneCollection() {
        capabilities("application/gml+xml; version=3.2");
        outside.at("/wfs", (request, exchange) -> {
            if (request.asks("GetCapabilities")) {
                Outside.send(exchange, 200, "application/xml", capabilities);
                return;
            }
            var from = request.number("startindex", 0);
            var to = Math.min(ALL, from + request.number("count", 10));
            Outside.send(exchange, 200, "application/gml+xml; version=3.2", gml(from, to));
        });

        var run = steward.fetch(name, fields("WFS", "/wfs") + ",\"layer\":\"bomen\",\"pageSize\":10");
        var landed = landed(run);
        assertThat(landed.split("<wfs:member", -1)).hasSize(ALL + 1);
        assertThat(landed.split("<wfs:FeatureCollection", -1)).hasSize(2);
        assertThat(landed).endsWith("</wfs:FeatureCollection>\n").contains("R&amp;D");
        assertThat(tables(run)).contains("\"rows\":25");
        assertThat(state(steward.run(name))).isEqualTo("SAME");
    }

    @Test
    void aServiceThatDoesNotPageIsNotTakenTwice() {
        capabilities("application/json");
        outside.at(
                "/wfs",
                (request, exchange) -> Outside.send(
                        exchange,
                        200,
                        "application/json",
                        request.asks("GetCapabilities")
                                ? capabilities
                                : "{\"type\":\"FeatureCollection\",\"numberMatched\":25,\"features\":["
                                        + features(0, 10) + "]}"));

        var run = steward.fetch(name, fields("WFS", "/wfs") + ",\"layer\":\"bomen\",\"pageSize\":10");
        assertThat(reason(run)).isEqualTo("paging-not-honoured");
    }

    @Test
    void whatTheServiceDoesNotHaveIsSaid() {
        capabilities("application/json");
        outside.at("/wfs", (_, exchange) -> Outside.send(exchange, 200, "application/xml", capabilities));

        assertThat(reason(steward.fetch(name, fields("WFS", "/wfs") + ",\"layer\":\"huizen\"")))
                .isEqualTo("layer-unknown");
        outside.at("/geen", "text/html", "<html><body>not a service</html>");
        assertThat(reason(steward.fetch(name + "-a", fields("WFS", "/geen") + ",\"layer\":\"x\"")))
                .isEqualTo("not-understood");
    }

    private void capabilities(String... formats) {
        var values = Arrays.stream(formats)
                .map("<ows:Value>%s</ows:Value>"::formatted)
                .collect(Collectors.joining());
        capabilities = """
                <?xml version="1.0"?>
                <wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0"
                    xmlns:ows="http://www.opengis.net/ows/1.1">
                  <ows:OperationsMetadata>
                    <ows:Operation name="GetPropertyValue">
                      <ows:Parameter name="outputFormat"><ows:AllowedValues><ows:Value>text/json</ows:Value>
                      </ows:AllowedValues></ows:Parameter></ows:Operation>
                    <ows:Operation name="GetFeature">
                      <ows:Parameter name="resultType"><ows:AllowedValues><ows:Value>hits</ows:Value>
                      </ows:AllowedValues></ows:Parameter>
                      <ows:Parameter name="outputFormat"><ows:AllowedValues>%s</ows:AllowedValues></ows:Parameter>
                    </ows:Operation>
                  </ows:OperationsMetadata>
                  <wfs:FeatureTypeList><wfs:FeatureType><wfs:Name>stad:bomen</wfs:Name></wfs:FeatureType>
                  </wfs:FeatureTypeList>
                </wfs:WFS_Capabilities>""".formatted(values);
    }

    private static String gml(int from, int to) {
        var members = IntStream.range(from, to).mapToObj("""
                        <wfs:member><stad:bomen gml:id="b.%1$d"><stad:id>%1$d</stad:id><stad:soort>R&amp;D</stad:soort>
                        </stad:bomen></wfs:member>"""::formatted).collect(Collectors.joining("\n"));
        var extra = from > 0 ? " xmlns:later=\"http://later.example\"" : "";
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:stad="http://stad.example"
                    xmlns:gml="http://www.opengis.net/gml/3.2"%s timeStamp="%d" numberMatched="%d" numberReturned="%d">
                <wfs:boundedBy><gml:Envelope/></wfs:boundedBy>
                %s
                </wfs:FeatureCollection>""".formatted(extra, System.nanoTime(), ALL, to - from, members);
    }
}
