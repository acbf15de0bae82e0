package nl.datakade.ingest.version;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.datakade.contracts.ingest.DeliveryFailed;
import nl.datakade.contracts.ingest.DeliveryLanded;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.ingest.delivery.Delivery;
import org.jspecify.annotations.Nullable;

/** What other services hear of a delivery and its version. These events are made nowhere else. */
public final class VersionEvents {

    private VersionEvents() {}

    /**
     * That it stands in storage, complete and verified.
     *
     * @param name to which it was pushed
     */
    public static DeliveryLanded landed(Delivery delivery, String name) {
        return new DeliveryLanded(
                delivery.datasetId(),
                name,
                delivery.department(),
                delivery.id(),
                delivery.version(),
                delivery.objectKey(),
                delivery.size(),
                delivery.sha256(),
                delivery.mediaType(),
                delivery.client(),
                delivery.receivedAt());
    }

    /**
     * That nobody can read it.
     *
     * @param reason a kebab-case code
     */
    public static DeliveryFailed failed(Delivery delivery, String reason, Instant now) {
        return new DeliveryFailed(
                delivery.datasetId(),
                delivery.dataset(),
                delivery.department(),
                delivery.id(),
                delivery.version(),
                reason,
                delivery.client(),
                now);
    }

    /** That it was read. */
    public static VersionState read(Delivery delivery, long revision, VersionContent content) {
        return state(delivery, revision, content, null);
    }

    /** That it ended: without tables, so that nobody who only looks at those can use it. */
    static VersionState ended(
            Delivery delivery, Delivery.State state, Versions.Ended ended, VersionState.Ending ending) {
        var content = new VersionContent(
                ended.reading(),
                VersionState.Outcome.valueOf(state.name()),
                state.name().toLowerCase(Locale.ROOT),
                List.of(),
                List.of(),
                null,
                ending.at());
        return state(delivery, ended.revision(), content, ending);
    }

    private static VersionState state(
            Delivery delivery, long revision, VersionContent content, VersionState.@Nullable Ending ending) {
        var corrects = delivery.corrects();
        return new VersionState(
                delivery.datasetId(),
                delivery.dataset(),
                delivery.department(),
                delivery.version(),
                revision,
                content.reading(),
                delivery.id(),
                delivery.sha256(),
                delivery.size(),
                delivery.mediaType(),
                content.outcome(),
                content.reason(),
                content.tables(),
                content.findings(),
                content.manifest(),
                delivery.receivedAt(),
                content.readAt(),
                corrects == null ? null : new VersionState.Correction(corrects.version(), corrects.reason()),
                ending);
    }
}
