package nl.datakade.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.ingest.CurrentRows;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.Life;
import nl.datakade.ingest.landing.Reservation;
import nl.datakade.ingest.retention.RetentionPeriods;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What becomes of a stream with time; the time is told to the database, for nobody waits so long. */
class StreamAgeIT extends IngestIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WEEK = "P7D";

    private final String name = newName();

    @Autowired
    private List<ScheduledTaskHolder> beats;

    @Autowired
    private RetentionPeriods periods;

    @Autowired
    private Streams streams;

    @Autowired
    private StreamRecord record;

    @Autowired
    private MeterRegistry registry;

    @Test
    void whatIsOlderThanThePeriodGoesWithItsLinesAndAProofOfEach() {
        var first = released("{\"nummer\":1}", 1);
        var second = released("{\"nummer\":2}", 2);
        var third = released("{\"nummer\":3}", 3);
        age(3);
        rule(first, 1, new DatasetState.Retention(1, WEEK, false));

        var told = sender().get("/ingest/v1/datasets/" + name + "/retention").json();
        assertThat(told.required("versions").asInt()).isEqualTo(1);
        assertThat(told.required("versionsApply").asBoolean())
                .as("a number of versions says nothing of a stream")
                .isFalse();
        assertThat(told.required("due").toString()).isEqualTo("[1,2]");
        hold("\"version\":2,");
        beat("Retention.look");

        var gone = sender().get(Life.version(first));
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.problem()).isEqualTo("version-removed");
        assertThat(gone.text("rule")).isEqualTo("dataset: period=P7D");
        var tombstone = sender().get(Life.version(first) + "/tombstone").json();
        assertThat(tombstone.required("content")).hasSize(1);
        assertThat(tombstone.at("/content/0/sha256").asString()).isEqualTo(first.text("sha256"));
        assertThat(tombstone.required("proof").asString()).isNotEmpty();
        assertThat(Life.awaitTold(first, Outcome.REMOVED).tables()).isEmpty();
        assertThat(Life.now(second, sender()).text("state")).as("it is held").isEqualTo("RELEASED");
        assertThat(Life.now(third, sender()).text("state")).as("it is current").isEqualTo("RELEASED");
        assertThat(objects.keys("landing/" + first.text("datasetId") + "/")).hasSize(2);
    }

    @Test
    void anyNumberOfVersionsOfAStreamIsKept() {
        var first = released("{\"nummer\":1}", 1);
        released("{\"nummer\":2}", 2);
        rule(first, 1, new DatasetState.Retention(1, null, true));
        beat("Retention.look");
        assertThat(Life.now(first, sender()).text("state")).isEqualTo("RELEASED");
    }

    @Test
    void aPeriodLongerThanAnyCalendarKeepsEverything() {
        var first = released("{\"nummer\":1}", 1);
        released("{\"nummer\":2}", 2);
        age(2);
        rule(first, 1, new DatasetState.Retention(null, "P9999Y", true));
        var told = sender().get("/ingest/v1/datasets/" + name + "/retention");
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.json().required("due")).isEmpty();
        beat("Retention.look");
        beat("TidyStreams.tidy");
        assertThat(latestVersion()).isEqualTo(2);
        assertThat(rows()).containsExactly("1.0", "2.0");
    }

    @Test
    void rowsPastThePeriodLeaveAStreamThatStopped() {
        var first = landed("{\"nummer\":1}", 1);
        landed("{\"nummer\":2}", 2);
        agePart(1);
        beat("TidyStreams.tidy");
        assertThat(latestVersion()).as("without a rule all stays").isEqualTo(2);

        rule(first, 1, new DatasetState.Retention(null, WEEK, false));
        beat("TidyStreams.tidy");
        assertThat(latestVersion()).isEqualTo(3);
        assertThat(rows()).containsExactly("2.0");
        assertThat(delivery(3).json().required("size").asInt()).isZero();

        agePart(1);
        beat("TidyStreams.tidy");
        assertThat(latestVersion())
                .as("the rule does not speak of the current version")
                .isEqualTo(3);

        rule(first, 2, new DatasetState.Retention(null, WEEK, true));
        beat("TidyStreams.tidy");
        assertThat(latestVersion()).isEqualTo(4);
        assertThat(rows()).isEmpty();
        beat("TidyStreams.tidy");
        assertThat(latestVersion()).isEqualTo(4);

        landed("{\"nummer\":3}", 5);
        assertThat(rows()).containsExactly("3.0");
    }

    @Test
    void aStreamThatStoppedKeepsWhatTheRuleLetsItKeepHoweverShortTheWindow() {
        var first = landed("{\"nummer\":1}", 1);
        landed("{\"nummer\":2}", 2);
        for (int week = 0; week < 5; week++) {
            agePart(2);
        }
        rule(first, 1, new DatasetState.Retention(null, "P1Y", true));
        beat("TidyStreams.tidy");
        assertThat(latestVersion()).as("forty days is within a year").isEqualTo(2);
        assertThat(rows()).containsExactly("1.0", "2.0");

        rule(first, 2, new DatasetState.Retention(null, "P1M", true));
        beat("TidyStreams.tidy");
        assertThat(latestVersion()).isEqualTo(3);
        assertThat(rows()).isEmpty();
    }

    @Test
    void aStreamThatFailsKeepsNoOtherFromItsTurn() {
        var broken = newName();
        sender().post(
                        "/ingest/v1/datasets/" + broken + "/observations",
                        "{\"nummer\":1}".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-ndjson");
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select latest_version from dataset where name = :name")
                                .param("name", broken)
                                .query(Integer.class)
                                .single()
                        == 1);
        var first = landed("{\"nummer\":1}", 1);
        agePart(1);
        rule(first, 1, new DatasetState.Retention(null, WEEK, true));
        period(broken, "nonsense");
        try {
            beat("TidyStreams.tidy");
        } finally {
            period(broken, null);
        }
        assertThat(rows()).isEmpty();
    }

    @Test
    void aHoldOnTheDatasetCountsForWhatIsAboutToBeWrittenDown() {
        var only = landed("{\"nummer\":1}", 1);
        rule(only, 1, new DatasetState.Retention(null, WEEK, true));
        var dataset = UUID.fromString(only.text("datasetId"));
        var bound = periods.of(dataset).orElseThrow();
        var stream = streams.find(dataset).orElseThrow();
        var place = new Reservation(UUID.randomUUID(), dataset, name, false, "mobiliteit");
        hold("");
        var written =
                record.write(new NewVersion(place, "", "", 0, "", stream, List.of(), List.of(), bound, Instant.now()));
        assertThat(written).isFalse();
        assertThat(latestVersion()).isEqualTo(1);

        agePart(1);
        beat("TidyStreams.tidy");
        assertThat(rows()).as("it is held").containsExactly("1.0");
        landed("{\"nummer\":2}", 2);
        assertThat(rows()).containsExactly("1.0", "2.0");
    }

    @Test
    void rowsThatAHeldBackVersionLetsBeShownPastThePeriodAreCounted() {
        var first = released("{\"nummer\":1}", 1);
        agePart(1);
        beat("TidyStreams.tidy");
        var before = overdue();
        rule(first, 1, new DatasetState.Retention(null, WEEK, true));
        beat("TidyStreams.tidy");
        assertThat(overdue())
                .as("the version without them waits for its judgement")
                .isEqualTo(before);
        var second = delivery(2);
        Life.score(second, 1, Verdict.HELD_BACK, List.of("no-rows"));
        Life.awaitState(second, sender(), "HELD_BACK");
        beat("TidyStreams.tidy");
        assertThat(overdue()).isEqualTo(before + 1);

        Life.score(second, 2, Verdict.RELEASED, List.of());
        Life.awaitState(second, sender(), "RELEASED");
        beat("TidyStreams.tidy");
        assertThat(overdue()).isEqualTo(before);
    }

    private double overdue() {
        return registry.get("datakade.stream.overdue").gauge().value();
    }

    private void period(String dataset, @Nullable String period) {
        jdbc.sql("update dataset set retained_period = :period where name = :name")
                .param("period", period)
                .param("name", dataset)
                .update();
    }

    @Test
    void aRuleForTheCurrentVersionTakesTheStreamsPartsToo() {
        var only = released("{\"nummer\":1}", 1);
        age(1);
        rule(only, 1, new DatasetState.Retention(null, WEEK, true));
        beat("Retention.look");
        assertThat(Life.now(only, sender()).text("state")).isEqualTo("REMOVED");
        beat("TidyStreams.tidy");
        ageSuperseded();
        beat("TidyStreams.tidy");
        assertThat(objects.keys("streams/" + only.text("datasetId") + "/")).isEmpty();
        assertThat(objects.keys("landing/" + only.text("datasetId") + "/")).isEmpty();

        landed("{\"nummer\":2}", 2);
        assertThat(rows()).containsExactly("2.0");
    }

    @Test
    void whatNoRecentVersionShowsGoesAndSoDoesTheAccountOfIt() {
        var first = released("{\"nummer\":1}", 1);
        released("{\"nummer\":2,\"plek\":\"x\"}", 2); // the first part is written anew, with the column
        ageSuperseded();
        beat("TidyStreams.tidy");
        assertThat(sender().get(Life.version(first)).status())
                .as("the last but one released is in use, perhaps")
                .isEqualTo(200);

        var third = released("{\"nummer\":3}", 3);
        ageSuperseded();
        beat("TidyStreams.tidy");

        var gone = sender().get(Life.version(first), "Accept-Language", "nl");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.problem()).isEqualTo("version-let-go");
        assertThat(gone.text("title")).isEqualTo("De tabellen van deze versie zijn weg");
        assertThat(gone.text("detail")).contains(name, "ontvangstbewijs");
        assertThat(sender().get(gone.text("receipt")).status()).isEqualTo(200);
        assertThat(sender().get(gone.text("delivery")).text("sha256")).isEqualTo(first.text("sha256"));
        assertThat(objects.exists("landing/" + first.text("datasetId") + "/" + first.text("deliveryId") + "/content"))
                .isTrue();
        assertThat(sender().get(Life.version(third)).status()).isEqualTo(200);
        assertThat(rows()).containsExactly("1.0", "2.0", "3.0");
        assertThat(objects.keys("streams/" + first.text("datasetId") + "/")).hasSize(3);
    }

    private Http sender() {
        return department("mobiliteit");
    }

    private void beat(String method) {
        var task = beats.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .filter(scheduled -> scheduled.toString().endsWith(method))
                .toList();
        assertThat(task).as(method).hasSize(1);
        task.getFirst().getTask().getRunnable().run();
    }

    /** Its delivery. */
    private Http.Answer landed(String line, int version) {
        var path = "/ingest/v1/datasets/" + name + "/observations";
        var sent = sender().post(path, line.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/x-ndjson");
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() -> sender().get(path + "?position=" + sent.text("position"))
                        .json()
                        .required("landed")
                        .asBoolean());
        assertThat(latestVersion()).isEqualTo(version);
        return delivery(version);
    }

    private Http.Answer released(String line, int version) {
        var delivery = landed(line, version);
        Life.score(delivery, 1, Verdict.RELEASED, List.of());
        Life.awaitState(delivery, sender(), "RELEASED");
        return delivery;
    }

    private Http.Answer delivery(int version) {
        var id = jdbc.sql("select v.id::text from delivery v join dataset d on d.id = v.dataset_id"
                        + " where d.name = :name and v.version = :version")
                .param("name", name)
                .param("version", version)
                .query(String.class)
                .single();
        return sender().get("/ingest/v1/deliveries/" + id);
    }

    private void rule(Http.Answer delivery, long revision, DatasetState.Retention rule) {
        Life.register(delivery, revision, rule);
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select revision from dataset where name = :name")
                                .param("name", name)
                                .query(Long.class)
                                .single()
                        == revision);
    }

    /** @param version as JSON has it; nothing for all of them */
    private void hold(String version) {
        var placed = person("owner")
                .post(
                        "/ingest/v1/datasets/" + name + "/legal-holds",
                        "{%s\"reason\":\"Bezwaarprocedure, bewaren tot uitspraak\"}"
                                .formatted(version)
                                .getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json");
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
    }

    /** So many deliveries, and what is made of them, are eight days older. */
    private void age(int versions) {
        change("update delivery set received_at = received_at - interval '8 days' where version <= " + versions
                + " and dataset_id = (select id from dataset where name = :name)");
        change("update version set landed_at = landed_at - interval '8 days' where version <= " + versions
                + " and dataset_id = (select id from dataset where name = :name)");
        agePart(versions);
    }

    private void agePart(int parts) {
        change("""
                update stream_part set since = since - interval '8 days', until = until - interval '8 days'
                where key in (select key from stream_part p join dataset d on d.id = p.dataset_id
                    where d.name = :name and superseded_at is null order by number limit %d)""".formatted(parts));
    }

    /** Superseded two days ago. */
    private void ageSuperseded() {
        change("""
                update stream_part set superseded_at = superseded_at - interval '2 days'
                where dataset_id = (select id from dataset where name = :name)""");
        change("""
                update reading set read_at = read_at - interval '2 days'
                where dataset_id = (select id from dataset where name = :name)""");
    }

    private void change(String sql) {
        jdbc.sql(sql).param("name", name).update();
    }

    private int latestVersion() {
        return jdbc.sql("select latest_version from dataset where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private List<String> rows() {
        return CurrentRows.of(jdbc, objects::open, name, "nummer");
    }
}
