package nl.datakade.ingest.source.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.source.Sources;
import nl.datakade.ingest.source.StewardOfSources;
import nl.datakade.platform.security.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The queue without anybody at it: the test is the instance that takes runs, and loses them. */
class RunQueueIT extends IngestIT {

    private static final Map<String, String> MARK = Map.of("etag", "\"1\"");

    private final String name = newName();
    private final Runners present;
    private final RunQueue queue;
    private final RunRecord record;
    private final Sources sources;

    @Autowired
    RunQueueIT(Runners present, RunQueue queue, RunRecord record, Sources sources) {
        this.present = present;
        this.queue = queue;
        this.record = record;
        this.sources = sources;
    }

    @BeforeEach
    void begin() {
        present.stop();
        var steward = new StewardOfSources(person("steward"));
        var put = steward.put(name, "\"kind\":\"HTTP\",\"address\":\"http://127.0.0.1:4711/a.csv\"");
        assertThat(put.status()).as(put.body()).isEqualTo(201);
        beFirst();
    }

    @AfterEach
    void end() {
        jdbc.sql("update source set removed_at = now() where name = :name")
                .param("name", name)
                .update();
        present.start();
    }

    @Test
    void aRunAskedForAnewStaysSoWhenItsInstanceIsLost() {
        var scheduled = claim();
        record.write(scheduled, served());
        ask(true);

        var lost = claim();
        assertThat(lost.mark()).isEmpty();
        queue.giveBack(lost);
        beFirst();
        var again = claim();
        assertThat(again.mark()).as("the same run once more").isEmpty();
        record.write(again, new Ending.Failed("line-broke", true, null, 0));
        beFirst();
        var retried = claim();
        assertThat(retried.mark()).as("a retry of it").isEmpty();
        record.write(retried, served());

        beFirst();
        assertThat(claim().mark()).as("the next one by the schedule").isEqualTo(MARK);
    }

    @Test
    void whatIsDueAndWhoHoldsItIsSaidByTheClockOfTheDatabase() {
        jdbc.sql("update source set next_run_at = now() + interval '2 minutes' where name = :name")
                .param("name", name)
                .update();
        var other = queue.claim(); // another test's, if any
        other.ifPresent(queue::giveBack);
        assertThat(other.map(job -> job.source().name()))
                .as("not due, whatever the clock of an instance says")
                .isNotEqualTo(java.util.Optional.of(name));
        beFirst();
        var job = claim();
        assertThat(seconds("held_until - now()")).isBetween(0.0, 600.0);
        jdbc.sql("update source set held_until = now() - interval '1 second' where name = :name")
                .param("name", name)
                .update();
        var second = claim();
        assertThat(queue.extend(job)).as("the first has lost it").isFalse();
        assertThat(record.write(job, served())).isFalse();
        assertThat(record.write(second, served())).isTrue();
        assertThat(seconds("next_run_at - now()"))
                .as("the moment that was served does not come again")
                .isPositive();
    }

    private double seconds(String interval) {
        return jdbc.sql("select extract(epoch from " + interval + ") from source where name = :name")
                .param("name", name)
                .query(Double.class)
                .single();
    }

    private Job claim() {
        var job = queue.claim().orElseThrow();
        assertThat(job.source().name()).isEqualTo(name);
        return job;
    }

    private void ask(boolean anew) {
        var id = jdbc.sql("select id from source where name = :name")
                .param("name", name)
                .query(java.util.UUID.class)
                .single();
        queue.ask(sources.find(id).orElseThrow(), anew, new Caller("steward", null, Set.of(), Set.of()));
    }

    /** The database is that of all tests, with their sources. */
    private void beFirst() {
        jdbc.sql("update source set next_run_at = 'epoch' where name = :name")
                .param("name", name)
                .update();
    }

    private static Ending served() {
        return new Ending.Served(Run.State.UNCHANGED, 0, null, MARK);
    }
}
