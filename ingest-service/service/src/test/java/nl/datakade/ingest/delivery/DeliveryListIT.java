package nl.datakade.ingest.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import org.junit.jupiter.api.Test;

class DeliveryListIT extends IngestIT {

    @Test
    void deliveriesOfADatasetAreListedNewestFirst() {
        var name = newName();
        var groen = department("groen");
        groen.push(name, "a\n1\n");
        groen.push(name, "a\n2\n");
        groen.push(name, "a\n3\n");

        var list = groen.get("/ingest/v1/deliveries?dataset=" + name + "&page=1&pageSize=2");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().required("total").asInt()).isEqualTo(3);
        assertThat(list.json().required("pageSize").asInt()).isEqualTo(2);
        assertThat(list.json().required("items")).hasSize(2);
        assertThat(list.json().required("items").get(0).required("version").asInt())
                .isEqualTo(3);
    }

    @Test
    void aDepartmentSeesItsOwnAndThoseWhoWatchSeeAll() {
        var name = newName();
        var receipt = department("groen").push(name, "a\n1\n");
        var one = "/ingest/v1/deliveries/" + receipt.text("deliveryId");
        var list = "/ingest/v1/deliveries?dataset=" + name;

        assertThat(department("mobiliteit").get(one).status()).isEqualTo(404);
        assertThat(total(department("mobiliteit").get(list))).isZero();
        assertThat(person("analyst").get(one).status()).isEqualTo(404);
        assertThat(total(person("analyst").get(list))).isZero();
        for (var watcher : new String[] {"admin", "privacy", "fg", "steward"}) {
            assertThat(person(watcher).get(one).status()).as(watcher).isEqualTo(200);
            assertThat(total(person(watcher).get(list))).as(watcher).isEqualTo(1);
        }
    }

    @Test
    void whatIsAskedForWronglyIsSaid() {
        var groen = department("groen");

        assertThat(groen.get("/ingest/v1/deliveries/" + UUID.randomUUID()).problem())
                .isEqualTo("delivery-unknown");
        assertThat(groen.get("/ingest/v1/deliveries/nonsense").status()).isEqualTo(400);
        assertThat(groen.get("/ingest/v1/deliveries?state=LOST").status()).isEqualTo(400);
        assertThat(groen.get("/ingest/v1/deliveries?pageSize=1000").problem()).isEqualTo("invalid-input");
    }

    @Test
    void theDescriptionOfTheApiIsPublicAndNamesEveryAddress() {
        var description = Http.as("", base()).get("/ingest/v1/openapi.json");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.text("openapi")).startsWith("3.1");
        assertThat(description.json().required("paths").propertyNames())
                .contains(
                        "/datasets/{name}/deliveries",
                        "/deliveries",
                        "/deliveries/{id}",
                        "/datasets/{name}/versions/{version}",
                        "/datasets/{name}/versions/{version}/rejects");
        var push = description
                .json()
                .required("paths")
                .required("/datasets/{name}/deliveries")
                .required("post");
        assertThat(push.required("responses").propertyNames()).contains("200", "201", "400", "401", "403");
        assertThat(push.required("requestBody").required("content").propertyNames())
                .contains("*/*", "multipart/form-data");
    }

    private static int total(Http.Answer list) {
        return list.json().required("total").asInt();
    }
}
