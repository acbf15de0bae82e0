package nl.datakade.ingest.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.Life;
import org.junit.jupiter.api.Test;

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
    void whatWasSentBackIsOffTheList() {
        var groen = department("groen");
        var receipt = groen.push(newName(), "a\n1\n");
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
        assertThat(total(person("steward"), "dataset=" + receipt.text("dataset")))
                .isZero();
    }

    private static tools.jackson.databind.JsonNode item(Http who, Http.Answer receipt, String language) {
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
