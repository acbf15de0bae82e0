package nl.datakade.ingest.stream;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.landing.Reservation;
import nl.datakade.ingest.retention.RetentionPeriods.Bound;
import nl.datakade.ingest.version.VersionContent;
import nl.datakade.table.Instructions;
import nl.datakade.table.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A version all of whose objects stand in storage.
 *
 * @param client Keycloak subject of who sent the first of its observations
 * @param size of the lines in bytes
 * @param shown its parts, oldest first, the new one last
 * @param written those of them that no version before had
 * @param bound of the rule by which they were chosen; null where none held
 */
record NewVersion(
        Reservation place,
        String client,
        String mediaType,
        long size,
        String sha256,
        Stream stream,
        List<StreamPart> shown,
        List<StreamPart> written,
        @Nullable Bound bound,
        Instant at) {

    /** There is one reading of it, and it is announced once. */
    static final int READING = 1;

    private long rows() {
        return shown.stream().mapToLong(StreamPart::rows).sum();
    }

    private long missing(StreamColumn column) {
        return shown.stream()
                .mapToLong(part -> {
                    var bounds = part.bounds().get(column.name());
                    return bounds == null ? part.rows() : bounds.missing();
                })
                .sum();
    }

    List<Delivery.Table> summary() {
        return List.of(
                new Delivery.Table(stream.table(), rows(), 0, stream.columns().size()));
    }

    /** As it is once it has a number. */
    Delivery delivery() {
        return Delivery.landed(
                place.deliveryId(),
                place.datasetId(),
                place.dataset(),
                place.department(),
                client,
                place.objectKey(),
                size,
                sha256,
                mediaType,
                null,
                at,
                null);
    }

    VersionContent content() {
        var columns = stream.columns().stream()
                .map(column -> new VersionState.Column(
                        column.id(),
                        column.name(),
                        column.label(),
                        column.kind().sql(),
                        evidence(missing(column))))
                .toList();
        var parts = shown.stream()
                .map(part -> new VersionState.Part(part.key(), part.rows(), part.bytes(), part.sha256()))
                .toList();
        return new VersionContent(
                READING,
                VersionState.Outcome.READ,
                null,
                List.of(new VersionState.Table(stream.table(), rows(), rows(), 0, columns, parts)),
                List.of(),
                null,
                at);
    }

    /** In words, as of files: everybody who may know of the dataset sees it, and how many are missing is a figure about few. */
    private String evidence(long missing) {
        return missing == 0
                ? "no value is missing"
                : missing == rows() ? "every value is missing" : "values are missing";
    }

    Reading reading() {
        var columns = stream.columns().stream().map(this::column).toList();
        var parts = shown.stream()
                .map(part -> new Reading.Part(part.key(), part.rows(), part.bytes(), part.sha256(), part.bounds()))
                .toList();
        return new Reading(
                Reading.Outcome.READ,
                "observations",
                "each was checked as it came",
                null,
                null,
                null,
                null,
                List.of(new Reading.Table(stream.table(), place.dataset(), rows(), rows(), 0, columns, parts)),
                List.of(),
                new LinkedHashMap<>(),
                Instructions.NONE);
    }

    private Reading.Column column(StreamColumn column) {
        return new Reading.Column(
                column.id(),
                column.name(),
                column.label(),
                null,
                column.kind().sql(),
                null,
                null,
                rows() - missing(column),
                missing(column),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                null,
                null);
    }
}
