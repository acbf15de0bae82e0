package nl.datakade.quality.score;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.ingest.VersionState.Severity;
import nl.datakade.quality.profile.ColumnProfile;
import nl.datakade.quality.profile.Profile;
import nl.datakade.quality.semantic.SemanticType;
import org.jspecify.annotations.Nullable;

/** What the delivery and its reading show: rejected rows, remarks, age, rhythm, and change since the version before. */
final class DeliveryMetrics {
    private DeliveryMetrics() {}

    static List<Measurement> of(
            VersionState version,
            @Nullable Profile profile,
            @Nullable Description dataset,
            @Nullable VersionState previous,
            ZoneId zone) {
        return List.of(
                rowsAccepted(version),
                readCleanly(version),
                previous == null ? Measurement.none(Metric.STRUCTURE_STABLE) : structureStable(version, previous),
                freshness(version, profile, dataset, zone),
                rhythm(version, dataset, previous),
                Measurement.when(Metric.DELIVERY_KEPT, !version.sha256().isEmpty()));
    }

    private static Measurement rowsAccepted(VersionState version) {
        return Measurement.of(
                Metric.ROWS_ACCEPTED,
                version.tables().stream().mapToLong(VersionState.Table::rows).sum(),
                version.tables().stream().mapToLong(VersionState.Table::rowsIn).sum());
    }

    /** Columns without a warning; a warning about no column in particular counts as one more place. */
    private static Measurement readCleanly(VersionState version) {
        var columns = version.tables().stream()
                .mapToLong(table -> table.columns().size())
                .sum();
        var warnings = version.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(finding -> finding.column() == null ? finding.code() : finding.table() + "." + finding.column())
                .distinct()
                .count();
        return Measurement.of(Metric.READ_CLEANLY, Math.max(0, columns - warnings), columns);
    }

    private static Measurement structureStable(VersionState version, VersionState previous) {
        var before = columns(previous).toList();
        var now = columns(version).toList();
        return Measurement.of(
                Metric.STRUCTURE_STABLE, before.stream().filter(now::contains).count(), before.size());
    }

    private static Stream<String> columns(VersionState version) {
        return version.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .map(column -> table.name() + "." + column.name() + " " + column.type()));
    }

    /** Full marks up to the promised period, none from three times that, in a straight line between. */
    private static Measurement freshness(
            VersionState version, @Nullable Profile profile, @Nullable Description dataset, ZoneId zone) {
        var newest = profile == null ? null : newest(profile);
        if (newest == null) {
            return Measurement.none(Metric.FRESHNESS);
        }
        var delivered = LocalDate.ofInstant(version.landedAt(), zone);
        var age = Math.max(0, ChronoUnit.DAYS.between(newest, delivered));
        return withinPeriod(Metric.FRESHNESS, age, Frequency.days(dataset == null ? null : dataset.frequency()));
    }

    private static Measurement rhythm(
            VersionState version, @Nullable Description dataset, @Nullable VersionState previous) {
        if (previous == null || dataset == null || !Frequency.isPromised(dataset.frequency())) {
            return Measurement.none(Metric.RHYTHM);
        }
        var days = ChronoUnit.DAYS.between(previous.landedAt(), version.landedAt());
        return withinPeriod(Metric.RHYTHM, days, Frequency.days(dataset.frequency()));
    }

    private static Measurement withinPeriod(Metric metric, long days, long period) {
        return Measurement.of(metric, Math.clamp(1 - (double) (days - period) / (2 * period), 0, 1), 1);
    }

    private static @Nullable LocalDate newest(Profile profile) {
        return profile.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> !isBirthDate(column))
                .map(column -> column.measures().newest())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static boolean isBirthDate(ColumnProfile column) {
        var meaning = column.meaning();
        return meaning != null && meaning.type() == SemanticType.BIRTH_DATE;
    }
}
