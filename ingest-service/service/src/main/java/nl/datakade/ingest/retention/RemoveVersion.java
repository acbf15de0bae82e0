package nl.datakade.ingest.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.contracts.ingest.VersionRemoved.Content;
import nl.datakade.ingest.dataset.Datasets;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.reading.Readings;
import nl.datakade.ingest.tombstone.Tombstone;
import nl.datakade.ingest.tombstone.Tombstones;
import nl.datakade.ingest.version.EndVersion;
import nl.datakade.ingest.version.VersionTransition;
import nl.datakade.ingest.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides that versions go: their tombstones stand, everybody is told to forget them, and what this service knew of their
 * content is forgotten, in one transaction. The objects go afterwards, see {@link FinishRemoval}.
 */
@Component
class RemoveVersion {

    private final Deliveries deliveries;
    private final Datasets datasets;
    private final DueOfDataset dueOfDataset;
    private final Readings readings;
    private final EndVersion endVersion;
    private final Tombstones tombstones;
    private final Versions versions;

    RemoveVersion(
            Deliveries deliveries,
            Datasets datasets,
            DueOfDataset dueOfDataset,
            Readings readings,
            EndVersion endVersion,
            Tombstones tombstones,
            Versions versions) {
        this.deliveries = deliveries;
        this.datasets = datasets;
        this.dueOfDataset = dueOfDataset;
        this.readings = readings;
        this.endVersion = endVersion;
        this.tombstones = tombstones;
        this.versions = versions;
    }

    /** Those that are still due, now that nobody else can change that. */
    @Transactional
    public List<Tombstone> decide(UUID dataset, List<Integer> versions) {
        this.versions.lock(dataset, versions);
        datasets.lock(dataset);
        return dueOfDataset.of(dataset).stream()
                .flatMap(due -> due.due().stream()
                        .filter(versions::contains)
                        .flatMap(version ->
                                remove(
                                        deliveries.find(dataset, version).orElseThrow(),
                                        due.rule().toString())
                                        .stream()))
                .toList();
    }

    private Optional<Tombstone> remove(Delivery delivery, String rule) {
        var content = content(delivery);
        if (!endVersion.end(delivery, VersionTransition.REMOVE, null, rule)) {
            return Optional.empty();
        }
        var decidedAt = deliveries
                .find(delivery.id())
                .map(Delivery::ended)
                .orElseThrow()
                .at();
        var tombstone = new Tombstone(
                delivery.id(),
                delivery.datasetId(),
                delivery.version(),
                rule,
                before(delivery),
                content,
                decidedAt,
                null,
                null,
                null,
                null);
        tombstones.add(tombstone);
        readings.forget(delivery.datasetId(), delivery.version());
        versions.forgetContent(delivery.id());
        return Optional.of(tombstone);
    }

    private static @Nullable String before(Delivery delivery) {
        var ended = delivery.ended();
        return ended == null ? null : delivery.state() + " " + ended.at() + " " + ended.reason();
    }

    /** The raw bytes, and every part of every reading. */
    private List<Content> content(Delivery delivery) {
        var content = new ArrayList<Content>();
        content.add(new Content(delivery.objectKey(), delivery.sha256()));
        for (var reading : readings.all(delivery.datasetId(), delivery.version())) {
            var manifest = reading.manifest();
            var document = reading.document();
            if (manifest != null && document != null) {
                var folder = manifest.substring(0, manifest.lastIndexOf('/') + 1);
                document.tables()
                        .forEach(table -> table.parts()
                                .forEach(part -> content.add(new Content(folder + part.file(), part.sha256()))));
            }
        }
        return List.copyOf(content);
    }
}
