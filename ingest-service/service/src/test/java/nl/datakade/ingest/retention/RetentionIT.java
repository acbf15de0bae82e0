package nl.datakade.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.ingest.VersionRemoved;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.contracts.quality.ScoreState.Breach;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.Life;
import nl.datakade.ingest.tombstone.Tombstones;
import nl.datakade.testkit.TestEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RetentionIT extends IngestIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final DatasetState.Retention ONE = new DatasetState.Retention(1, null, false);

    @Autowired
    private Retention retention;

    @Autowired
    private KeptVersions kept;

    @Autowired
    private DueOfDataset dueOfDataset;

    @Autowired
    private RemoveVersion removeVersion;

    @Autowired
    private FinishRemoval finishRemoval;

    @Autowired
    private Tombstones tombstones;

    private final String name = newName();
    private Http groen = Http.as("", "");

    @BeforeEach
    void send() {
        groen = department("groen");
    }

    @Test
    void whatTheRuleLetsGoIsGoneAndATombstoneProvesWhatItWas() throws Exception {
        var first = released("a;b\n1;2\n");
        var second = released("a;b\n1;3\n");
        rule(first, ONE);
        assertThat(groen.get("/ingest/v1/datasets/" + name + "/retention")
                        .json()
                        .at("/due/0")
                        .asInt())
                .isEqualTo(1);

        retention.look();

        var gone = groen.get(Life.version(first));
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.problem()).isEqualTo("version-removed");
        assertThat(gone.text("sha256")).isEqualTo(first.text("sha256"));
        assertThat(gone.text("rule")).isEqualTo("dataset: versions=1");
        assertThat(groen.get(Life.version(first) + "/rejects", "Accept", "text/csv")
                        .status())
                .isEqualTo(410);
        assertThat(Life.now(first, groen).text("state")).isEqualTo("REMOVED");
        assertThat(Life.now(first, groen).json().has("fileName")).isFalse();
        assertThat(objects.keys("landing/" + first.text("datasetId") + "/"))
                .singleElement()
                .asString()
                .contains(second.text("deliveryId"));
        assertThat(objects.keys("tables/" + first.text("datasetId") + "/1/")).isEmpty();
        assertThat(objects.keys("tables/" + first.text("datasetId") + "/2/")).isNotEmpty();
        assertThat(Life.awaitTold(first, Outcome.REMOVED).tables()).isEmpty();

        var tombstone = groen.get(Life.version(first) + "/tombstone").json();
        assertThat(tombstone.at("/objects").asInt()).isEqualTo(3);
        assertThat(tombstone.at("/content/0/sha256").asString()).isEqualTo(first.text("sha256"));
        assertThat(tombstone.at("/content/1/key").asString()).contains("/1/1/");
        var signed = JWSObject.parse(tombstone.at("/proof").asString());
        var keys =
                JWKSet.parse(Http.as("", base()).get("/ingest/v1/receipt-keys").body());
        assertThat(signed.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(signed.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(signed.getPayload().toJSONObject())
                .containsEntry("sha256", first.text("sha256"))
                .containsEntry("rule", "dataset: versions=1");
        var told = await().atMost(PATIENCE)
                .until(
                        () -> TestEvents.of(VersionRemoved.class).stream()
                                .filter(removed ->
                                        removed.deliveryId().toString().equals(first.text("deliveryId")))
                                .toList(),
                        found -> !found.isEmpty());
        assertThat(told).singleElement().satisfies(removed -> {
            assertThat(removed.objects()).isEqualTo(3);
            assertThat(removed.content()).hasSize(2);
            assertThat(removed.proof()).isEqualTo(tombstone.at("/proof").asString());
        });

        assertThat(groen.get(Life.version(second)).status()).isEqualTo(200);
        retention.look();
        assertThat(groen.get(Life.version(second)).status())
                .as("the current version stays")
                .isEqualTo(200);
    }

    @Test
    void whatIsBeingLookedAtWhenItsEndIsDecidedStaysForAWhile() {
        var first = released("a;b\n1;2\n");
        released("a;b\n1;3\n");
        rule(first, ONE);

        patient().look();

        assertThat(groen.get(Life.version(first)).status()).isEqualTo(410);
        assertThat(objects.keys("tables/" + first.text("datasetId") + "/1/")).isNotEmpty();
        var dataset = UUID.fromString(first.text("datasetId"));
        assertThat(tombstones.emptying(dataset))
                .as("no hold is laid on these")
                .containsExactlyInAnyOrder(
                        "landing/" + dataset + "/" + first.text("deliveryId") + "/", "tables/" + dataset + "/1/");
        var decided = tombstones.find(UUID.fromString(first.text("deliveryId"))).orElseThrow();
        assertThat(tombstones.unfinished(Instant.now(), null)).contains(decided);
        assertThat(tombstones.unfinished(Instant.now(), decided))
                .as("what could not be removed is passed by")
                .doesNotContain(decided);

        retention.look();

        assertThat(objects.keys("tables/" + first.text("datasetId") + "/1/")).isEmpty();
    }

    private Retention patient() {
        var hour = Duration.ofHours(1);
        return new Retention(
                kept,
                dueOfDataset,
                removeVersion,
                finishRemoval,
                tombstones,
                new RetentionProperties(hour, hour, null, Map.of()),
                Clock.systemUTC());
    }

    @Test
    void whatIsUnderALegalHoldStaysUntilItIsLifted() {
        var first = released("a\n1\n");
        released("a\n2\n");
        rule(first, ONE);
        var holds = "/ingest/v1/datasets/" + name + "/legal-holds";
        var order = "{\"version\":1,\"reason\":\"Bezwaarprocedure, bewaren tot uitspraak\"}";

        assertThat(post(person("analyst"), holds, order).status()).isEqualTo(404);
        for (var stranger : new String[] {"steward", "admin"}) {
            assertThat(post(person(stranger), holds, order).status())
                    .as(stranger)
                    .isEqualTo(403);
        }
        assertThat(post(groen, holds, order).status()).isEqualTo(403);
        assertThat(post(person("owner"), holds, "{\"version\":1,\"reason\":\"kort\"}")
                        .status())
                .isEqualTo(400);
        var placed = post(person("owner"), holds, order);
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        assertThat(placed.json().required("inStore").asBoolean())
                .as("the store of the tests has no Object Lock")
                .isFalse();

        retention.look();

        assertThat(Life.now(first, groen).text("state")).isEqualTo("RELEASED");
        assertThat(groen.get("/ingest/v1/datasets/" + name + "/retention")
                        .json()
                        .at("/held/0")
                        .asInt())
                .isEqualTo(1);
        var liftings = placed.json().at("/links/liftings").asString();
        var lifting = "{\"reason\":\"Uitspraak is onherroepelijk\"}";
        assertThat(post(person("steward"), liftings, lifting).status()).isEqualTo(403);
        var lifted = post(person("fg"), liftings, lifting);
        assertThat(lifted.status()).as(lifted.body()).isEqualTo(200);
        assertThat(lifted.text("liftedBy")).isEqualTo(Life.subject("fg"));
        assertThat(groen.get(holds).json().at("/items/0/reason").asString()).contains("Bezwaarprocedure");

        retention.look();

        assertThat(groen.get(Life.version(first)).status()).isEqualTo(410);
        assertThat(post(person("owner"), holds, order).status()).as("too late").isEqualTo(410);
    }

    @Test
    void aHoldOnTheDatasetCoversAllVersions() {
        var first = released("a\n1\n");
        released("a\n2\n");
        rule(first, ONE);
        post(
                person("privacy"),
                "/ingest/v1/datasets/" + name + "/legal-holds",
                "{\"reason\":\"Woo-verzoek 2026-12, alles bewaren\"}");

        retention.look();

        assertThat(Life.now(first, groen).text("state")).isEqualTo("RELEASED");
    }

    @Test
    void aWithdrawnVersionGoesByTheSameRuleAndItsReasonIsKept() {
        var first = released("a\n1\n");
        var second = released("a\n2\n");
        rule(first, ONE);
        post(groen, Life.version(second) + "/withdrawal", "{\"reason\":\"Telpunt F07 telde dubbel\"}");
        retention.look();
        assertThat(Life.now(first, groen).text("state"))
                .as("it is the current one again")
                .isEqualTo("RELEASED");

        released("a\n3\n");
        retention.look();

        assertThat(groen.get(Life.version(second) + "/tombstone").text("before"))
                .contains("WITHDRAWN", "Telpunt F07 telde dubbel");
        assertThat(groen.get(Life.version(first)).status()).isEqualTo(410);
    }

    @Test
    void aDatasetThatFailsKeepsNoOtherFromItsTurn() {
        var broken = released("a\n1\n");
        var other = newName();
        var first = releasedOf(other, "a\n1\n");
        releasedOf(other, "a\n2\n");
        Life.register(broken, 1, ONE);
        Life.register(first, 1, ONE);
        await().atMost(PATIENCE).until(() -> hasRule(name) && hasRule(other));
        period(broken, "nonsense");
        try {
            retention.look();
        } finally {
            period(broken, null);
        }
        assertThat(Life.now(first, groen).text("state")).isEqualTo("REMOVED");
        assertThat(objects.keys("tables/" + first.text("datasetId") + "/1/")).isEmpty();
    }

    private void period(Http.Answer receipt, @Nullable String period) {
        jdbc.sql("update dataset set retained_period = :period where id = cast(:id as uuid)")
                .param("period", period)
                .param("id", receipt.text("datasetId"))
                .update();
    }

    @Test
    void whatHeldAVersionBackIsForgottenWithIt() {
        var receipt = groen.push(name, "a\n1\n", "Content-Type", "text/csv");
        Life.holdBack(receipt, groen, List.of(new Breach("column-lost", "tellingen", "snelheid", List.of())));
        released("a\n2\n");
        rule(receipt, ONE);
        retention.look();
        assertThat(Life.now(receipt, groen).text("state")).isEqualTo("REMOVED");
        assertThat(jdbc.sql("select breaches::text from version where delivery_id = cast(:id as uuid)")
                        .param("id", receipt.text("deliveryId"))
                        .query(String.class)
                        .single())
                .isEqualTo("[]");
    }

    @Test
    void withoutARuleNothingGoes() {
        var first = released("a\n1\n");
        released("a\n2\n");

        retention.look();

        assertThat(Life.now(first, groen).text("state")).isEqualTo("RELEASED");
        var view = groen.get("/ingest/v1/datasets/" + name + "/retention").json();
        assertThat(view.has("source")).isFalse();
        assertThat(department("mobiliteit")
                        .get("/ingest/v1/datasets/" + name + "/retention")
                        .status())
                .isEqualTo(404);
        assertThat(groen.get(Life.version(first) + "/tombstone").problem()).isEqualTo("no-tombstone");
    }

    private Http.Answer released(String content) {
        return releasedOf(name, content);
    }

    private Http.Answer releasedOf(String dataset, String content) {
        var receipt = groen.push(dataset, content, "Content-Type", "text/csv");
        Life.release(receipt, groen);
        return receipt;
    }

    private void rule(Http.Answer receipt, DatasetState.Retention rule) {
        Life.register(receipt, 1, rule);
        await().atMost(PATIENCE).until(() -> hasRule(name));
    }

    private boolean hasRule(String dataset) {
        return groen.get("/ingest/v1/datasets/" + dataset + "/retention").json().has("source");
    }

    private static Http.Answer post(Http who, String path, String json) {
        return who.post(path, json.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }
}
