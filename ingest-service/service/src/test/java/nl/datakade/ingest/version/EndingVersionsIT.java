package nl.datakade.ingest.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.Life;
import org.junit.jupiter.api.Test;

class EndingVersionsIT extends IngestIT {

    private static final String REASON = "Telpunt F07 telde dubbel";

    @Test
    void aWithdrawnVersionIsToldWithoutTablesAndItsBytesAreKept() {
        var groen = department("groen");
        var name = newName();
        var first = groen.push(name, "a;b\n1;2\n");
        var second = groen.push(name, "a;b\n1;3\n");
        Life.release(first, groen);
        Life.release(second, groen);

        var withdrawn = withdraw(groen, second, REASON);

        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.json().at("/ended/reason").asString()).isEqualTo(REASON);
        var told = Life.awaitTold(second, Outcome.WITHDRAWN);
        assertThat(told.revision()).isEqualTo(2);
        assertThat(told.tables()).isEmpty();
        assertThat(told.manifestKey()).isNull();
        assertThat(told.ended())
                .isNotNull()
                .extracting(VersionState.Ending::reason)
                .isEqualTo(REASON);
        assertThat(objects.keys("landing/" + second.text("datasetId") + "/")).hasSize(2);
        assertThat(objects.keys("tables/" + second.text("datasetId") + "/2/")).isNotEmpty();
    }

    @Test
    void withdrawingAgainSaysTheSameAndTellsNothing() {
        var groen = department("groen");
        var receipt = groen.push(newName(), "a\n1\n");
        Life.awaitState(receipt, groen, "READ");

        var first = withdraw(groen, receipt, REASON);
        var second = withdraw(groen, receipt, "Nog een keer, anders");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        Life.awaitTold(receipt, Outcome.WITHDRAWN);
        assertThat(jdbc.sql("select count(*) from outbox where key = :key and topic = 'datakade.ingest.version'")
                        .param("key", receipt.text("datasetId") + "/1")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void afterAWithdrawalTheSameBytesMakeANewVersionAndThoseOfTheOneBeforeDoNot() {
        var groen = department("groen");
        var name = newName();
        groen.push(name, "a\n1\n");
        var second = groen.push(name, "a\n2\n");
        withdraw(groen, second, REASON);

        assertThat(groen.push(name, "a\n1\n").status()).isEqualTo(200);
        var again = groen.push(name, "a\n2\n");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().required("version").asInt()).isEqualTo(3);
    }

    @Test
    void aScoreThatComesLateChangesNothingAndItIsReadNoMore() {
        var groen = department("groen");
        var receipt = groen.push(newName(), "a\n1\n");
        Life.register(receipt, 1, null);
        Life.awaitState(receipt, groen, "READ");
        withdraw(groen, receipt, REASON);

        Life.score(receipt, 9, ScoreState.Verdict.RELEASED, java.util.List.of());
        var other = groen.push(newName(), "a\n1\n");
        Life.release(other, groen); // so that the score before was taken in too, or will change nothing later either

        assertThat(Life.now(receipt, groen).text("state")).isEqualTo("WITHDRAWN");
        var again = person("admin").post(Life.version(receipt) + "/readings", new byte[0]);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("ended-otherwise");
    }

    @Test
    void onlyThoseWhoseItIsWithdraw() {
        var groen = department("groen");
        var receipt = groen.push(newName(), "a\n1\n");
        Life.register(receipt, 1, null);
        awaitOwner(receipt);

        for (var stranger : new Http[] {department("mobiliteit"), person("analyst")}) {
            assertThat(withdraw(stranger, receipt, REASON).status()).isEqualTo(404);
        }
        assertThat(withdraw(person("admin"), receipt, REASON).status()).isEqualTo(403);
        assertThat(Http.as("", base())
                        .post(Life.version(receipt) + "/withdrawal", body("reason", REASON))
                        .status())
                .isEqualTo(401);
        assertThat(withdraw(person("fg"), receipt, "te kort").status()).isEqualTo(400);
        assertThat(withdraw(person("owner"), receipt, REASON).status()).isEqualTo(200);
    }

    @Test
    void aVersionHeldBackIsSentBackWithAMessageThatItsDepartmentSees() {
        var groen = department("groen");
        var name = newName();
        var first = groen.push(name, "a;b\n1;2\n");
        Life.register(first, 1, null);
        Life.release(first, groen);
        var second = groen.push(name, "a\n1\n");
        Life.holdBack(second, groen, "column-lost");
        var message = "Kolom b ontbreekt; graag de volledige export";

        assertThat(reject(groen, second, message).status()).isEqualTo(403);
        assertThat(reject(person("steward"), first, message).problem()).isEqualTo("not-in-quarantine");
        var rejected = reject(person("steward"), second, message);

        assertThat(rejected.status()).as(rejected.body()).isEqualTo(200);
        var seen = Life.now(second, groen);
        assertThat(seen.text("state")).isEqualTo("REJECTED");
        assertThat(seen.json().at("/ended/reason").asString()).isEqualTo(message);
        assertThat(seen.json().at("/ended/by").asString()).isEqualTo(Life.subject("steward"));
        assertThat(Life.awaitTold(second, Outcome.REJECTED).tables()).isEmpty();
        assertThat(Life.now(first, groen).text("state")).isEqualTo("RELEASED");
        assertThat(withdraw(groen, second, REASON).problem()).isEqualTo("ended-otherwise");
    }

    @Test
    void withdrawnWhileItIsReadItLeavesNoTables() {
        var groen = department("groen");
        var receipt = groen.push(newName(), "a\n1\n");
        withdraw(groen, receipt, REASON); // before, while or after it was read

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var readings = jdbc.sql("select count(*) from reading where dataset_id = cast(:id as uuid)")
                    .param("id", receipt.text("datasetId"))
                    .query(Long.class)
                    .single();
            assertThat(objects.keys("tables/" + receipt.text("datasetId") + "/").isEmpty())
                    .isEqualTo(readings == 0);
        });
        assertThat(Life.now(receipt, groen).text("state")).isEqualTo("WITHDRAWN");
    }

    private void awaitOwner(Http.Answer receipt) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select cardinality(owners) from dataset where id = cast(:id as uuid)")
                                .param("id", receipt.text("datasetId"))
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private static Http.Answer withdraw(Http who, Http.Answer receipt, String reason) {
        return who.post(
                Life.version(receipt) + "/withdrawal", body("reason", reason), "Content-Type", "application/json");
    }

    private static Http.Answer reject(Http who, Http.Answer receipt, String message) {
        return who.post(
                Life.version(receipt) + "/rejections", body("message", message), "Content-Type", "application/json");
    }

    private static byte[] body(String field, String text) {
        return "{\"%s\":\"%s\"}".formatted(field, text).getBytes(StandardCharsets.UTF_8);
    }
}
