package nl.datakade.quality.semantic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Decides what the columns of one table mean. First each column by itself; then, knowing whether the rows are about people,
 * what depends on that: plain names, special categories, and whether an address or a place is personal.
 */
public final class SemanticTypes {
    private static final double MOSTLY = 0.8;
    private static final Comparator<Detection> BEST =
            Comparator.comparingDouble(Detection::confidence).reversed().thenComparing(Detection::type);

    private final List<Detector> detectors;

    public SemanticTypes(LocalDate today) {
        this.detectors = Detectors.all(today);
    }

    /**
     * Per column id the best meaning of its whole values, if any, then what stands within its text.
     *
     * @param withinText what was found inside the running text of each column, by column id
     */
    public Map<Integer, List<Detection>> of(List<ColumnSample> columns, Map<Integer, List<Detection>> withinText) {
        var found = new LinkedHashMap<Integer, List<Detection>>();
        for (var column : columns) {
            var best = detectors.stream()
                    .map(detector -> detector.detect(column))
                    .filter(Objects::nonNull)
                    .min(BEST)
                    .orElseGet(() -> PersonNames.detect(column, false));
            var all = new ArrayList<Detection>();
            if (best != null) {
                all.add(best);
            }
            withinText.getOrDefault(column.columnId(), List.of()).stream()
                    .filter(within -> best == null || best.type() != within.type())
                    .forEach(all::add);
            found.put(column.columnId(), all);
        }
        sparesDesks(columns, found);
        var aboutPeople = isAboutPeople(found);
        for (var column : columns) {
            var all = Objects.requireNonNull(found.get(column.columnId()));
            if (aboutPeople) {
                addsWhatPeopleMean(column, all);
            }
            all.replaceAll(detection ->
                    detection.type().bearing() == Bearing.IN_CONTEXT ? detection.personal(aboutPeople) : detection);
        }
        return found;
    }

    /** The rows are about people once one column points at them, running text aside: a signature does not make a table personal. */
    private static boolean isAboutPeople(Map<Integer, List<Detection>> found) {
        return found.values().stream()
                .flatMap(List::stream)
                .anyMatch(detection -> detection.personal() && !detection.withinText());
    }

    private static void addsWhatPeopleMean(ColumnSample column, List<Detection> all) {
        if (all.stream().anyMatch(detection -> detection.personal() && !detection.withinText())) {
            return;
        }
        var meaning = SpecialCategories.detect(column);
        if (meaning == null && all.stream().allMatch(Detection::withinText)) {
            meaning = PersonNames.detect(column, true);
        }
        if (meaning != null) {
            all.removeIf(detection -> !detection.withinText());
            all.addFirst(meaning);
        }
    }

    /**
     * An address such as {@code info@} is a desk's. Landline numbers beside nothing else that is personal are those of
     * institutions.
     */
    private static void sparesDesks(List<ColumnSample> columns, Map<Integer, List<Detection>> found) {
        for (var column : columns) {
            Objects.requireNonNull(found.get(column.columnId()))
                    .replaceAll(detection -> detection.type() == SemanticType.EMAIL
                                    && !detection.withinText()
                                    && share(column, Checks::isFunctionalEmail) >= MOSTLY
                            ? detection.personal(false)
                            : detection);
        }
        var onlyPhones = found.values().stream()
                .flatMap(List::stream)
                .filter(Detection::personal)
                .allMatch(detection -> detection.type() == SemanticType.PHONE);
        if (onlyPhones) {
            for (var column : columns) {
                if (share(column, Checks::isMobile) < 1 - MOSTLY) {
                    Objects.requireNonNull(found.get(column.columnId()))
                            .replaceAll(detection ->
                                    detection.type() == SemanticType.PHONE ? detection.personal(false) : detection);
                }
            }
        }
    }

    private static double share(ColumnSample column, Predicate<String> fits) {
        return column.values().isEmpty()
                ? 0
                : (double) column.values().stream()
                                .filter(value -> fits.test(value.text().strip()))
                                .count()
                        / column.values().size();
    }
}
