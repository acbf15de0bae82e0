package nl.datakade.ingest.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import nl.datakade.contracts.quality.ScoreState.Breach;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.Life;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QuarantineIT extends IngestIT {

    @Test
    void whatIsHeldBackSaysWhySinceWhenAndWhoseMoveItIs() {
        var groen = department("groen");
        var receipt = groen.push(newName(), "a;b\n1;2\n");
        Life.register(receipt, 1, null);
        Life.holdBack(receipt, groen, "column-lost", "too-many-rejects");
        awaitSteward(receipt);

        var item = item(person("steward"), receipt, "nl");

        assertThat(item.required("state").asString()).isEqualTo("HELD_BACK");
        assertThat(item.at("/reasons/0/code").asString()).isEqualTo("column-lost");
        assertThat(item.at("/reasons/0/text").asString()).isEqualTo("Een kolom van de vorige versie is er niet meer.");
        assertThat(item.at("/reasons/1/code").asString()).isEqualTo("too-many-rejects");
        assertThat(item.required("move").asString()).isEqualTo("STEWARD");
        assertThat(item.required("moveText").asString()).isEqualTo("de steward");
        assertThat(item.required("since").asString()).isNotEmpty();
        assertThat(item.at("/links/release").asString())
                .startsWith("/quality/v1/")
                .endsWith("/release");
        assertThat(item.at("/links/rejections").asString()).isEqualTo(Life.version(receipt) + "/rejections");
        assertThat(item.at("/links/readings").asString()).isEqualTo(Life.version(receipt) + "/readings");

        var own = item(groen, receipt, "en");
        assertThat(own.at("/reasons/0/text").asString()).isEqualTo("A column of the previous version is gone.");
        assertThat(own.at("/links/withdrawal").asString()).isEqualTo(Life.version(receipt) + "/withdrawal");
        assertThat(own.required("links").has("release")).isFalse();
        assertThat(own.required("links").has("rejections")).isFalse();
    }

    @Test
    void eachSeesTheirOwn() {
        var groen = department("groen");
        var receipt =
                groen.push(newName(), "<!doctype html><p>Inloggen</p>", "Content-Type", "application/octet-stream");
        Life.awaitState(receipt, groen, "FAILED");

        assertThat(item(groen, receipt, "nl").required("move").asString()).isEqualTo("DEPARTMENT");
        for (var watcher : new String[] {"steward", "admin", "privacy", "fg"}) {
            assertThat(total(person(watcher), "dataset=" + receipt.text("dataset")))
                    .as(watcher)
                    .isEqualTo(1);
        }
        assertThat(total(department("mobiliteit"), "dataset=" + receipt.text("dataset")))
                .isZero();
        assertThat(total(person("analyst"), "dataset=" + receipt.text("dataset")))
                .isZero();
        assertThat(Http.as("", base()).get("/ingest/v1/quarantine").status()).isEqualTo(401);
    }

    @Test
    void filtersNarrowItAndALaterReleaseTakesItOffTheList() {
        var groen = department("groen");
        var name = newName();
        var receipt = groen.push(name, "a;b\n1;2\n");
        Life.holdBack(receipt, groen, "nearly-all-rows-gone");

        assertThat(total(groen, "dataset=" + name + "&reason=nearly-all-rows-gone"))
                .isEqualTo(1);
        assertThat(total(groen, "dataset=" + name + "&reason=column-lost")).isZero();
        assertThat(total(groen, "dataset=" + name + "&department=groen")).isEqualTo(1);
        assertThat(total(groen, "dataset=" + name + "&version=1")).isEqualTo(1);
        assertThat(total(groen, "dataset=" + name + "&version=2")).isZero();
        assertThat(facets(groen, "departments")).containsExactly("groen");
        assertThat(facets(groen, "datasets")).contains(name).doesNotHaveDuplicates();
        assertThat(facets(person("analyst"), "datasets")).doesNotContain(name);
        assertThat(total(person("admin"), "dataset=" + name + "&department=parkeren"))
                .isZero();
        assertThat(groen.get("/ingest/v1/quarantine?pageSize=0").status()).isEqualTo(400);
        assertThat(groen.get("/ingest/v1/deliveries?dataset=" + name + "&from=2999-01-01T00:00:00Z")
                        .json()
                        .required("total")
                        .asInt())
                .isZero();
        assertThat(groen.get("/ingest/v1/deliveries?dataset=" + name
                                + "&department=groen&state=HELD_BACK&until=2999-01-01T00:00:00Z")
                        .json()
                        .required("total")
                        .asInt())
                .isEqualTo(1);

        var better = groen.push(name, "a;b\n1;2\n3;4\n");
        Life.release(better, groen);

        assertThat(total(groen, "dataset=" + name)).isZero();
    }

    @Test
    void reasonsNameTheColumnsAndTheNumbers() {
        var groen = department("groen");
        var receipt = groen.push(newName(), "a;b\n1;2\n");
        Life.holdBack(
                receipt,
                groen,
                List.of(
                        new Breach("too-many-rejects", null, null, List.of("12", "4000", "0.1")),
                        new Breach("column-lost", "tellingen", "snelheid", List.of()),
                        new Breach("column-lost", "tellingen", "straat", List.of()),
                        new Breach("type-changed", "tellingen", "aantal", List.of("BIGINT", "VARCHAR")),
                        new Breach("no-rows", null, null, List.of("0"))));

        var dutch = item(groen, receipt, "nl").required("reasons");
        var english = item(groen, receipt, "en").required("reasons");

        assertThat(texts(dutch))
                .containsExactly(
                        "12 van 4.000 rijen waren niet te lezen; hoogstens 0,1% mag.",
                        "2 kolommen van de vorige versie zijn er niet meer: snelheid, straat.",
                        "Een kolom heeft een ander type dan in de vorige versie: aantal (van geheel getal naar tekst).",
                        "Er staat geen enkele rij in.");
        assertThat(texts(english))
                .startsWith(
                        "12 of 4,000 rows could not be read; at most 0.1% may be.",
                        "2 columns of the previous version are gone: snelheid, straat.");
        assertThat(english.at("/0/figures/limitPercent").asDouble()).isEqualTo(0.1);
        assertThat(english.at("/1/places/1/column").asString()).isEqualTo("straat");
        assertThat(english.at("/2/places/0/typeBefore").asString()).isEqualTo("BIGINT");
        assertThat(Life.now(receipt, groen)
                        .json()
                        .at("/reasons/1/places/0/column")
                        .asString())
                .isEqualTo("snelheid");
    }

    @Test
    void aLongListOfColumnsIsCutShortInWordsOnly() {
        var groen = department("groen");
        var receipt = groen.push(newName(), "a;b\n1;2\n");
        Life.holdBack(
                receipt,
                groen,
                IntStream.rangeClosed(1, 13)
                        .mapToObj(number -> new Breach("column-lost", "t", "k" + number, List.of()))
                        .toList());

        var reason = item(groen, receipt, "nl").at("/reasons/0");

        assertThat(reason.required("text").asString())
                .contains("k1, k2", "k10, en nog 3.")
                .doesNotContain("k11");
        assertThat(reason.required("places")).hasSize(13);
    }

    @Test
    void whatWaitsForWhoAsksComesFirstAndTheRestByAge() {
        var groen = department("groen");
        var older = groen.push(newName(), "a;b\n1;2\n");
        Life.register(older, 1, null);
        Life.holdBack(older, groen, "too-many-rejects");
        var newer = groen.push(newName(), "a;b\n3;4\n");
        Life.register(newer, 1, null);
        Life.holdBack(newer, groen, "column-lost");
        awaitSteward(older);
        awaitSteward(newer);

        assertThat(names(person("steward"), "department=groen&pageSize=100"))
                .containsSubsequence(newer.text("dataset"), older.text("dataset"));
        assertThat(names(groen, "department=groen&pageSize=100"))
                .containsSubsequence(older.text("dataset"), newer.text("dataset"));
        assertThat(item(person("steward"), newer, "nl").required("yours").asBoolean())
                .isTrue();
        assertThat(item(groen, newer, "nl").required("yours").asBoolean()).isFalse();
        assertThat(names(groen, "yours=true&pageSize=100"))
                .contains(older.text("dataset"))
                .doesNotContain(newer.text("dataset"));
        assertThat(names(person("admin"), "move=STEWARD&department=groen&pageSize=100"))
                .contains(newer.text("dataset"))
                .doesNotContain(older.text("dataset"));
        assertThat(groen.get("/ingest/v1/quarantine?move=NOBODY").status()).isEqualTo(400);
    }

    @Test
    void whatWasSentBackWaitsForItsDepartmentUntilThatDeliversAgain() {
        var groen = department("groen");
        var name = newName();
        var receipt = groen.push(name, "a\n1\n");
        Life.register(receipt, 1, null);
        Life.holdBack(receipt, groen, "contract-broken");
        awaitSteward(receipt);

        var answer = person("steward")
                .post(
                        Life.version(receipt) + "/rejections",
                        "{\"message\":\"Kolom b ontbreekt, graag de volledige export\"}"
                                .getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var item = item(groen, receipt, "nl");
        assertThat(item.required("state").asString()).isEqualTo("REJECTED");
        assertThat(item.required("yours").asBoolean()).isTrue();
        assertThat(item.at("/reasons/0/code").asString()).isEqualTo("sent-back");
        assertThat(item.at("/reasons/0/text").asString()).contains("Kolom b ontbreekt, graag de volledige export");
        assertThat(item.required("links").propertyNames()).containsExactlyInAnyOrder("delivery", "version");
        assertThat(item(person("steward"), receipt, "nl").required("yours").asBoolean())
                .isFalse();

        groen.push(name, "a;b\n1;2\n");

        assertThat(total(groen, "dataset=" + name)).isZero();
    }

    @Test
    void anEmployeeOfADepartmentSeesWhatWaitsForIt() {
        var receipt = department("mobiliteit").push(newName(), "<!doctype html><p>Inloggen</p>");
        Life.awaitState(receipt, department("mobiliteit"), "FAILED");

        var item = item(person("medewerker"), receipt, "nl");

        assertThat(item.required("yours").asBoolean()).isTrue();
        assertThat(item.at("/links/withdrawal").asString()).isNotEmpty();
        assertThat(total(person("medewerker"), "department=groen")).isZero();
    }

    @Test
    void observationsAreNeitherSentBackNorWithdrawnAndTheNewestSpeaksForThoseBefore() {
        var groen = department("groen");
        var earlier = groen.push(newName(), "a\n1\n");
        Life.register(earlier, 1, null);
        Life.holdBack(earlier, groen, "column-lost");
        var receipt = groen.push(earlier.text("dataset"), "a\n2\n");
        Life.holdBack(receipt, groen, "column-lost");
        awaitSteward(receipt);
        assertThat(names(groen, "dataset=" + receipt.text("dataset"))).hasSize(2);
        jdbc.sql("update dataset set stream = true where id = cast(:id as uuid)")
                .param("id", receipt.text("datasetId"))
                .update();

        assertThat(names(groen, "dataset=" + receipt.text("dataset"))).hasSize(1);
        var links = item(person("steward"), receipt, "nl").required("links");

        assertThat(links.propertyNames()).containsExactlyInAnyOrder("delivery", "version", "score", "release");
        assertThat(item(groen, receipt, "nl").required("links").has("withdrawal"))
                .isFalse();
        assertThat(item(person("admin"), receipt, "nl").required("links").has("readings"))
                .isFalse();
    }

    private static List<String> texts(JsonNode reasons) {
        return reasons.valueStream()
                .map(reason -> reason.required("text").asString())
                .toList();
    }

    private static List<String> facets(Http who, String facet) {
        var facets = who.get("/ingest/v1/quarantine/facets");
        assertThat(facets.status()).as(facets.body()).isEqualTo(200);
        return facets.json()
                .required(facet)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> names(Http who, String query) {
        var list = who.get("/ingest/v1/quarantine?" + query);
        assertThat(list.status()).as(list.body()).isEqualTo(200);
        return list.json()
                .required("items")
                .valueStream()
                .map(item -> item.required("dataset").asString())
                .toList();
    }

    private static JsonNode item(Http who, Http.Answer receipt, String language) {
        var list = who.get("/ingest/v1/quarantine?dataset=" + receipt.text("dataset"), "Accept-Language", language);
        assertThat(list.json().required("total").asInt()).as(list.body()).isEqualTo(1);
        return list.json().required("items").get(0);
    }

    private static int total(Http who, String query) {
        var list = who.get("/ingest/v1/quarantine?" + query);
        assertThat(list.status()).as(list.body()).isEqualTo(200);
        return list.json().required("total").asInt();
    }

    private void awaitSteward(Http.Answer receipt) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select cardinality(stewards) from dataset where id = cast(:id as uuid)")
                                .param("id", receipt.text("datasetId"))
                                .query(Integer.class)
                                .single()
                        == 1);
    }
}
