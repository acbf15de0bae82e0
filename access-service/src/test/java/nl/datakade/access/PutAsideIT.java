package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** An event that cannot be taken in may be the one that shuts somebody out. */
class PutAsideIT extends AccessStory {

    @Test
    void decidesNothingUntilWhatWasPutAsideHasBeenTakenIn() {
        var given = openDataset();
        var purpose = purpose(null);
        var sql = "select count(*) from " + given.sql();
        assertThat(analyst.query(purpose, sql).status()).isEqualTo(200);

        jdbc.sql("alter table dataset add constraint poison check (state ->> 'status' <> 'WITHDRAWN') not valid")
                .update();
        try {
            given.takenBack();
            await().atMost(PATIENCE).until(() -> analyst.query(purpose, sql).status() == 503);
        } finally {
            jdbc.sql("alter table dataset drop constraint poison").update();
        }
        var incomplete = analyst.query(purpose, sql);
        assertThat(incomplete.type()).isEqualTo("/problems/projection-incomplete");
        assertThat(incomplete.text("/remedy")).contains("./datakade replay");
        assertThat(incomplete.json().path("waiting").propertyNames())
                .singleElement()
                .asString()
                .endsWith("datakade.catalog.dataset");
        assertThat(analyst.get("/access/v1/datasets/" + given.name + "/readiness")
                        .status())
                .isEqualTo(503);

        var admin = new Api(analyst.port(), "admin");
        assertThat(admin.post("/access/v1/dead-letters/datakade.catalog.dataset/replays", "")
                        .json()
                        .path("events")
                        .asInt())
                .isEqualTo(1);
        await().atMost(PATIENCE).until(() -> analyst.query(purpose, sql).status() == 403);
    }
}
