package nl.datakade.ingest.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.ingest.ReadVersionsIT;
import org.junit.jupiter.api.Test;

/** What is read again, and what is read after it: ids, types and scores belong to the reading they were made for. */
class LaterReadingsIT extends ReadVersionsIT {

    @Test
    void aVersionThatNobodyCouldReadIsReadAgainAndCountsFromThen() {
        var name = newName();
        var receipt = push(name, "a;b\n1;2\n");
        awaitReading(receipt, 1);
        jdbc.sql("update version set state = 'FAILED', reasons = '{reader-failed}' where delivery_id = :id")
                .param("id", UUID.fromString(receipt.text("deliveryId")))
                .update();
        jdbc.sql("update dataset set accepted_delivery = null, accepted_sha256 = null where name = :name")
                .param("name", name)
                .update();

        var again = person("admin").post(path(name, 1) + "/readings", new byte[0]);

        assertThat(again.status()).as(again.body()).isEqualTo(202);
        awaitReading(receipt, 2);
        awaitState(receipt, "READ");
        var same = department("groen").push(name, "a;b\n1;2\n", "Content-Type", "text/csv");
        assertThat(same.status()).as(same.body()).isEqualTo(200);
        assertThat(same.text("deliveryId")).isEqualTo(receipt.text("deliveryId"));
        assertThat(person("analyst")
                        .post(path(name, 1) + "/readings", new byte[0])
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theScoreOfAnEarlierReadingSaysNothingOfThisOne() {
        var name = newName();
        var receipt = push(name, "a;b\n1;2\n");
        awaitReading(receipt, 1);
        person("steward").post(path(name, 1) + "/readings", new byte[0]);
        awaitReading(receipt, 2);
        awaitState(receipt, "READ");

        judge(receipt, 1, 1, ScoreState.Verdict.HELD_BACK, "no-rows");
        judge(receipt, 2, 2, ScoreState.Verdict.RELEASED);

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

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.rangeClosed(1, count).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }
}
