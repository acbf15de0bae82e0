package nl.datakade.ingest.stream;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.datakade.ingest.dataset.Datasets;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.landing.Hashing;
import nl.datakade.ingest.landing.Reservation;
import nl.datakade.ingest.retention.RetentionPeriods;
import nl.datakade.ingest.retention.RetentionPeriods.Bound;
import nl.datakade.platform.object.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes a version without the rows that a rule lets be kept no longer, of streams that have stopped: those that go on lose
 * them with their next version. What only is older than the window stays: it leaves when there is something newer to show.
 * The version brings no lines. Unless the rule lets the current version go too, the newest part stays.
 */
@Component
class ExpireRows {

    private static final Logger log = LoggerFactory.getLogger(ExpireRows.class);

    private final Streams streams;
    private final RetentionPeriods periods;
    private final Windows windows;
    private final StreamParts parts;
    private final StreamTables tables;
    private final StreamRecord record;
    private final Datasets datasets;
    private final Deliveries deliveries;
    private final ObjectStore objects;
    private final Clock clock;

    ExpireRows(
            Streams streams,
            RetentionPeriods periods,
            Windows windows,
            StreamParts parts,
            StreamTables tables,
            StreamRecord record,
            Datasets datasets,
            Deliveries deliveries,
            ObjectStore objects,
            Clock clock) {
        this.streams = streams;
        this.periods = periods;
        this.windows = windows;
        this.parts = parts;
        this.tables = tables;
        this.record = record;
        this.datasets = datasets;
        this.deliveries = deliveries;
        this.objects = objects;
        this.clock = clock;
    }

    void look() {
        for (var stream : streams.landed()) {
            try {
                var bound = periods.of(stream.datasetId());
                if (bound.isPresent() && expire(stream, bound.get())) {
                    log.info("Rows of {} have had their time", stream.datasetId());
                }
            } catch (IOException | RuntimeException failure) {
                log.warn("Rows of {} leave later: {}", stream.datasetId(), failure.toString());
            }
        }
    }

    private boolean expire(Stream stream, Bound bound) throws IOException {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var present = parts.present(stream.datasetId());
        var shown = windows.of(bound, now).permitted(present);
        if (shown.isEmpty() && !bound.current() && !present.isEmpty()) {
            shown = List.of(present.getLast());
        }
        if (shown.size() == present.size()
                || present.stream().mapToLong(StreamPart::rows).sum() == 0) {
            return false;
        }
        return without(stream, shown, bound, now);
    }

    /** False when observations landed meanwhile, or a legal hold was placed. */
    private boolean without(Stream stream, List<StreamPart> shown, Bound bound, Instant now) throws IOException {
        var none = tables.newFile();
        try {
            var left = new ArrayList<StreamPart>();
            var written = new ArrayList<StreamPart>();
            for (var part : shown) {
                left.add(part.revision() == stream.revision() ? part : tables.rewrite(stream, part));
            }
            if (shown.isEmpty()) {
                left.add(tables.write(stream, Composition.EMPTY, none, now));
            }
            left.stream().filter(part -> !shown.contains(part)).forEach(written::add);
            return record.write(version(stream, left, written, bound, none, now));
        } finally {
            Files.deleteIfExists(none);
        }
    }

    private NewVersion version(
            Stream stream, List<StreamPart> shown, List<StreamPart> written, Bound bound, Path none, Instant now) {
        var dataset = datasets.find(stream.datasetId()).orElseThrow();
        var last = deliveries.find(stream.lastDelivery()).orElseThrow();
        var place = new Reservation(
                UuidCreator.getTimeOrderedEpoch(), dataset.id(), dataset.name(), false, dataset.department());
        objects.put(place.objectKey(), LandBatch.MEDIA_TYPE, none);
        var sha256 = HexFormat.of().formatHex(Hashing.digest("SHA-256").digest());
        return new NewVersion(
                place, last.client(), LandBatch.MEDIA_TYPE, 0, sha256, stream, shown, written, bound, now);
    }
}
