package nl.datakade.ingest.source.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.source.Outside;
import nl.datakade.ingest.source.StewardOfSources;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Services that give their data in pages, played by the letter of their specifications. */
class PagedSourceIT extends IngestIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ALL = 25;

    private final String name = newName();
    private final Outside outside = new Outside();
    private StewardOfSources steward;

    @BeforeEach
    void begin() {
        steward = new StewardOfSources(person("steward"));
    }

    @AfterEach
    void end() {
        outside.close();
    }

    @Test
    void itemsOfOgcApiFeaturesAreFollowedFromLinkToLink() {
        outside.at("/collections/bomen/items", (request, exchange) -> {
            var from = request.number("offset", 0);
            var to = Math.min(ALL, from + request.number("limit", 10));
            var next = to < ALL
                    ? "{\"rel\":\"next\",\"type\":\"application/geo+json\",\"href\":\"items?limit=10&offset=" + to
                            + "\"}"
                    : "{\"rel\":\"self\",\"href\":\"items\"}";
            Outside.send(exchange, 200, "application/geo+json", """
                    {"type":"FeatureCollection","links":[%s],"timeStamp":"%s","numberMatched":%d,"features":[%s]}""".formatted(
                            next, System.nanoTime(), ALL, features(from, to)));
        });

        var fields = fields("OGC_FEATURES", "/collections/bomen") + ",\"pageSize\":10";
        assertThat(ids(steward.fetch(name, fields)))
                .isEqualTo(IntStream.range(0, ALL).boxed().toList());
        assertThat(outside.requests()).hasSize(3);
        assertThat(state(steward.run(name)))
                .as("the time on each page is no news")
                .isEqualTo("SAME");
    }

    @Test
    void aNextPageElsewhereIsNotAsked() {
        outside.at("/items", "application/geo+json", """
                {"type":"FeatureCollection","features":[%s],
                 "links":[{"rel":"next","href":"http://169.254.169.254/latest"}]}""".formatted(features(0, 3)));

        assertThat(reason(steward.fetch(name, fields("OGC_FEATURES", "/items"))))
                .isEqualTo("host-not-allowed");
    }

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

    @Test
    void aDatastoreOfCkanIsReadRowByRowWithoutItsRowNumbers() {
        outside.at("/api/3/action/resource_show", "application/json", """
                {"success":true,"result":{"id":"r-1","datastore_active":true,"url":"http://example.nl/a.csv"}}""");
        outside.at("/api/3/action/datastore_search", (request, exchange) -> {
            var from = request.number("offset", 0);
            var to = Math.min(ALL, from + request.number("limit", 100));
            var rows = IntStream.range(from, to)
                    .mapToObj("{\"_id\":%1$d,\"id\":%1$d,\"bedrag\":12.50}"::formatted)
                    .collect(Collectors.joining(","));
            Outside.send(exchange, 200, "application/json", """
                    {"help":"…","success":true,"result":{"fields":[{"id":"_id"}],"records":[%s],"total":%d}}""".formatted(rows, ALL));
        });

        var run = steward.fetch(name, fields("CKAN", "/") + ",\"resource\":\"r-1\",\"pageSize\":10");
        var lines = landed(run).strip().split("\n", -1);
        assertThat(lines).hasSize(ALL);
        assertThat(lines[7]).isEqualTo("{\"id\":7,\"bedrag\":12.50}");
        assertThat(tables(run)).contains("\"rows\":25");
    }

    @Test
    void aResourceOfCkanWithoutDatastoreIsItsFile() {
        outside.at("/bestand.csv", "text/csv", "a;b\n1;2\n");
        outside.at("/api/3/action/resource_show", "application/json", """
                {"success":true,"result":{"datastore_active":false,"url":"%s"}}""".formatted(outside.url("/bestand.csv")));

        assertThat(landed(steward.fetch(name, fields("CKAN", "/") + ",\"resource\":\"r-2\"")))
                .isEqualTo("a;b\n1;2\n");
    }

    @Test
    void aLayerOfArcGisIsReadInTheOrderOfItsObjectIds() {
        outside.at("/FeatureServer/0", "application/json", """
                {"name":"Bomen","type":"Feature Layer","maxRecordCount":10,"objectIdField":"OBJECTID",
                 "supportedQueryFormats":"JSON, geoJSON, PBF"}""");
        outside.at("/FeatureServer/0/query", (request, exchange) -> {
            if (request.query().containsKey("returncountonly")) {
                Outside.send(exchange, 200, "application/json", "{\"count\":25}");
                return;
            }
            assertThat(request.query())
                    .containsEntry("orderbyfields", "OBJECTID")
                    .containsEntry("f", "geojson");
            var from = request.number("resultoffset", 0);
            var to = Math.min(ALL, from + request.number("resultrecordcount", 10));
            Outside.send(exchange, 200, "application/geo+json", """
                    {"type":"FeatureCollection","properties":{"exceededTransferLimit":%s},"features":[%s]}""".formatted(to < ALL, features(from, to)));
        });

        assertThat(ids(steward.fetch(name, fields("ARCGIS", "/FeatureServer/0"))))
                .hasSize(ALL);
    }

    @Test
    void aTableOfArcGisBecomesItsAttributes() {
        outside.at("/FeatureServer/1", "application/json", """
                {"name":"Metingen","type":"Table","maxRecordCount":100,
                 "fields":[{"name":"OID","type":"esriFieldTypeOID"}],"supportedQueryFormats":"JSON"}""");
        outside.at(
                "/FeatureServer/1/query",
                (request, exchange) -> Outside.send(
                        exchange,
                        200,
                        "application/json",
                        request.query().containsKey("returncountonly")
                                ? "{\"count\":2}"
                                : "{\"objectIdFieldName\":\"OID\",\"features\":[{\"attributes\":{\"OID\":1,\"w\":3.50}},"
                                        + "{\"attributes\":{\"OID\":2,\"w\":null}}]}"));

        assertThat(landed(steward.fetch(name, fields("ARCGIS", "/FeatureServer/1"))))
                .isEqualTo("{\"OID\":1,\"w\":3.50}\n{\"OID\":2,\"w\":null}\n");
    }

    @Test
    void anErrorThatArcGisAnswersWithStatus200IsNoData() {
        outside.at("/FeatureServer/0", "application/json", """
                {"error":{"code":499,"message":"Token Required"}}""");

        assertThat(reason(steward.fetch(name, fields("ARCGIS", "/FeatureServer/0"))))
                .isEqualTo("credentials-refused");
    }

    @Test
    void dataThatChangesWhileItIsReadIsReadAgain() throws IOException {
        var calls = new java.util.concurrent.atomic.AtomicInteger();
        outside.at("/items", (_, exchange) -> {
            var gone = calls.getAndIncrement() == 0 ? 1 : 0;
            Outside.send(exchange, 200, "application/geo+json", """
                    {"type":"FeatureCollection","numberMatched":5,"features":[%s]}""".formatted(features(0, 5 - gone)));
        });

        assertThat(reason(steward.fetch(name, fields("OGC_FEATURES", "/items"))))
                .isEqualTo("changed-meanwhile");
        Awaitility.await().until(() -> state(steward.runs(name).get(0)).equals("LANDED"));
    }

    private String capabilities = "";

    private void capabilities(String... formats) {
        var values = java.util.Arrays.stream(formats)
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

    private static String features(int from, int to) {
        return IntStream.range(from, to).mapToObj("""
                        {"type":"Feature","id":"b.%1$d","properties":{"id":%1$d,"hoogte":1.204},\
                        "geometry":{"type":"Point","coordinates":[4.3,52.07]}}"""::formatted).collect(Collectors.joining(","));
    }

    private String fields(String kind, String path) {
        return "\"kind\":\"%s\",\"address\":\"%s\"".formatted(kind, outside.url(path));
    }

    private java.util.List<Integer> ids(JsonNode run) {
        return JSON.readTree(landed(run))
                .required("features")
                .valueStream()
                .map(feature -> feature.required("properties").required("id").asInt())
                .toList();
    }

    private String landed(JsonNode run) {
        var receipt = steward.delivery(run);
        var key = "landing/" + receipt.text("datasetId") + "/" + receipt.text("deliveryId") + "/content";
        try (var content = objects.open(key)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As soon as it is read. */
    private String tables(JsonNode run) {
        return Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> steward.delivery(run).json().required("tables"), tables -> !tables.isEmpty())
                .toString();
    }

    private static String state(JsonNode run) {
        return run.required("state").asString();
    }

    private static String reason(JsonNode run) {
        assertThat(state(run)).as(run.toString()).isEqualTo("FAILED");
        return run.required("reason").asString();
    }
}
