package nl.datakade.ingest.stream;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.datakade.ingest.dataset.Datasets;
import nl.datakade.ingest.landing.Hashing;
import nl.datakade.ingest.landing.Reservation;
import nl.datakade.ingest.retention.RetentionPeriods;
import nl.datakade.platform.object.ObjectStore;
import org.springframework.stereotype.Component;

/**
 * Makes one version of a batch: its lines as they are become the delivery's content, its rows a part beside those of the
 * versions before. Killed at any point, objects are left that nothing refers to, and the batch lands anew.
 */
@Component
class LandBatch {

    static final String MEDIA_TYPE = "application/x-ndjson";

    private final Datasets datasets;
    private final Streams streams;
    private final StreamParts parts;
    private final SeenObservations seen;
    private final StreamTables tables;
    private final StreamRecord record;
    private final ObjectStore objects;
    private final RetentionPeriods periods;
    private final Windows windows;
    private final StreamMetrics metrics;
    private final Clock clock;

    LandBatch(
            Datasets datasets,
            Streams streams,
            StreamParts parts,
            SeenObservations seen,
            StreamTables tables,
            StreamRecord record,
            ObjectStore objects,
            RetentionPeriods periods,
            Windows windows,
            StreamMetrics metrics,
            Clock clock) {
        this.datasets = datasets;
        this.streams = streams;
        this.parts = parts;
        this.seen = seen;
        this.tables = tables;
        this.record = record;
        this.objects = objects;
        this.periods = periods;
        this.windows = windows;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** False when another instance has landed it, or part of it, or the rule about keeping changed, meanwhile. */
    boolean land(Backlog.Batch batch) throws IOException {
        var lines = tables.newFile();
        try {
            var known = seen.among(batch.datasetId(), Fresh.asked(batch));
            var hash = Hashing.digest("SHA-256");
            Fresh fresh;
            try (var out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(lines)), hash)) {
                fresh = Fresh.write(batch, known, out);
            }
            var done = fresh.count() == 0
                    ? record.passOver(batch, fresh)
                    : land(batch, fresh, lines, HexFormat.of().formatHex(hash.digest()));
            if (done) {
                var waited = System.nanoTime() - batch.waiting().getFirst().sinceNanos();
                metrics.landed(fresh.count(), fresh.passedOver(), Duration.ofNanos(waited));
            }
            return done;
        } finally {
            Files.deleteIfExists(lines);
        }
    }

    private boolean land(Backlog.Batch batch, Fresh fresh, Path lines, String sha256) throws IOException {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var dataset = datasets.find(batch.datasetId()).orElseThrow();
        var stream = streams.find(batch.datasetId()).orElseThrow();
        var bound = periods.of(batch.datasetId()).orElse(null);
        var composition = Composition.of(
                parts.present(batch.datasetId()), fresh.count(), stream.revision(), windows.of(bound, now));
        var written = new ArrayList<StreamPart>();
        if (composition.rewritten()) {
            for (var part : composition.kept()) {
                written.add(tables.rewrite(stream, part));
            }
        }
        written.add(tables.write(stream, composition, lines, now));
        var place = new Reservation(
                UuidCreator.getTimeOrderedEpoch(), dataset.id(), dataset.name(), false, dataset.department());
        objects.put(place.objectKey(), MEDIA_TYPE, lines);
        var shown = new ArrayList<>(composition.rewritten() ? List.<StreamPart>of() : composition.kept());
        shown.addAll(written);
        var client = batch.waiting().getFirst().observations().client();
        return record.write(
                batch,
                fresh,
                new NewVersion(
                        place, client, MEDIA_TYPE, Files.size(lines), sha256, stream, shown, written, bound, now));
    }
}
