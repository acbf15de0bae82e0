package nl.datakade.quality.score;

import java.util.List;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.Role;
import org.jspecify.annotations.Nullable;

/** What the catalogue shows: whether somebody who does not know the dataset can understand it and find whom to ask. */
final class DescriptionMetrics {
    private static final int A_USEFUL_DESCRIPTION = 150;

    private DescriptionMetrics() {}

    static List<Measurement> of(Description dataset) {
        return List.of(
                Measurement.when(Metric.OWNER_NAMED, dataset.roles().contains(Role.DATA_OWNER)),
                Measurement.when(Metric.SOURCE_HOLDER_NAMED, dataset.roles().contains(Role.SOURCE_HOLDER)),
                Measurement.when(
                        Metric.TITLE,
                        !text(dataset.title()).isEmpty()
                                && !text(dataset.title()).equals(dataset.name())),
                Measurement.of(
                        Metric.DESCRIPTION,
                        Math.min(
                                A_USEFUL_DESCRIPTION,
                                text(dataset.description()).length()),
                        A_USEFUL_DESCRIPTION),
                Measurement.when(Metric.THEMES, dataset.themes() > 0),
                Measurement.when(Metric.KEYWORDS, dataset.keywords() > 0),
                Measurement.when(Metric.CLASSIFICATION, dataset.classification() != null),
                Measurement.when(Metric.STEWARD_NAMED, dataset.roles().contains(Role.DATA_STEWARD)),
                licence(dataset));
    }

    /** Asked only of what is public: nobody gives a licence to what he does not give away. */
    private static Measurement licence(Description dataset) {
        var classification = dataset.classification();
        return classification != null && classification.confidentiality() == Confidentiality.PUBLIC
                ? Measurement.when(Metric.LICENCE, !text(dataset.license()).isEmpty())
                : Measurement.none(Metric.LICENCE);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
