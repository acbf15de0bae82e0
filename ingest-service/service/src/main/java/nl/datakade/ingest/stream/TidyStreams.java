package nl.datakade.ingest.stream;

import java.time.Clock;
import java.time.Duration;
import nl.datakade.platform.object.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes what streams need no more: rows past the period of a rule, parts that were merged or had their time, the accounts
 * of versions that showed them, what a kill left behind, old digests.
 */
@Component
class TidyStreams {

    private static final Logger log = LoggerFactory.getLogger(TidyStreams.class);
    private static final int BATCH = 1_000;
    private static final Duration ORPHANS_AFTER = Duration.ofHours(6);

    private final ExpireRows expireRows;
    private final OverdueRows overdueRows;
    private final StreamParts parts;
    private final LetGoDocuments documents;
    private final SeenObservations seen;
    private final ObjectStore objects;
    private final StreamProperties properties;
    private final Clock clock;

    TidyStreams(
            ExpireRows expireRows,
            OverdueRows overdueRows,
            StreamParts parts,
            LetGoDocuments documents,
            SeenObservations seen,
            ObjectStore objects,
            StreamProperties properties,
            Clock clock) {
        this.expireRows = expireRows;
        this.overdueRows = overdueRows;
        this.parts = parts;
        this.documents = documents;
        this.seen = seen;
        this.objects = objects;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${datakade.stream.tidy-every:10m}",
            initialDelayString = "${datakade.stream.tidy-every:10m}")
    void tidy() {
        each("Parts of versions that were removed", parts::supersedeRemoved);
        each("Rows past the period of a rule", expireRows::look);
        each("Counts of rows past their period", overdueRows::look);
        each("Parts that had their time", this::forgetAllParts);
        each("Accounts of versions", this::letDocumentsGo);
        each("Digests of observations", this::forgetObservations);
    }

    /** One that fails is no reason to leave the others. */
    private static void each(String what, Runnable duty) {
        try {
            duty.run();
        } catch (RuntimeException failure) {
            log.warn("Left for later: {}: {}", what, failure.toString());
        }
    }

    private void letDocumentsGo() {
        while (documents.letSomeGo(clock.instant().minus(properties.superseded()))) {
            log.debug("Dropped some accounts of versions");
        }
    }

    private void forgetObservations() {
        while (seen.forgetSome(properties.remembered())) {
            log.debug("Forgot some observations");
        }
    }

    private void forgetAllParts() {
        while (forgetParts() == BATCH) {
            log.debug("Removed {} parts", BATCH);
        }
    }

    /** The object first: killed in between, the next round finds the row again. */
    private int forgetParts() {
        var keys = parts.supersededBefore(clock.instant().minus(properties.superseded()), BATCH);
        for (var key : keys) {
            objects.delete(key);
            parts.forget(key);
        }
        return keys.size();
    }

    /** A part is written before its row. */
    @Scheduled(
            fixedDelayString = "${datakade.landing.tidy-every:1h}",
            initialDelayString = "${datakade.landing.tidy-every:1h}")
    void removeOrphans() {
        var before = clock.instant().minus(ORPHANS_AFTER);
        objects.forEach(StreamTables.PREFIX, object -> {
            if (object.modifiedAt().isBefore(before) && !parts.isKnown(object.key())) {
                objects.delete(object.key());
            }
        });
    }
}
