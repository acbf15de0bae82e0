package nl.datakade.ingest.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.RoleHolder;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CorrectionIT extends IngestIT {

    private static final String ONE_BAD_DATE = "datum;aantal\n01-02-2026;1\n31-02-2026;2\n03-02-2026;3\n";

    @Test
    void theStewardLaysDownATypeAndTheVersionIsReadAgain() {
        var name = newName();
        var receipt = push(name, ONE_BAD_DATE);
        awaitReading(receipt, 1);
        var path = path(name, 1);
        var before = person("steward").get(path + "/reading");
        assertThat(before.json().required("read").required("tables").findValuesAsString("type"))
                .containsExactly("VARCHAR", "BIGINT");

        var corrected = person("steward")
                .patch(path + "/reading", "{\"columns\":{\"datum\":{\"type\":\"DATE\"}}}", "If-Match", tag(before));

        assertThat(corrected.status()).as(corrected.body()).isEqualTo(202);
        assertThat(corrected.json().at("/columns/datum/type").asString()).isEqualTo("DATE");
        var second = awaitReading(receipt, 2);
        assertThat(second.revision()).isEqualTo(2);
        assertThat(second.tables()).singleElement().satisfies(table -> {
            assertThat(table.columns().getFirst().type()).isEqualTo("DATE");
            assertThat(table.rowsIn()).isEqualTo(3);
            assertThat(table.rejectedRows()).isEqualTo(1);
            assertThat(table.parts()).allSatisfy(part -> assertThat(part.key()).contains("/1/2/"));
        });
        assertThat(ids(second)).isEqualTo(ids(awaitReading(receipt, 1)));
        assertThat(department("groen")
                        .get(path + "/rejects", "Accept", "text/csv")
                        .body())
                .contains("31-02-2026");
        var readings = person("steward").get(path + "/readings");
        assertThat(readings.json().required("total").asInt()).isEqualTo(2);
        assertThat(readings.json().at("/items/0/laidDown/columns/datum/type").asString())
                .isEqualTo("DATE");
        assertThat(readings.json().at("/items/0/rejectedRows").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsLaidDownHoldsForLaterVersionsUntilItIsTakenBack() {
        var name = newName();
        var first = push(name, "naam|n\nA|1\nB|2\n");
        awaitReading(first, 1);
        var steward = person("steward");
        var path = path(name, 1) + "/reading";

        steward.patch(path, "{\"columns\":{\"n\":{\"name\":\"aantal\",\"type\":\"VARCHAR\"}}}", "If-Match", "*");
        var renamed = awaitReading(first, 2);
        assertThat(renamed.tables().getFirst().columns())
                .extracting(VersionState.Column::name, VersionState.Column::type)
                .contains(org.assertj.core.api.Assertions.tuple("aantal", "VARCHAR"));
        assertThat(ids(renamed).get("aantal"))
                .isEqualTo(ids(awaitReading(first, 1)).get("n"));

        var second = push(name, "naam|n\nA|1\nB|2\nC|3\n");
        assertThat(awaitReading(second, 1).tables().getFirst().columns())
                .extracting(VersionState.Column::name)
                .containsExactly("naam", "aantal");

        var taken = steward.patch(path(name, 2) + "/reading", "{\"columns\":{\"n\":null}}", "If-Match", "*");
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        assertThat(taken.json().has("columns")).isFalse();
        assertThat(awaitReading(second, 2).tables().getFirst().columns())
                .extracting(VersionState.Column::name)
                .containsExactly("naam", "n");
    }

    @Test
    void dialectAndEncodingAreCorrectedToo() {
        var name = newName();
        var bytes = "Opmerking;;\nnaam,n\ncaf\u0082,1\n".getBytes(StandardCharsets.ISO_8859_1);
        var receipt = department("groen").push(name, bytes, "Content-Type", "text/csv");
        awaitReading(receipt, 1);

        var corrected = person("steward")
                .patch(
                        path(name, 1) + "/reading",
                        "{\"encoding\":\"ibm850\",\"delimiter\":\",\",\"skippedLines\":1,\"headerLines\":1}",
                        "If-Match",
                        "*");

        assertThat(corrected.status()).as(corrected.body()).isEqualTo(202);
        awaitReading(receipt, 2);
        var seen = department("groen").get(path(name, 1)).json();
        assertThat(seen.at("/encoding/name").asString()).isEqualTo("IBM850");
        assertThat(seen.at("/dialect/delimiter").asString()).isEqualTo(",");
        assertThat(seen.at("/dialect/headerLine").asInt()).isEqualTo(2);
        assertThat(seen.at("/reading").asInt()).isEqualTo(2);
        assertThat(seen.at("/laidDown/delimiter").asString()).isEqualTo(",");
    }

    @Test
    void whatCannotBeLaidDownIsNamedFieldByField() {
        var name = newName();
        awaitReading(push(name, "a;b\n1;2\n"), 1);
        var patch = """
                {"encoding":"EBCDIC","delimiter":";;","quote":"a","skippedLines":-1,"headerLines":99,
                 "columns":{"a":{"type":"GETAL"},"b":{"type":"DATE","format":"COMMA_NUMBER","name":"B b"}}}""";

        var refused =
                person("steward").patch(path(name, 1) + "/reading", patch, "If-Match", "*", "Accept-Language", "nl");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("invalid-input");
        assertThat(refused.json().required("errors").findValuesAsString("name"))
                .containsExactlyInAnyOrder(
                        "encoding",
                        "delimiter",
                        "quote",
                        "skippedLines",
                        "headerLines",
                        "columns.a.type",
                        "columns.b.format",
                        "columns.b.name");
        assertThat(errors(name, "{\"columns\":{\"c\":{\"type\":\"DATE\"}}}")).containsExactly("columns.c");
        assertThat(errors(name, "{\"columns\":{\"a\":{\"name\":\"b\"}}}")).containsExactly("columns.a.name");
        assertThat(errors(name, "{\"columns\":{\"a\":{\"format\":\"FRENCH\"}}}"))
                .containsExactly("columns.a.format");
        assertThat(errors(name, "{\"delimeter\":\";\"}")).containsExactly("delimeter");
        assertThat(person("steward")
                        .patch(path(name, 1) + "/reading", "[]", "If-Match", "*")
                        .status())
                .isEqualTo(400);
        assertThat(versions(name)).hasSize(1);
    }

    @Test
    void onlyItsStewardCorrectsAndNobodyOverwritesWhatTheyHaveNotSeen() {
        var name = newName();
        var receipt = push(name, "a;b\n1;2\n");
        awaitReading(receipt, 1);
        var path = path(name, 1) + "/reading";
        var patch = "{\"delimiter\":\";\"}";

        assertThat(department("groen").patch(path, patch, "If-Match", "*").status())
                .isEqualTo(403);
        assertThat(person("owner").patch(path, patch, "If-Match", "*").status()).isEqualTo(403);
        assertThat(person("steward").patch(path, patch).problem()).isEqualTo("revision-not-given");
        assertThat(person("steward").patch(path, patch, "If-Match", "\"7-7\"").problem())
                .isEqualTo("revision-passed");
        assertThat(person("steward")
                        .patch(path(name, 9) + "/reading", patch, "If-Match", "*")
                        .problem())
                .isEqualTo("version-unknown");

        register(receipt, name, List.of(new RoleHolder(Role.DATA_STEWARD, subject("owner"))));
        await().untilAsserted(() -> assertThat(
                        person("steward").patch(path, patch, "If-Match", "*").problem())
                .isEqualTo("not-its-steward"));
        register(receipt, name, 2, List.of(new RoleHolder(Role.DATA_STEWARD, subject("steward"))));
        await().untilAsserted(() -> assertThat(
                        person("steward").patch(path, patch, "If-Match", "*").status())
                .isEqualTo(202));
        awaitReading(receipt, 2);
        assertThat(person("steward").patch(path, patch, "If-Match", "*").status())
                .as("read in just this way already")
                .isEqualTo(200);
    }

    @Test
    void aVersionThatNobodyCouldReadIsReadAgainAndCountsFromThen() {
        var name = newName();
        var receipt = push(name, "a;b\n1;2\n");
        awaitReading(receipt, 1);
        jdbc.sql("update delivery set state = 'FAILED', reason = 'reader-failed' where id = :id")
                .param("id", UUID.fromString(receipt.text("deliveryId")))
                .update();
        jdbc.sql("update dataset set accepted_delivery = null, accepted_sha256 = null where name = :name")
                .param("name", name)
                .update();

        var again = person("admin").post(path(name, 1) + "/readings", new byte[0]);

        assertThat(again.status()).as(again.body()).isEqualTo(202);
        awaitReading(receipt, 2);
        awaitState(receipt, "READ");
        assertThat(push(name, "a;b\n1;2\n", 200).text("deliveryId")).isEqualTo(receipt.text("deliveryId"));
        assertThat(person("analyst")
                        .post(path(name, 1) + "/readings", new byte[0])
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theScoreOfAnEarlierReadingSaysNothingOfThisOne() {
        var name = newName();
        var receipt = push(name, ONE_BAD_DATE);
        awaitReading(receipt, 1);
        person("steward").post(path(name, 1) + "/readings", new byte[0]);
        awaitReading(receipt, 2);
        awaitState(receipt, "READ");

        TestEvents.publish(score(receipt, 1, 1, ScoreState.Verdict.HELD_BACK, List.of("no-rows")));
        TestEvents.publish(score(receipt, 2, 2, ScoreState.Verdict.RELEASED, List.of()));

        assertThat(awaitState(receipt, "RELEASED").json().has("reason")).isFalse();
    }

    @Test
    void nextMonthIsReadAsThisMonthAndWhatChangedIsToldInBothLanguages() {
        var name = newName();
        var first =
                push(name, "datum;straat;n\n" + rows(120, i -> "0" + (1 + i % 9) + "-02-2026;Straat " + i + ";" + i));
        awaitReading(first, 1);
        var second = push(
                name,
                "datum;ligging;n\n"
                        + rows(120, i -> (i == 5 ? "31-02-2026" : "15-03-2026") + ";Straat " + i + ";" + i));

        var version = awaitReading(second, 1);

        assertThat(version.tables().getFirst().columns().getFirst().type()).isEqualTo("DATE");
        assertThat(version.tables().getFirst().rejectedRows()).isEqualTo(1);
        assertThat(version.findings())
                .extracting(VersionState.Finding::code)
                .contains("values-rejected", "column-renamed");
        assertThat(ids(version).get("ligging"))
                .isEqualTo(ids(awaitReading(first, 1)).get("straat"));
        assertThat(version.findings())
                .filteredOn(finding -> finding.code().equals("column-renamed"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).isEqualTo("was called straat");
                    assertThat(finding.messageNl()).isEqualTo("De kolom heette straat in de vorige versie.");
                });
        var dutch = department("groen").get(path(name, 2), "Accept-Language", "nl");
        assertThat(dutch.json().required("findings").findValuesAsString("message"))
                .contains("1 van 120 waarden zijn geen DATE, wat de kolom in de vorige versie was; hun rijen zijn"
                        + " afgekeurd.");
        assertThat(department("groen")
                        .get(path(name, 2), "Accept-Language", "en")
                        .body())
                .contains("1 of 120 values are no DATE");
    }

    @Test
    void anIdIsNeverGivenToAnotherColumn() {
        var name = newName();
        var first = push(name, "a;b\n" + rows(30, i -> i + ";x" + i));
        awaitReading(first, 1);
        awaitReading(push(name, "a\n" + rows(30, i -> String.valueOf(i))), 1);
        var third = push(name, "a;anders\n" + rows(30, i -> i + ";" + i * 0.5));
        var fourth = awaitReading(third, 1);

        assertThat(ids(fourth).get("anders"))
                .isNotEqualTo(ids(awaitReading(first, 1)).get("b"));
    }

    private Http.Answer push(String name, String csv) {
        return push(name, csv, 201);
    }

    private Http.Answer push(String name, String csv, int status) {
        var receipt = department("groen").push(name, csv, "Content-Type", "text/csv");
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(status);
        return receipt;
    }

    private List<String> errors(String name, String patch) {
        var refused = person("steward").patch(path(name, 1) + "/reading", patch, "If-Match", "*");
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        return refused.json().required("errors").findValuesAsString("name");
    }

    private Http.Answer awaitState(Http.Answer receipt, String state) {
        var path = "/ingest/v1/deliveries/" + receipt.text("deliveryId");
        return await().atMost(Duration.ofSeconds(90))
                .until(
                        () -> department("groen").get(path),
                        got -> got.text("state").equals(state));
    }

    private static VersionState awaitReading(Http.Answer receipt, int reading) {
        return await().atMost(Duration.ofSeconds(90))
                .until(
                        () -> TestEvents.of(VersionState.class).stream()
                                .filter(version ->
                                        version.deliveryId().toString().equals(receipt.text("deliveryId"))
                                                && version.reading() == reading)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static List<VersionState> versions(String name) {
        return TestEvents.of(VersionState.class).stream()
                .filter(version -> version.dataset().equals(name))
                .toList();
    }

    private static Map<String, Integer> ids(VersionState version) {
        return version.tables().getFirst().columns().stream()
                .collect(Collectors.toMap(VersionState.Column::name, VersionState.Column::id));
    }

    private static String path(String name, int version) {
        return "/ingest/v1/datasets/" + name + "/versions/" + version;
    }

    private static String tag(Http.Answer answer) {
        return answer.response().headers().firstValue("ETag").orElseThrow();
    }

    private static String rows(int count, java.util.function.IntFunction<String> row) {
        return IntStream.rangeClosed(1, count).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }

    private static ScoreState score(
            Http.Answer receipt, int reading, long revision, ScoreState.Verdict verdict, List<String> reasons) {
        return new ScoreState(
                UUID.fromString(receipt.text("datasetId")),
                1,
                reading,
                revision,
                50.0,
                Map.of(),
                verdict,
                reasons,
                List.of(),
                null,
                Instant.now());
    }

    private static void register(Http.Answer receipt, String name, List<RoleHolder> roles) {
        register(receipt, name, 1, roles);
    }

    private static void register(Http.Answer receipt, String name, long revision, List<RoleHolder> roles) {
        TestEvents.publish(new DatasetState(
                UUID.fromString(receipt.text("datasetId")),
                revision,
                name,
                List.of(),
                "groen",
                DatasetState.Status.REGISTERED,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                roles,
                null,
                Instant.now()));
    }

    private static String subject(String person) {
        var claims = Tokens.of(person).split("\\.", -1)[1];
        return new JsonMapper()
                .readTree(Base64.getUrlDecoder().decode(claims))
                .required("sub")
                .asString();
    }
}
