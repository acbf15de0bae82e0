package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the log is worth: nothing leaves without it, and what was done to it shows. */
class DisclosureLogIT extends AccessStory {

    private static final String VERIFICATION = "/access/v1/disclosures/verification";

    @Test
    void answersNothingWhenItCannotBeLogged() {
        var given = openDataset();
        jdbc.sql("alter table disclosure rename to disclosure_away").update();
        try {
            var answer = analyst.query(purpose(null), "from " + given.sql());
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.type()).isEqualTo("/problems/disclosure-log-unavailable");
            assertThat(answer.body()).doesNotContain("Jansen");
        } finally {
            jdbc.sql("alter table disclosure_away rename to disclosure").update();
        }
    }

    @Test
    void showsTamperingWithTheLog() {
        var given = openDataset();
        analyst.query(purpose(null), "select 1 from " + given.sql());
        assertThat(fg.get("/access/v1/disclosures/verification")
                        .json()
                        .path("firstBroken")
                        .isNull())
                .isTrue();
        var refused = org.assertj.core.api.Assertions.catchThrowable(
                () -> jdbc.sql("update disclosure set person = 'x'").update());
        assertThat(refused).hasMessageContaining("never changed");
        jdbc.sql("alter table disclosure disable trigger disclosure_is_final").update();
        var person = jdbc.sql("select person from disclosure where sequence = 1")
                .query(String.class)
                .single();
        try {
            jdbc.sql("update disclosure set person = 'somebody else' where sequence = 1")
                    .update();
            assertThat(fg.get("/access/v1/disclosures/verification")
                            .json()
                            .path("firstBroken")
                            .asInt())
                    .isEqualTo(1);
        } finally {
            jdbc.sql("update disclosure set person = :person where sequence = 1")
                    .param("person", person)
                    .update();
            jdbc.sql("alter table disclosure enable trigger disclosure_is_final")
                    .update();
        }
        assertThat(analyst.get("/access/v1/disclosures/verification").status()).isEqualTo(403);
    }

    @Test
    void missesTheNewestRecordsByTheCheckpointThatWasNoted() {
        analyst.query(purpose(null), "select 1");
        var noted = verification("");
        var checkpoint = noted.path("checkpoint").asString();
        assertThat(checkpoint).startsWith(noted.path("records").asLong() + ":");
        assertThat(noted.path("lastAt").asString()).isNotEmpty();
        assertThat(noted.path("expectedFound").isNull()).isTrue();

        analyst.query(purpose(null), "select 2");
        assertThat(verification("?expected=" + checkpoint).path("expectedFound").asBoolean())
                .isTrue();
        long last = noted.path("records").asLong();
        jdbc.sql("create table kept as select * from disclosure where sequence >= :last")
                .param("last", last)
                .update();
        tampering(() -> {
            jdbc.sql("delete from disclosure where sequence >= :last")
                    .param("last", last)
                    .update();
            var cut = verification("?expected=" + checkpoint);
            assertThat(cut.path("firstBroken").isNull()).isTrue();
            assertThat(cut.path("expectedFound").asBoolean()).isFalse();
            jdbc.sql("insert into disclosure select * from kept").update();
        });
        jdbc.sql("drop table kept").update();
        assertThat(fg.get(VERIFICATION + "?expected=laatste").status()).isEqualTo(400);
    }

    @Test
    void tellsAnotherKeyFromTampering() {
        analyst.query(purpose(null), "select 1");
        var first = jdbc.sql("select id::text as id, key_id from disclosure where sequence = 1")
                .query()
                .singleRow();
        tampering(() -> {
            setKey("000000000000");
            var verification = verification("");
            assertThat(verification.path("firstBroken").isNull()).isTrue();
            assertThat(verification.path("firstOfOtherKey").asInt()).isEqualTo(1);
            assertThat(fg.get("/access/v1/disclosures/" + first.get("id") + "/statement")
                            .type())
                    .isEqualTo("/problems/disclosure-other-key");
            setKey(String.valueOf(first.get("key_id")));
        });
        assertThat(verification("").path("firstOfOtherKey").isNull()).isTrue();
    }

    private void setKey(String key) {
        jdbc.sql("update disclosure set key_id = :key where sequence = 1")
                .param("key", key)
                .update();
    }

    private void tampering(Runnable story) {
        jdbc.sql("alter table disclosure disable trigger disclosure_is_final").update();
        try {
            story.run();
        } finally {
            jdbc.sql("alter table disclosure enable trigger disclosure_is_final")
                    .update();
        }
    }

    private JsonNode verification(String query) {
        return fg.get(VERIFICATION + query).json();
    }
}
