package nl.datakade.ingest.retention;

import java.time.Clock;
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
            kept.datasets().forEach(this::decide);
            tombstones.unfinished(clock.instant().minus(properties.grace())).forEach(this::finish);
        } catch (DataAccessException away) {
            log.warn("Versions that are due will be looked for later: {}", away.toString());
        }
    }

    private void decide(UUID dataset) {
        dueOfDataset
                .of(dataset)
                .ifPresent(due -> due.due()
                        .forEach(version -> removeVersion
                                .decide(dataset, version)
                                .ifPresent(decided ->
                                        log.info("Version {} of {} goes by {}", version, dataset, decided.rule()))));
    }

    private void finish(Tombstone decided) {
        try {
            finishRemoval.finish(decided);
            log.info("Version {} of {} is gone", decided.version(), decided.datasetId());
        } catch (ObjectStoreUnavailable away) {
            log.warn(
                    "Version {} of {} will be removed later: {}",
                    decided.version(),
                    decided.datasetId(),
                    away.toString());
        }
    }
}
