package nl.datakade.ingest.source.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.datakade.ingest.source.Outside;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Services that give their data in pages, played by the letter of their specifications. */
class PagedSourceIT extends PagedService {

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
}
