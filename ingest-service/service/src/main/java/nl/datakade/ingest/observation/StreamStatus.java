package nl.datakade.ingest.observation;

import java.util.List;
import nl.datakade.ingest.dataset.VisibleDatasets;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.stream.Position;
import nl.datakade.ingest.stream.StreamOffsets;
import nl.datakade.ingest.stream.Streams;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far a stream came, for those who may read its deliveries. */
@Component
class StreamStatus {

    private final VisibleDatasets datasets;
    private final Streams streams;
    private final StreamOffsets offsets;
    private final Deliveries deliveries;

    StreamStatus(VisibleDatasets datasets, Streams streams, StreamOffsets offsets, Deliveries deliveries) {
        this.datasets = datasets;
        this.streams = streams;
        this.offsets = offsets;
        this.deliveries = deliveries;
    }

    ObservationController.StreamView of(String name, @Nullable String position, Caller caller) {
        var dataset = datasets.ofParticipant(name, caller).orElseThrow(ObservationProblem.Unknown::new);
        var stream = streams.find(dataset.id()).orElseThrow(ObservationProblem.Unknown::new);
        var asked = position == null
                ? null
                : Position.parse(position)
                        .orElseThrow(() -> new ObservationProblem.Invalid(
                                List.of(InvalidInput.query("position", "{expected.position}"))));
        var delivery = stream.deliveryId();
        return new ObservationController.StreamView(
                dataset.id(),
                dataset.name(),
                dataset.department(),
                stream.observations(),
                stream.duplicates(),
                stream.version(),
                delivery == null
                        ? null
                        : deliveries.find(delivery).map(Delivery::state).orElse(null),
                stream.landedAt(),
                asked == null ? null : offsets.hasLanded(dataset.id(), asked),
                stream.columns().stream()
                        .map(column -> new ObservationController.Column(
                                column.name(), column.kind().sql()))
                        .toList(),
                ObservationController.Links.of(dataset.name(), asked == null ? "" : "?position=" + asked, delivery));
    }
}
