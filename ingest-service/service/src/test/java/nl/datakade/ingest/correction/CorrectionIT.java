package nl.datakade.ingest.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.ReadVersionsIT;
import nl.datakade.ingest.Registered;
import nl.datakade.testkit.TestEvents;
import org.junit.jupiter.api.Test;

class CorrectionIT extends ReadVersionsIT {

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
        assertThat(awaitReading(receipt, 1).tables().getFirst().columns())
                .extracting(VersionState.Column::instruction)
                .containsOnlyNulls();
        assertThat(second.tables().getFirst().columns())
                .extracting(column -> column.instruction() == null)
                .as("others see which values are read otherwise than before")
                .containsExactly(false, true);
        assertThat(department("groen")
                        .get(path + "/rejects", "Accept", "text/csv")
                        .body())
                .contains(",3,\"datum\"")
                .doesNotContain("31-02-2026");
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

    /** What may be seen was decided for a column, and rows are filtered by names: a name must not lead to another column. */
    @Test
    void aColumnNeverGetsTheNameOfAnother() {
        var name = newName();
        var first = push(name, "a;b;c\n1;2;3\n");
        awaitReading(first, 1);
        assertThat(errors(name, "{\"columns\":{\"a\":{\"name\":\"b\"},\"b\":{\"name\":\"a\"}}}"))
                .containsExactlyInAnyOrder("columns.a.name", "columns.b.name");
        assertThat(errors(name, "{\"headerLines\":1,\"columns\":{\"a\":{\"name\":\"b\"}}}"))
                .containsExactly("columns.a.name");

        var path = path(name, 1) + "/reading";
        person("steward").patch(path, "{\"columns\":{\"b\":{\"name\":\"oud\"}}}", "If-Match", "*");
        var renamed = awaitReading(first, 2);
        assertThat(ids(renamed).get("oud"))
                .isEqualTo(ids(awaitReading(first, 1)).get("b"));
        assertThat(errors(name, "{\"columns\":{\"a\":{\"name\":\"b\"}}}")).containsExactly("columns.a.name");

        person("steward").patch(path, "{\"columns\":{\"b\":{\"name\":\"b\"}}}", "If-Match", "*");
        assertThat(ids(awaitReading(first, 3))).isEqualTo(ids(awaitReading(first, 1)));
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

        Registered.of(receipt).steward(subject("owner")).publish();
        await().untilAsserted(() -> assertThat(person("steward")
                        .patch(path, patch, "If-Match", "\"7-7\"") // changes nothing while the steward still is one
                        .problem())
                .isEqualTo("not-its-steward"));
        Registered.of(receipt).revision(2).steward(subject("steward")).publish();
        await().untilAsserted(() -> assertThat(
                        person("steward").patch(path, patch, "If-Match", "*").status())
                .isEqualTo(202));
        awaitReading(receipt, 2);
        assertThat(person("steward").patch(path, patch, "If-Match", "*").status())
                .as("read in just this way already")
                .isEqualTo(200);
    }

    private List<String> errors(String name, String patch) {
        var refused = person("steward").patch(path(name, 1) + "/reading", patch, "If-Match", "*");
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        return refused.json().required("errors").findValuesAsString("name");
    }

    private static List<VersionState> versions(String name) {
        return TestEvents.of(VersionState.class).stream()
                .filter(version -> version.dataset().equals(name))
                .toList();
    }

    private static String tag(Http.Answer answer) {
        return answer.response().headers().firstValue("ETag").orElseThrow();
    }
}
