package nl.datakade.ingest.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.ingest.DeliveryLanded;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.ingest.Http.Answer;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.balance.Imbalance.Kind;
import nl.datakade.testkit.TestEvents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Each thing that can come apart is taken apart, found, and mended where it can be. Other tests' leftovers stay aside. */
class BalanceIT extends IngestIT {

    private static final String BALANCE = "/ingest/v1/balance";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Inventory inventory;

    @Autowired
    private Comparison comparison;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private BalanceProperties properties;

    @Test
    void whatAgreesIsNotMentioned() {
        var receipt = read();

        assertThat(imbalances(receipt, false)).isEmpty();
        assertThat(imbalances(receipt, true)).isEmpty();
    }

    @Test
    void aDeliveryWithoutItsBytesIsForAPersonWithABackup() {
        var receipt = read();
        objects.delete(key(receipt));

        assertThat(imbalances(receipt, false)).containsExactly(Kind.OBJECT_MISSING);
        repair();
        assertThat(imbalances(receipt, false)).containsExactly(Kind.OBJECT_MISSING);
        write(key(receipt), content());
    }

    @Test
    void bytesThatChangedInStorageAreFoundByHashingThemAgain() {
        var receipt = read();
        objects.delete(key(receipt));
        write(key(receipt), content().replace('7', '8'));

        assertThat(imbalances(receipt, false)).isEmpty();
        assertThat(imbalances(receipt, true)).containsExactly(Kind.OBJECT_DAMAGED);
    }

    @Test
    void bytesThatNobodyHoldsAReceiptForAreFoundOnceNobodyCanBeBusyWithThem() {
        var orphan = "landing/%s/%s/content".formatted(UUID.randomUUID(), UUID.randomUUID());
        write(orphan, content());

        assertThat(about(get(false), orphan)).isEmpty();
        assertThat(later().imbalances()).contains(new Imbalance(Kind.OBJECT_WITHOUT_DELIVERY, orphan));
        objects.delete(orphan);
        assertThat(later().imbalances()).doesNotContain(new Imbalance(Kind.OBJECT_WITHOUT_DELIVERY, orphan));
    }

    @Test
    void tablesThatNoReadingSpeaksOfAreFoundToo() {
        var stray = "tables/%s/1/1/set/part-0.parquet".formatted(UUID.randomUUID());
        write(stray, content());

        assertThat(later().imbalances()).contains(new Imbalance(Kind.TABLES_WITHOUT_READING, stray));
        objects.delete(stray);
    }

    @Test
    void tablesThatWentAreMadeAgainFromTheRawBytes() {
        var receipt = read();
        var lost = objects.keys("tables/" + receipt.text("datasetId") + "/1/1/").stream()
                .filter(key -> key.endsWith(".parquet"))
                .findFirst()
                .orElseThrow();
        objects.delete(lost);
        assertThat(imbalances(receipt, false)).containsExactly(Kind.TABLES_MISSING);

        assertThat(repair().json().required("mended").path("TABLES_MISSING").asInt())
                .isPositive();

        await().atMost(PATIENCE)
                .until(() -> TestEvents.of(VersionState.class).stream()
                        .anyMatch(version -> version.deliveryId().equals(id(receipt)) && version.reading() == 2));
        assertThat(imbalances(receipt, false)).isEmpty();
    }

    @Test
    void aDeliveryThatNobodyWasToldOfIsAnnounced() {
        var receipt = read();
        var untold = UUID.randomUUID();
        var object = "landing/%s/%s/content".formatted(receipt.text("datasetId"), untold);
        write(object, content());
        jdbc.sql("""
                        with copy as (
                            insert into delivery (id, dataset_id, version, pushed_to, department, client, object_key, size,
                                sha256, media_type, received_at)
                            select :id, dataset_id, 2, pushed_to, department, client, :object, size, sha256, media_type,
                                received_at
                            from delivery where id = :copied returning id, dataset_id, version, received_at)
                        insert into version (delivery_id, dataset_id, version, state, landed_at, since)
                        select id, dataset_id, version, 'READ', received_at, received_at from copy""")
                .param("id", untold)
                .param("object", object)
                .param("copied", id(receipt))
                .update();
        assertThat(about(get(false), receipt.text("datasetId"))).containsExactly(Kind.VERSION_GAP);
        jdbc.sql("update dataset set latest_version = 2 where id = :id")
                .param("id", UUID.fromString(receipt.text("datasetId")))
                .update();
        assertThat(about(get(false), receipt.text("datasetId"))).isEmpty();
        assertThat(about(get(false), untold.toString())).containsExactly(Kind.DELIVERY_NOT_ANNOUNCED);

        repair();

        await().atMost(PATIENCE)
                .until(() -> TestEvents.of(DeliveryLanded.class).stream()
                        .anyMatch(landed -> landed.deliveryId().equals(untold) && landed.version() == 2));
        assertThat(about(get(false), untold.toString())).isEmpty();
    }

    @Test
    void aReadingThatNobodyWasToldOfIsAnnounced() {
        var receipt = read();
        jdbc.sql("update reading set reading = 2, outcome = 'NOT_TABULAR', manifest = null, document = null"
                        + " where dataset_id = :id")
                .param("id", UUID.fromString(receipt.text("datasetId")))
                .update();
        jdbc.sql("update version set revision = revision + 1 where delivery_id = :id")
                .param("id", id(receipt))
                .update();
        assertThat(imbalances(receipt, false)).containsExactly(Kind.VERSION_NOT_ANNOUNCED);

        repair();

        await().atMost(PATIENCE)
                .until(() -> TestEvents.of(VersionState.class).stream()
                        .anyMatch(version -> version.deliveryId().equals(id(receipt))
                                && version.outcome() == VersionState.Outcome.NOT_TABULAR));
        assertThat(imbalances(receipt, false)).isEmpty();
    }

    @Test
    void anEndThatNobodyWasToldOfIsAnnounced() {
        var receipt = read();
        jdbc.sql("""
                        update version set state = 'WITHDRAWN', ended_at = now(), ended_by = 'a', ended_reason = 'Dubbel',
                            revision = revision + 1 where delivery_id = :id""").param("id", id(receipt)).update();
        assertThat(imbalances(receipt, false)).containsExactly(Kind.VERSION_NOT_ANNOUNCED);

        repair();

        await().atMost(PATIENCE)
                .until(() -> TestEvents.of(VersionState.class).stream()
                        .anyMatch(version -> version.deliveryId().equals(id(receipt))
                                && version.outcome() == VersionState.Outcome.WITHDRAWN
                                && version.revision() == 2));
        assertThat(imbalances(receipt, false)).isEmpty();
    }

    @Test
    void aVersionThatARuleRemovedIsNotMissed() {
        var receipt = read();
        var dataset = UUID.fromString(receipt.text("datasetId"));
        jdbc.sql(
                        "update version set state = 'REMOVED', ended_at = now(), ended_reason = 'city: period=P1Y' where delivery_id = :id")
                .param("id", id(receipt))
                .update();
        jdbc.sql("""
                        insert into tombstone (delivery_id, dataset_id, version, rule, content, decided_at, removed_at)
                        values (:id, :dataset, 1, 'city: period=P1Y', '[]', now(), now())""").param("id", id(receipt)).param("dataset", dataset).update();
        jdbc.sql("delete from reading where dataset_id = :dataset")
                .param("dataset", dataset)
                .update();
        repair();
        assertThat(later().imbalances())
                .as("what was not removed after all")
                .contains(new Imbalance(Kind.OBJECT_WITHOUT_DELIVERY, key(receipt)));
        objects.keys("tables/" + dataset + "/").forEach(objects::delete);
        objects.delete(key(receipt));

        assertThat(imbalances(receipt, false)).isEmpty();
    }

    @Test
    void onlyAnOperatorLooks() {
        assertThat(department("groen").get(BALANCE).status()).isEqualTo(403);
        assertThat(person("steward").post(BALANCE + "/repairs", new byte[0]).status())
                .isEqualTo(403);
        assertThat(person("admin").get(BALANCE + "?deep=misschien").status()).isEqualTo(400);
    }

    private static String content() {
        return "telpunt;aantal\nF01;17\nF02;88\n";
    }

    private Answer read() {
        var receipt = department("groen").push(newName(), content(), "Content-Type", "text/csv");
        assertThat(receipt.status()).isEqualTo(201);
        await().atMost(PATIENCE)
                .until(() -> TestEvents.of(VersionState.class).stream()
                        .anyMatch(version -> version.deliveryId().equals(id(receipt))));
        return receipt;
    }

    private Answer get(boolean deep) {
        var answer = person("admin").get(BALANCE + "?deep=" + deep);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private Answer repair() {
        var answer = person("admin").post(BALANCE + "/repairs", new byte[0]);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** As it will be seen when nothing of now can still be under way. */
    private Balance later() {
        var clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(7));
        return new CheckBalance(jdbc, transactions, inventory, comparison, objects, clock, properties).check(false);
    }

    private List<Kind> imbalances(Answer receipt, boolean deep) {
        return about(get(deep), receipt.text("deliveryId"));
    }

    private static List<Kind> about(Answer balance, String subject) {
        return balance.json().required("imbalances").values().stream()
                .filter(one -> one.required("subject").asString().equals(subject))
                .map(one -> Kind.valueOf(one.required("kind").asString()))
                .toList();
    }

    private void write(String key, String content) {
        try (var upload = objects.upload(key, "text/csv")) {
            upload.write(content.getBytes(StandardCharsets.UTF_8));
            upload.complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID id(Answer receipt) {
        return UUID.fromString(receipt.text("deliveryId"));
    }

    private static String key(Answer receipt) {
        return "landing/%s/%s/content".formatted(receipt.text("datasetId"), receipt.text("deliveryId"));
    }
}
