package nl.datakade.quality.score;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.quality.profile.Profile;
import org.jspecify.annotations.Nullable;

/** Computes a score, without a database or a clock, so that the same facts always give the same figures. */
public final class Scoring {
    private Scoring() {}

    /**
     * The score of a version.
     *
     * @param profile null when there are no tables, or they could not be measured: then there is no score
     * @param dataset null as long as the catalogue has not spoken
     * @param previous the version released before this one, if any
     * @param zone in which the day of delivery begins and ends
     */
    public static Score of(
            VersionState version,
            @Nullable Profile profile,
            @Nullable Description dataset,
            @Nullable VersionState previous,
            ZoneId zone) {
        if (profile == null) {
            return Score.none();
        }
        var measurements = new ArrayList<Measurement>();
        measurements.addAll(ContentMetrics.of(profile));
        measurements.addAll(DeliveryMetrics.of(version, profile, dataset, previous, zone));
        measurements.addAll(dataset == null ? List.of() : DescriptionMetrics.of(dataset));
        return Score.of(measurements);
    }
}
