package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.security.PublicKey;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.RoleHolder;
import nl.datakade.contracts.disclosure.Checkpoint;
import nl.datakade.contracts.disclosure.Ed25519;
import nl.datakade.contracts.disclosure.LogChain;
import nl.datakade.contracts.disclosure.LogRecord;
import nl.datakade.testkit.TestSystem;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the log is worth: nothing leaves without it, and what was done to it shows. */
class DisclosureLogIT extends AccessStory {

    private static final String PATH = "/access/v1/disclosures";
    private static final String VERIFICATION = PATH + "/verification";
    private static final JsonMapper JSON = new JsonMapper();

    /** SQL states: a right is missing, or the log's trigger refused. */
    private static final String NOT_PERMITTED = "42501";

    private static final String REFUSED_BY_TRIGGER = "P0001";

    @Autowired
    ScheduledTaskHolder tasks;

    @Test
    void answersNothingWhenItCannotBeLogged() {
        var given = openDataset();
        var purpose = purpose(null);
        administrator("alter table disclosure.record rename to record_away");
        try {
            var answer = analyst.query(purpose, "from " + given.sql());
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.type()).isEqualTo("/problems/disclosure-log-unavailable");
            assertThat(answer.body()).doesNotContain("Jansen");
        } finally {
            administrator("alter table disclosure.record_away rename to record");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role %s",
                "grant %s to current_user",
                "truncate disclosure.record",
                "drop table disclosure.record",
                "drop schema disclosure cascade",
                "delete from disclosure.record",
                "update disclosure.record set document = document",
                "alter table disclosure.record disable trigger all",
                "alter table disclosure.record owner to current_user",
                "alter table disclosure.record rename to away",
                "alter schema disclosure rename to away",
                "drop trigger record_is_final on disclosure.record",
                "alter function disclosure.refuse_change() rename to allow_change",
                "create or replace function disclosure.refuse_change() returns trigger language plpgsql as $$ begin return null; end $$",
                "create trigger mine before insert on disclosure.record for each row execute function suppress_redundant_updates_trigger()",
                "create rule mine as on insert to disclosure.record do instead nothing",
                "create table disclosure.mine (x int)",
                "set session_replication_role = replica",
                "copy disclosure.record (sequence, document, hash, seal) from program 'true'",
                "insert into disclosure.record (sequence, document, hash, seal) values (900000, '{}', sha256(''), sha256(''))",
                // in its place and linked, but two lines of an export
                """
                insert into disclosure.record (sequence, document, hash, seal)
                select s, d, sha256(convert_to(d, 'UTF8')), sha256('') from (select sequence + 1 as s,
                    '{"sequence":' || sequence + 1 || ',"previous":"' || encode(hash, 'hex') || '","key":"000000000000",'
                    || '"at":"x","id":"00000000-0000-0000-0000-000000000000","kind":"X","person":"x","datasets":[],'
                    || chr(10) || '"body":{}}' as d from disclosure.record order by sequence desc limit 1) forged""",
                "merge into disclosure.record r using (select 1 as s) x on r.sequence = x.s when matched then delete"
            })
    void letsTheServicesRoleOnlyReadAndAppend(String attempt) {
        purpose(null);
        var owner = TestSystem.current().environment("access").get("DATAKADE_POSTGRES_USER") + "_log";

        assertThatThrownBy(() -> jdbc.sql(attempt.formatted(owner)).update())
                .as(attempt)
                .rootCause()
                .isInstanceOf(SQLException.class)
                .extracting(cause -> ((SQLException) cause).getSQLState())
                .isIn(NOT_PERMITTED, REFUSED_BY_TRIGGER);
        assertThat(verification("").path("firstBroken").isNull()).isTrue();
    }

    /** Functions of the service's own would stand before those of the database, were the search path not fixed. */
    @Test
    void takesNoRecordOutOfPlaceWhateverFunctionsTheServiceMakes() throws SQLException {
        purpose(null);
        var service = TestSystem.current().environment("access");
        try (var connection = DriverManager.getConnection(
                        service.get("DATAKADE_POSTGRES_URL"),
                        service.get("DATAKADE_POSTGRES_USER"),
                        service.get("DATAKADE_POSTGRES_PASSWORD"));
                var statement = connection.createStatement()) {
            statement.execute("create function access.sha256(bytea) returns bytea language sql"
                    + " as $$ select decode(repeat('11', 32), 'hex') $$");
            statement.execute("create function access.starts_with(text, text) returns boolean language sql"
                    + " as $$ select true $$");
            statement.execute("set search_path = access, pg_catalog");
            assertThat(catchThrowable(() -> statement.execute("""
                            insert into disclosure.record (sequence, document, hash, seal)
                            select max(sequence) + 1, '{"id": "%s", "kind": "X", "person": "x", "datasets": []}',
                                decode(repeat('11', 32), 'hex'), decode(repeat('11', 32), 'hex')
                            from disclosure.record""".formatted(UUID.randomUUID()))))
                    .hasMessageContaining("not the next record");
            statement.execute("drop function access.sha256(bytea)");
            statement.execute("drop function access.starts_with(text, text)");
        }
    }

    @Test
    void findsAChangedRecordWhateverKeyItNames() {
        purpose(null);
        purpose(null);
        long number = records() - 1;
        var before = row(number);

        tampering(() -> {
            change(number, "document = replace(document, '\"active\":true', '\"active\":false')");
            assertBroken(number, "CHANGED");
            restore(number, before);

            change(number, "document = regexp_replace(document, '\"key\":\"[0-9a-f]+\"', '\"key\":\"000000000000\"')");
            assertBroken(number, "CHANGED");
            // with its hash made to fit, the next record no longer does
            change(number, "hash = sha256(convert_to(document, 'UTF8'))");
            assertBroken(number, "FOREIGN_KEY");
            restore(number, before);
        });
        assertThat(verification("").path("firstBroken").isNull()).isTrue();
    }

    @Test
    void findsARecordThatIsNotThere() {
        purpose(null);
        purpose(null);
        long number = records() - 1;
        var before = row(number);
        tampering(() -> {
            administrator("delete from disclosure.record where sequence = " + number);
            assertBroken(number, "OUT_OF_PLACE");
            insert(before);
        });
        assertThat(verification("").path("firstBroken").isNull()).isTrue();
    }

    /** With the service's role alone, without its secret: the chain fits, the seal does not. Checkpoints name it. */
    @Test
    void findsARecordThatTheServiceDidNotWrite() {
        purpose(null);
        var last = row(records());
        var forged = forged(last);
        jdbc.sql(
                        "insert into disclosure.record (sequence, document, hash, seal) values (:sequence, :document, :hash, :seal)")
                .param("sequence", forged.sequence())
                .param("document", forged.document())
                .param("hash", java.util.HexFormat.of().parseHex(forged.hash()))
                .param("seal", java.util.HexFormat.of().parseHex(forged.seal()))
                .update();
        try {
            assertBroken(forged.sequence(), "FORGED");
            var end = JSON.readTree(export().getLast()).at("/end/checkpoint").asString();
            assertThat(Checkpoint.verified(end, keys()).orElseThrow().forged())
                    .as("one who may append cannot put an end to checkpoints")
                    .containsExactly(forged.sequence());
        } finally {
            tampering(() -> administrator("delete from disclosure.record where sequence >= " + forged.sequence()));
        }
    }

    private static LogRecord forged(Row last) {
        var document = """
                {"sequence":%d,"previous":"%s","key":"%s","at":"2026-01-01T00:00:00Z","kind":"DECISION","id":"%s",\
                "person":"x","purpose":null,"datasets":[],"body":{},"sealed":null}""".formatted(
                        last.sequence() + 1,
                        last.hash(),
                        JSON.readTree(last.document()).path("key").asString(),
                        UUID.randomUUID());
        return LogRecord.of(document, "ab".repeat(32));
    }

    @Test
    void missesTheNewestRecordsByACheckpointThatSomebodyKept() {
        purpose(null);
        var kept = published(records());
        assertThat(verification("?expected=" + kept.compact())
                        .path("expectedFound")
                        .asBoolean())
                .isTrue();
        var last = row(kept.sequence());
        var noted = kept.sequence() + ":" + kept.hash();
        tampering(() -> {
            var rest = rows(kept.sequence());
            administrator("delete from disclosure.record where sequence >= " + kept.sequence());
            for (var expected : List.of(kept.compact(), noted)) {
                var cut = verification("?expected=" + expected);
                assertThat(cut.path("firstBroken").isNull()).isTrue();
                assertThat(cut.path("expectedFound").asBoolean()).isFalse();
                assertThat(cut.path("publishedFound").asBoolean()).isFalse();
            }
            assertThat(export().getLast()).contains("\"checkpoint\":null");
            tidy(kept.sequence());
            rest.forEach(this::insert);
        });
        assertThat(row(kept.sequence())).isEqualTo(last);
        assertThat(fg.get(VERIFICATION + "?expected=laatste").status()).isEqualTo(400);
        assertThat(fg.get(VERIFICATION + "?expected=a.b.c").type()).isEqualTo("/problems/checkpoint-foreign");
        assertThat(analyst.get(VERIFICATION).status()).isEqualTo(403);
    }

    @Test
    void publishesCheckpointsForWhoHasNoAccount() throws Exception {
        purpose(null);
        var newest = published(records());
        var stored = objects.keys("checkpoints/");
        assertThat(stored).contains("checkpoints/%018d.jws".formatted(newest.sequence()));
        try (var in = objects.open("checkpoints/%018d.jws".formatted(newest.sequence()))) {
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(newest.compact());
        }
    }

    @Test
    void exportsWhatAThirdPartyVerifiesWithPublicKeysAlone() {
        var given = openDataset();
        analyst.query(purpose(null), "select 'Geheime vraag' from " + given.sql());
        var lines = export();

        var chain = new LogChain(seals());
        lines.subList(1, lines.size() - 1)
                .forEach(line -> assertThat(chain.next(LogRecord.parse(line).orElseThrow()))
                        .as(line)
                        .isEmpty());
        assertThat(lines.getFirst())
                .isEqualTo(
                        "{\"export\":{\"log\":\"https://data.kadestad.example\",\"from\":1,\"to\":%1$d,\"newest\":%1$d}}"
                                .formatted(chain.sequence()));
        var checkpoint = Checkpoint.verified(
                        JSON.readTree(lines.getLast()).at("/end/checkpoint").asString(), keys())
                .orElseThrow();
        assertThat(checkpoint.sequence()).isEqualTo(chain.sequence());
        assertThat(checkpoint.hash()).isEqualTo(chain.hash());
        assertThat(String.join("\n", lines)).doesNotContain("Geheime vraag").contains("\"kind\":\"EXPORT\"");
        assertThat(owner.get(PATH + "/export").status()).isEqualTo(403);
        assertThat(privacy.get(PATH + "/export").status()).isEqualTo(403);
        assertThat(fg.get(PATH + "/export?from=2&limit=3").body().lines().toList())
                .hasSize(5)
                .first()
                .asString()
                .contains("\"from\":2,\"to\":4,");
    }

    @Test
    void holdsWhatWasDecidedBesideTheQueries() {
        var given = personalDataset();
        setSuggestedPolicy(given);
        var purpose = purpose("PUBLIC_TASK");
        var granted = approve(grantor, request(given, purpose));
        approve(privacy, granted);
        var grant = analyst.get("/access/v1/grants")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        owner.post("/access/v1/grants/" + grant + "/revocations", Map.of("reason", "Klaar met mevrouw Jansen"));
        var refused = request(given, purpose);
        grantor.post("/access/v1/requests/" + refused.text("/id") + "/refusals", Map.of("reason", "Niet nodig"));
        decided(owner.post(
                "/access/v1/datasets/" + given.name + "/clearances",
                Map.of("table", "meldingen", "column", 2, "reason", "verzonnen")));
        owner.delete("/access/v1/datasets/" + given.name + "/clearances/meldingen/2");
        given.registered(Confidentiality.SECRET, PersonalData.PERSONAL);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(decided(given).getLast()).isEqualTo("CLASSIFICATION_CHANGED"));

        assertThat(decided(given))
                .containsExactly(
                        "CLASSIFICATION_CHANGED",
                        "PROPOSAL_MADE",
                        "PROPOSAL_APPROVED",
                        "PROPOSAL_APPROVED",
                        "POLICY_SET",
                        "REQUEST_SUBMITTED",
                        "REQUEST_APPROVED",
                        "REQUEST_APPROVED",
                        "GRANT_GIVEN",
                        "GRANT_REVOKED",
                        "REQUEST_SUBMITTED",
                        "REQUEST_REFUSED",
                        "PROPOSAL_MADE",
                        "PROPOSAL_APPROVED",
                        "PROPOSAL_APPROVED",
                        "CLEARANCE_GIVEN",
                        "CLEARANCE_WITHDRAWN",
                        "CLASSIFICATION_CHANGED");
        assertThat(String.join("\n", export())).doesNotContain("Jansen");
    }

    private List<String> decided(Given given) {
        return jdbc.sql("""
                        select kind from disclosure.record
                        where datasets @> to_jsonb(cast(:dataset as text)) order by sequence""")
                .param("dataset", given.id.toString())
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void decidesNothingThatCannotBeLogged() {
        var given = openDataset();
        var path = "/access/v1/datasets/" + given.name + "/policy";
        var present = owner.get(path);
        administrator("alter table disclosure.record rename to record_away");
        try {
            var set = owner.put(
                    path,
                    owner.get(path + "/suggestion").body(),
                    "If-Match",
                    present.response().headers().firstValue("ETag").orElseThrow());
            assertThat(set.type()).isEqualTo("/problems/disclosure-log-unavailable");
        } finally {
            administrator("alter table disclosure.record_away rename to record");
        }
        assertThat(owner.get(path).text("/revision")).isEqualTo(present.text("/revision"));
    }

    @Test
    void takesReportsOfOtherServicesAndOfNobodyElse() {
        var given = openDataset();
        var report = new HashMap<String, Object>(Map.of(
                "kind",
                "REJECTS",
                "dataset",
                given.id,
                "version",
                1,
                "person",
                Api.subject("steward"),
                "columns",
                List.of("meldingen.naam"),
                "reason",
                "Klacht van mevrouw Jansen"));
        for (var person : List.of(analyst, owner, steward, grantor, privacy, fg)) {
            assertThat(person.post(PATH, report).status()).isEqualTo(403);
        }
        var logged = service("ingest", report);
        assertThat(logged.status()).as(logged.body()).isEqualTo(201);

        var entry = owner.get(PATH + "/" + logged.text("/id"));
        assertThat(entry.text("/kind")).isEqualTo("REJECTS");
        assertThat(entry.text("/person")).isEqualTo(Api.subject("steward"));
        assertThat(entry.text("/dataset")).isEqualTo(given.name);
        assertThat(entry.text("/uses/0/columns/0")).isEqualTo("meldingen.naam");
        assertThat(entry.text("/reason")).isEqualTo("Klacht van mevrouw Jansen");
        assertThat(String.join("\n", export())).doesNotContain("Jansen");
        assertThat(analyst.get(PATH + "/" + logged.text("/id")).type()).isEqualTo("/problems/disclosure-unknown");

        var taken = analyst.post(
                "/access/v1/queries",
                Map.of("purpose", purpose(null), "sql", "select 1", "queryId", logged.text("/id")));
        assertThat(taken.status()).as(taken.body()).isEqualTo(409);
        assertThat(taken.type()).isEqualTo("/problems/query-id-taken");
        assertThat(owner.get(PATH + "/" + logged.text("/id")).text("/kind")).isEqualTo("REJECTS");

        report.put("purpose", "bestaat-niet");
        assertThat(service("ingest", report).type()).isEqualTo("/problems/purpose-unusable");
        report.remove("purpose");
        report.put("kind", "DECISION");
        assertThat(service("ingest", report).status()).isEqualTo(400);
        report.put("kind", "PROFILE");
        report.remove("person");
        assertThat(service("quality", report).status()).isEqualTo(400);
    }

    @Test
    void holdsWhoReadAStatementBeforeItIsShown() {
        var id = UUID.randomUUID();
        analyst.post(
                "/access/v1/queries",
                Map.of("purpose", "bestaat-niet", "sql", "select 'Jansen'", "queryId", id.toString()));
        assertThat(privacy.get(PATH + "/" + id + "/statement").text("/sql")).isEqualTo("select 'Jansen'");
        assertThat(jdbc.sql("""
                                select person from disclosure.record where kind = 'STATEMENT_READ'
                                and document::jsonb #>> '{body,query}' = :query""")
                        .param("query", id.toString())
                        .query(String.class)
                        .list())
                .containsExactly(Api.subject("privacy"));

        assertThat(analyst.get(PATH + "/" + id + "/statement").status()).isEqualTo(403);
        assertThat(privacy.get(PATH + "/" + UUID.randomUUID() + "/statement").status())
                .isEqualTo(404);
        assertThat(verification("").path("firstBroken").isNull()).isTrue();
    }

    @Test
    void anOwnerDoesNotSeeWhatElseWasAskedForBesideTheirOwn() {
        var own = openDataset();
        var other = openDataset();
        var id = UUID.randomUUID();
        var asked = analyst.post(
                "/access/v1/queries",
                Map.of(
                        "purpose",
                        purpose(null),
                        "sql",
                        "select a.id from %s a join %s b on a.id = b.id".formatted(own.sql(), other.sql()),
                        "queryId",
                        id.toString()));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(owner.get(PATH + "/" + id).json().path("uses").size()).isEqualTo(2);

        other.of("elders")
                .dataset(
                        DatasetState.Status.REGISTERED,
                        new Classification(Confidentiality.SECRET, PersonalData.NONE),
                        List.of(new RoleHolder(
                                Role.DATA_OWNER, UUID.randomUUID().toString())));
        await().atMost(PATIENCE)
                .until(() -> owner.get("/access/v1/datasets/" + other.name + "/readiness")
                                .status()
                        == 404);
        var seen = owner.get(PATH + "/" + id);
        assertThat(seen.json().path("uses").findValuesAsString("dataset")).containsExactly(own.name);
        assertThat(seen.body()).doesNotContain(other.name);
        assertThat(owner.get(PATH + "?dataset=" + own.name).body())
                .contains(id.toString())
                .doesNotContain(other.name);
        for (var person : List.of(privacy, fg, analyst)) {
            assertThat(person.get(PATH + "/" + id).json().path("uses").size()).isEqualTo(2);
        }
    }

    @Test
    void takesNoReportThatItCannotLog() {
        var report = Map.of("kind", "PROFILE", "dataset", UUID.randomUUID(), "version", 1, "person", "x");
        administrator("alter table disclosure.record rename to record_away");
        try {
            assertThat(service("quality", report).type()).isEqualTo("/problems/disclosure-log-unavailable");
        } finally {
            administrator("alter table disclosure.record_away rename to record");
        }
    }

    private Api.Answer service(String name, Object report) {
        return Api.send(
                java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + fg.port() + PATH))
                        .header("Authorization", "Bearer " + Tokens.service(name))
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(report))));
    }

    // what stands in the log

    /** A row of the log as it stands. */
    private record Row(long sequence, String document, String hash, String seal) {}

    private long records() {
        return verification("").path("records").asLong();
    }

    private Row row(long sequence) {
        return rows(sequence).getFirst();
    }

    private List<Row> rows(long from) {
        return jdbc.sql("""
                        select sequence, document, encode(hash, 'hex') as hash, encode(seal, 'hex') as seal
                        from disclosure.record where sequence >= :from order by sequence""")
                .param("from", from)
                .query((row, _) -> new Row(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    private void change(long sequence, String to) {
        administrator("update disclosure.record set " + to + " where sequence = " + sequence);
    }

    private void restore(long sequence, Row row) {
        administrator("delete from disclosure.record where sequence = " + sequence);
        insert(row);
    }

    private void insert(Row row) {
        administrator(
                "insert into disclosure.record (sequence, document, hash, seal) values (%d, '%s', '\\x%s', '\\x%s')"
                        .formatted(row.sequence(), row.document().replace("'", "''"), row.hash(), row.seal()));
    }

    /** What was logged while the log was cut off would stand in the way of what is put back. */
    private void tidy(long from) {
        administrator("delete from disclosure.record where sequence >= " + from);
    }

    private void tampering(Runnable story) {
        administrator("alter table disclosure.record disable trigger all");
        try {
            story.run();
        } finally {
            administrator("alter table disclosure.record enable trigger all");
        }
    }

    private static void administrator(String sql) {
        try (var connection = TestSystem.current().administrator();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertBroken(long sequence, String fault) {
        var verification = verification("");
        assertThat(verification.path("firstBroken").asLong()).isEqualTo(sequence);
        assertThat(verification.path("fault").asString()).isEqualTo(fault);
    }

    private JsonNode verification(String query) {
        return fg.get(VERIFICATION + query).json();
    }

    // what is published

    private List<String> export() {
        var answer = fg.get(PATH + "/export");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().toList();
    }

    /** A checkpoint of so many records at least, as anybody gets it after the next beat. */
    private Checkpoint published(long records) {
        tasks.getScheduledTasks().stream()
                .map(task -> task.getTask().getRunnable())
                .filter(task -> task.toString().contains("Checkpoints.beat"))
                .forEach(Runnable::run);
        assertThat(anybody("/checkpoints/newest").path("sequence").asLong()).isGreaterThanOrEqualTo(records);
        return Checkpoint.verified(
                        anybody("/checkpoints/newest").path("checkpoint").asString(), keys())
                .orElseThrow();
    }

    private JsonNode anybody(String path) {
        return Api.send(java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://localhost:" + fg.port() + PATH + path)))
                .json();
    }

    private Map<String, PublicKey> keys() {
        return anybody("/keys")
                .path("keys")
                .valueStream()
                .collect(Collectors.toMap(
                        key -> key.path("kid").asString(),
                        key -> Ed25519.publicKey(key.path("x").asString())));
    }

    private Set<String> seals() {
        return anybody("/keys")
                .path("seals")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }
}
