package nl.datakade.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import nl.datakade.ingest.IngestIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceIT extends IngestIT {

    private static final String HTTP = "\"kind\":\"HTTP\",\"address\":\"http://127.0.0.1:4711/a.csv\"";

    private final String name = newName();

    @Test
    void aSourceIsLaidDownShownChangedAndRemovedByWhoHasSeenIt() {
        var steward = steward();
        var made = steward.put(name, HTTP, "If-None-Match", "*");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/ingest/v1/sources/" + name);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.text("state")).isEqualTo("ACTIVE");
        assertThat(made.text("nextRunAt")).isNotEmpty();

        assertThat(steward.put(name, HTTP, "If-None-Match", "*").problem()).isEqualTo("source-exists");
        assertThat(steward.put(name, HTTP).status()).isEqualTo(428);
        assertThat(steward.put(name, HTTP, "If-Match", "\"7\"").status()).isEqualTo(412);
        var changed = steward.put(name, HTTP + ",\"lateAfter\":\"PT2H\"", "If-Match", "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(steward.get(name).text("lateAfter")).isEqualTo("PT2H");
        assertThat(steward.get(name).header("ETag")).isEqualTo("\"2\"");

        var path = "/ingest/v1/sources/" + name;
        assertThat(steward.http().send("DELETE", path, new byte[0]).status()).isEqualTo(428);
        assertThat(steward.http()
                        .send("DELETE", path, new byte[0], "If-Match", "\"2\"")
                        .status())
                .isEqualTo(204);
        assertThat(steward.get(name).problem()).isEqualTo("source-unknown");
        assertThat(steward.put(name, HTTP).status())
                .as("the name is free again")
                .isEqualTo(201);
    }

    @Test
    void secretsAreKeptEncryptedAndNeverShown() {
        var steward = steward();
        var secret = ",\"credentials\":{\"type\":\"BASIC\",\"username\":\"kade-lezer\",\"secret\":\"zeer-geheim\"}";
        var made = steward.put(name, HTTP + secret);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().required("credentials").required("type").asString())
                .isEqualTo("BASIC");

        assertThat(made.body() + steward.get(name).body()).doesNotContain("zeer-geheim", "kade-lezer");
        assertThat(jdbc.sql("select row_to_json(s)::text from source s where name = :name")
                        .param("name", name)
                        .query(String.class)
                        .single())
                .doesNotContain("zeer-geheim", "kade-lezer");

        assertThat(steward.put(name, HTTP, "If-Match", "*").json().has("credentials"))
                .as("left out they stay")
                .isTrue();
        var elsewhere = steward.put(name, HTTP.replace("4711", "4712"), "If-Match", "*");
        assertThat(elsewhere.status()).as("they do not go to another host").isEqualTo(400);
        assertThat(elsewhere.json().at("/errors/0/name").asString()).isEqualTo("credentials");
        var without = steward.put(name, HTTP + ",\"credentials\":{\"type\":\"NONE\"}", "If-Match", "*");
        assertThat(without.json().has("credentials")).isFalse();
    }

    @Test
    void aHostThatTheOperatorDoesNotAllowIsRefusedInWords() {
        var steward = steward();
        var address = "\"kind\":\"HTTP\",\"address\":\"http://169.254.169.254/latest/meta-data\"";
        var refused = steward.put(name, address, "Accept-Language", "nl");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("source-host-not-allowed");
        assertThat(refused.text("title")).isEqualTo("Deze host is niet toegestaan");
        assertThat(refused.json().at("/errors/0/name").asString()).isEqualTo("address");
        assertThat(refused.json().at("/errors/0/expected").asString()).contains("127.0.0.1:*");
    }

    @Test
    void onlyStewardsOfTheDepartmentAndAdministratorsLookAfterIt() {
        assertThat(steward().put(name, HTTP).status()).isEqualTo(201);

        assertThat(person("admin").get("/ingest/v1/sources/" + name).status()).isEqualTo(200);
        for (var other : new String[] {"analyst", "owner", "privacy"}) {
            assertThat(person(other).get("/ingest/v1/sources/" + name).status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(department("mobiliteit").get("/ingest/v1/sources").status()).isEqualTo(403);
        var strange = steward().send(name + "-x", """
                {"dataset":"x","department":"nergens","schedule":{"every":"P1D"},%s}""".formatted(HTTP));
        assertThat(strange.problem()).isEqualTo("not-your-department");
    }

    @Test
    void aDatasetOfAnotherDepartmentIsNotFed() {
        department("parkeren").push(name, "a\n1\n");

        assertThat(steward().put(name, HTTP).problem()).isEqualTo("other-department");
    }

    @Test
    void aListIsFilteredAndPausedSourcesAreTold() {
        var steward = steward();
        steward.put(name, HTTP);
        var path = "/ingest/v1/sources/" + name + "/pause";
        assertThat(steward.http().send("PUT", path, new byte[0]).text("state")).isEqualTo("PAUSED");

        var paused = steward.http().get("/ingest/v1/sources?state=PAUSED&dataset=" + name);
        assertThat(paused.json().required("total").asInt()).isEqualTo(1);
        assertThat(steward.http()
                        .get("/ingest/v1/sources?state=ACTIVE&dataset=" + name)
                        .json()
                        .required("total")
                        .asInt())
                .isZero();
        assertThat(steward.http()
                        .get("/ingest/v1/sources?department=parkeren&dataset=" + name)
                        .json()
                        .required("total")
                        .asInt())
                .isZero();
        assertThat(steward.http().send("DELETE", path, new byte[0]).text("state"))
                .isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "kind":"HTTP","address":"ftp://127.0.0.1/a.csv"                                              | address
            "kind":"HTTP","address":"file:///etc/passwd"                                                 | address
            "kind":"HTTP","address":"http://user:pass@127.0.0.1:80/"                                     | address
            "kind":"S3","address":"http://127.0.0.1:9000"                                                | bucket
            "kind":"S3","address":"http://127.0.0.1:9000","bucket":"b","key":"k","prefix":"p"            | prefix
            "kind":"SFTP","address":"sftp://127.0.0.1/uit/"                                              | hostKey
            "kind":"SFTP","address":"sftp://127.0.0.1/uit/","hostKey":"ssh-rsa nonsense"                 | hostKey
            "kind":"WFS","address":"http://127.0.0.1/wfs"                                                | layer
            "kind":"CKAN","address":"http://127.0.0.1/"                                                  | resource
            "kind":"ARCGIS","address":"http://127.0.0.1/0","pageSize":0                                  | pageSize
            "kind":"HTTP","address":"http://127.0.0.1/","mediaType":"csv"                                | mediaType
            "kind":"HTTP","address":"http://127.0.0.1/","lateAfter":"PT0S"                               | lateAfter
            "kind":"HTTP","address":"http://127.0.0.1/","lateAfter":"P200000000D"                        | lateAfter
            "kind":"HTTP","address":"http://127.0.0.1/","freshWithin":"P200000000D"                      | freshWithin
            "kind":"HTTP","address":"http://127.0.0.1/","credentials":{"type":"S3","username":"a","secret":"b"}     | credentials.type
            "kind":"HTTP","address":"http://127.0.0.1/","credentials":{"type":"BASIC","username":"a"}    | credentials.secret
            "kind":"HTTP","address":"http://127.0.0.1/","credentials":{"type":"API_KEY","header":"Host","secret":"b"} | credentials.header
            "kind":"HTTP","address":"http://127.0.0.1/","credentials":{"type":"BEARER","secret":"a\\nb"} | credentials.secret
            """)
    void whatIsMissingOrWrongIsNamed(String fields, String field) {
        var refused = steward().put(name, fields);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json()
                        .required("errors")
                        .valueStream()
                        .map(error -> error.required("name").asString()))
                .contains(field);
        assertThat(refused.body()).doesNotContain("{expected");
    }

    @Test
    void aScheduleThatIsTooTightOrNoneIsRefused() {
        var steward = steward();
        for (var schedule : new String[] {
            "{\"cron\":\"* * * * * *\",\"every\":\"PT1H\"}",
            "{\"every\":\"PT0.1S\"}",
            "{\"every\":\"P999999999Y\"}",
            "{\"every\":\"PT2562047788015215H\"}",
            "{\"cron\":\"0 0 0 31 2 *\"}",
            "{}"
        }) {
            var refused = steward.send(name, """
                    {"dataset":"%s","department":"mobiliteit","schedule":%s,%s}""".formatted(name, schedule, HTTP));
            assertThat(refused.status()).as(schedule).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/name").asString()).isEqualTo("schedule");
        }
    }

    private StewardOfSources steward() {
        return new StewardOfSources(person("steward"));
    }
}
