package nl.datakade.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.datakade.contracts.ingest.DeliveryFailed;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.ReadVersionsIT;
import nl.datakade.ingest.Registered;
import nl.datakade.testkit.TestAccess;
import nl.datakade.testkit.TestEvents;
import org.junit.jupiter.api.Test;

class ReadingIT extends ReadVersionsIT {

    private static final String CSV = """
            telpunt;aantal;datum
            F01;12,5;31-12-2025
            F02;1.204,0;01-01-2026
            F03;3;02-01-2026
            F04;x;y;z;te;veel
            """;

    @Test
    void aFileBecomesATableAndTheVersionIsAnnouncedOnce() {
        var name = newName();
        var receipt = push("groen", name, CSV);

        var read = awaitState(receipt, "READ");

        var table = read.json().required("tables").get(0);
        assertThat(table.required("rows").asLong()
                        + table.required("rejectedRows").asLong())
                .isEqualTo(4);
        var version = versions(receipt).getLast();
        assertThat(versions(receipt)).hasSize(1);
        assertThat(version.outcome()).isEqualTo(VersionState.Outcome.READ);
        assertThat(version.dataset()).isEqualTo(name);
        assertThat(version.tables()).singleElement().satisfies(announced -> {
            assertThat(announced.rowsIn()).isEqualTo(announced.rows() + announced.rejectedRows());
            assertThat(announced.columns())
                    .extracting(VersionState.Column::name)
                    .contains("telpunt", "aantal");
            assertThat(announced.parts())
                    .allSatisfy(part -> assertThat(objects.exists(part.key())).isTrue());
        });
        var manifest = "tables/" + receipt.text("datasetId") + "/1/1/manifest.json";
        assertThat(version.manifestKey()).isEqualTo(manifest);
        assertThat(objects.exists(manifest)).isTrue();
    }

    @Test
    void howAVersionWasReadCanBeSeenByItsDepartmentOnly() {
        var name = newName();
        awaitState(push("groen", name, CSV), "READ");
        var path = "/ingest/v1/datasets/" + name + "/versions/1";

        var seen = department("groen").get(path);

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.json().required("dialect").required("delimiter").asString())
                .isEqualTo(";");
        assertThat(seen.json().required("tables").get(0).required("columns").size())
                .isGreaterThanOrEqualTo(3);
        assertThat(seen.json().required("rowsIn").asLong()).isEqualTo(4);
        assertThat(department("mobiliteit").get(path).status()).isEqualTo(404);
        assertThat(person("privacy").get(path).status()).isEqualTo(200);
        assertThat(department("groen").get(path + "0").problem()).isEqualTo("version-unknown");
    }

    @Test
    void rejectedRowsAreListedForTheSenderAndRoleHoldersWithoutTheirText() {
        var name = newName();
        var receipt = awaitState(push("groen", name, CSV), "READ");
        var path = "/ingest/v1/datasets/" + name + "/versions/1/rejects";

        var rejects = department("groen").get(path, "Accept", "text/csv");

        assertThat(rejects.status()).as(rejects.body()).isEqualTo(200);
        assertThat(rejects.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(rejects.body())
                .startsWith("table,line,column,reason,reden\r\n")
                .contains("6 cells where the header has 3", "6 cellen waar de kop er 3 heeft")
                .doesNotContain("te;veel");
        assertThat(department("mobiliteit").get(path).status()).isEqualTo(404);
        assertThat(person("admin").get(path).status()).isEqualTo(403);

        Registered.of(receipt).steward(subject("steward")).publish();
        await().untilAsserted(
                        () -> assertThat(person("steward").get(path).status()).isEqualTo(200));
        assertThat(person("steward").get(path).body()).doesNotContain("te;veel");
    }

    @Test
    void theTextOfRejectedRowsGoesToWhoSeesEveryColumnAndIsRecordedFirst() {
        var name = newName();
        var receipt = awaitState(push("groen", name, CSV), "READ");
        Registered.of(receipt).steward(subject("steward")).publish();
        var path = "/ingest/v1/datasets/" + name + "/versions/1/rejects?raw=true";
        await().untilAsserted(() -> assertThat(
                        person("steward").get(path.replace("?raw=true", "")).status())
                .isEqualTo(200));
        var steward = person("steward");
        var id = receipt.text("datasetId");

        assertThat(steward.get(path).status()).isEqualTo(400);
        assertThat(steward.get(path + "&purpose=onderzoek").problem()).isEqualTo("raw-rows-restricted");
        TestAccess.current().sight(name, 400, "{\"type\":\"/problems/purpose-unusable\",\"status\":400}");
        assertThat(steward.get(path + "&purpose=onderzoek").problem()).isEqualTo("purpose-unusable");
        TestAccess.current().sight(name, 429, "{\"type\":\"/problems/queries-too-many\",\"status\":429}");
        assertThat(steward.get(path + "&purpose=onderzoek").problem()).isEqualTo("disclosure-undecided");
        TestAccess.current().sight(name, 200, "{\"version\":1,\"reading\":1,\"everything\":false}");
        assertThat(steward.get(path + "&purpose=onderzoek").problem()).isEqualTo("raw-rows-restricted");
        TestAccess.current().sight(name, 200, "{\"version\":2,\"reading\":1,\"everything\":true}");
        assertThat(steward.get(path + "&purpose=onderzoek").problem()).isEqualTo("raw-rows-restricted");
        TestAccess.current().sight(name, 200, "{\"version\":1,\"reading\":1,\"everything\":true}");
        assertThat(person("admin").get(path + "&purpose=onderzoek").status()).isEqualTo(403);
        TestAccess.current().away(true);
        try {
            var refused = steward.get(path + "&purpose=onderzoek");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.problem()).isEqualTo("disclosure-undecided");
        } finally {
            TestAccess.current().away(false);
        }
        TestAccess.current().unrecorded(true);
        try {
            var refused = steward.get(path + "&purpose=onderzoek");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.problem()).isEqualTo("disclosure-unrecorded");
            assertThat(refused.body()).doesNotContain("te;veel");
        } finally {
            TestAccess.current().unrecorded(false);
        }
        assertThat(TestAccess.current().disclosures(id)).isEmpty();

        var rows = steward.get(path + "&purpose=onderzoek");

        assertThat(rows.status()).as(rows.body()).isEqualTo(200);
        assertThat(rows.body()).startsWith("table,line,column,reason,reden,raw").contains("te;veel");
        assertThat(TestAccess.current().disclosures(id)).singleElement().satisfies(disclosure -> {
            assertThat(disclosure.at("/kind").asString()).isEqualTo("REJECTS");
            assertThat(disclosure.at("/person").asString()).isEqualTo(subject("steward"));
            assertThat(disclosure.at("/purpose").asString()).isEqualTo("onderzoek");
            assertThat(disclosure.at("/columns").toString()).contains(".telpunt");
        });
    }

    @Test
    void aFileThatHoldsNoTableFailsWithAReasonAndMayBeSentAgain() {
        var name = newName();
        var zip = "PK\u0003\u0004 not a sheet".getBytes(StandardCharsets.ISO_8859_1);
        var receipt = department("groen").push(name, zip, "Content-Type", "text/csv");

        var failed = awaitState(receipt, "FAILED");

        assertThat(failed.text("reason")).isNotBlank();
        assertThat(versions(receipt)).singleElement().satisfies(version -> {
            assertThat(version.outcome()).isEqualTo(VersionState.Outcome.UNREADABLE);
            assertThat(version.reason()).isEqualTo(failed.text("reason"));
            assertThat(version.tables()).isEmpty();
        });
        await().untilAsserted(() -> assertThat(TestEvents.of(DeliveryFailed.class).stream()
                        .filter(event -> event.deliveryId().toString().equals(receipt.text("deliveryId"))))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo(failed.text("reason"))));
        var again = department("groen").push(name, zip, "Content-Type", "text/csv");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().required("version").asInt()).isEqualTo(2);
    }

    @Test
    void aTableWithoutRowsIsReadAndSaysSo() {
        var receipt = push("groen", newName(), "telpunt;aantal\r\n");

        var read = awaitState(receipt, "READ");

        assertThat(read.json().required("tables").get(0).required("rows").asLong())
                .isZero();
        assertThat(versions(receipt).getLast().findings())
                .extracting(VersionState.Finding::code)
                .contains("no-rows");
    }

    @Test
    void columnsKeepTheirIdsInTheNextVersion() {
        var name = newName();
        awaitState(push("groen", name, "a;b\n1;2\n3;4\n"), "READ");
        var second = push("groen", name, "b;c;a\n1;2;3\n3;4;5\n");
        awaitState(second, "READ");

        var before = ids(versions(second).getFirst());
        var after = ids(versions(second).getLast());
        assertThat(after).containsAllEntriesOf(before);
        assertThat(before.values()).doesNotContain(after.get("c"));
    }

    @Test
    void whatQualitySaysShowsAtTheDelivery() {
        var receipt = push("groen", newName(), "a;b\n1;2\n3;4\n");
        awaitState(receipt, "READ");

        judge(receipt, 1, 1, ScoreState.Verdict.HELD_BACK, "no-rows");
        assertThat(awaitState(receipt, "HELD_BACK").text("reason")).isEqualTo("no-rows");
        judge(receipt, 1, 2, ScoreState.Verdict.RELEASED);
        assertThat(awaitState(receipt, "RELEASED").json().has("reason")).isFalse();
    }

    @Test
    void windows1252WithDecimalCommasIsReadAsSuch() {
        var text = "straat;bedrag\r\nCaféstraat;€ 1.204,50\r\nHoogstraat;€ 3,10\r\n";
        var receipt = department("groen")
                .push(newName(), text.getBytes(Charset.forName("windows-1252")), "Content-Type", "text/csv");

        awaitState(receipt, "READ");

        assertThat(department("groen")
                        .get(receipt.json()
                                .required("links")
                                .required("version")
                                .asString())
                        .json()
                        .required("encoding")
                        .required("name")
                        .asString())
                .isEqualToIgnoringCase("windows-1252");
    }

    private static List<VersionState> versions(Http.Answer receipt) {
        return await().until(
                        () -> TestEvents.of(VersionState.class).stream()
                                .filter(version ->
                                        version.datasetId().toString().equals(receipt.text("datasetId")))
                                .toList(),
                        found -> found.stream()
                                .anyMatch(version ->
                                        version.deliveryId().toString().equals(receipt.text("deliveryId"))));
    }
}
