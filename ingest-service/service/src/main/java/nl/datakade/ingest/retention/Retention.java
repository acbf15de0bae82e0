package nl.datakade.ingest.retention;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.datakade.ingest.tombstone.Tombstone;
import nl.datakade.ingest.tombstone.Tombstones;
import nl.datakade.platform.object.ObjectStoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for versions that are due, from time to time; what fails is done at the next look. Objects go some time after
 * the decision, so that a query that began before it still finds them.
 */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final int AT_ONCE = 100;

    /** Of one dataset: others wait for their turn, and every service has to hear of each. */
    private static final int AT_A_LOOK = 10_000;

    private final KeptVersions kept;
    private final DueOfDataset dueOfDataset;
    private final RemoveVersion removeVersion;
    private final FinishRemoval finishRemoval;
    private final Tombstones tombstones;
    private final RetentionProperties properties;
    private final Clock clock;

    Retention(
            KeptVersions kept,
            DueOfDataset dueOfDataset,
            RemoveVersion removeVersion,
            FinishRemoval finishRemoval,
            Tombstones tombstones,
            RetentionProperties properties,
            Clock clock) {
        this.kept = kept;
        this.dueOfDataset = dueOfDataset;
        this.removeVersion = removeVersion;
        this.finishRemoval = finishRemoval;
        this.tombstones = tombstones;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${datakade.retention.every:1h}",
            initialDelayString = "${datakade.retention.every:1h}")
    void look() {
        try {
            kept.datasets().forEach(this::tryToDecide);
        } catch (DataAccessException away) {
            log.warn("Versions that are due will be looked for later: {}", away.toString());
        }
        try {
            finishAll();
        } catch (DataAccessException | ObjectStoreUnavailable away) {
            log.warn("Versions of which the end was decided will be removed later: {}", away.toString());
        }
    }

    /** What goes wrong with one dataset keeps no other waiting. */
    private void tryToDecide(UUID dataset) {
        try {
            decide(dataset);
        } catch (RuntimeException failure) {
            log.warn("Versions of {} that are due will be looked for later: {}", dataset, failure.toString());
        }
    }

    /** A few at a time, so that whatever lands meanwhile does not wait long for the dataset. */
    private void decide(UUID dataset) {
        int gone = 0;
        int decided;
        do {
            decided = decideSome(dataset).size();
            gone += decided;
        } while (decided > 0 && gone < AT_A_LOOK);
    }

    private List<Tombstone> decideSome(UUID dataset) {
        var due = dueOfDataset.of(dataset).map(DueOfDataset.Due::due).orElse(List.of());
        if (due.isEmpty()) {
            return List.of();
        }
        var decided = removeVersion.decide(dataset, due.subList(0, Math.min(due.size(), AT_ONCE)));
        if (!decided.isEmpty()) {
            log.info(
                    "Versions {} of {} go by {}",
                    decided.stream().map(Tombstone::version).toList(),
                    dataset,
                    decided.getFirst().rule());
        }
        return decided;
    }

    /** What cannot be removed, for the store holds it, keeps nothing that was decided later waiting. */
    private void finishAll() {
        var decidedBy = clock.instant().minus(properties.grace());
        Tombstone last = null;
        List<Tombstone> some;
        do {
            some = tombstones.unfinished(decidedBy, last);
            long finished = some.stream().filter(this::isFinished).count();
            if (finished > 0) {
                log.info("{} versions are gone", finished);
            }
            last = some.isEmpty() ? last : some.getLast();
        } while (some.size() == Tombstones.MOST);
    }

    private boolean isFinished(Tombstone decided) {
        try {
            finishRemoval.finish(decided);
            return true;
        } catch (RuntimeException failure) {
            if (failure instanceof ObjectStoreUnavailable away && !away.isAnswered()) {
                throw failure;
            }
            log.warn(
                    "Version {} of {} will be removed later: {}",
                    decided.version(),
                    decided.datasetId(),
                    failure.toString());
            return false;
        }
    }
}
