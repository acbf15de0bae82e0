package nl.datakade.quality.score;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.datakade.quality.profile.ColumnProfile;
import nl.datakade.quality.profile.Profile;
import nl.datakade.quality.profile.TableProfile;
import nl.datakade.quality.profile.TableProfile.CoordinateAgreement;
import nl.datakade.quality.semantic.Detection;
import nl.datakade.quality.semantic.SemanticType;
import nl.datakade.quality.semantic.ValueKind;
import org.jspecify.annotations.Nullable;

/** What the tables themselves show. */
final class ContentMetrics {
    private static final Set<SemanticType> CHECK_DIGITS =
            EnumSet.of(SemanticType.BSN, SemanticType.IBAN, SemanticType.RSIN);
    private static final Set<SemanticType> FREE_FORM = EnumSet.of(
            SemanticType.PERSON_NAME,
            SemanticType.STREET,
            SemanticType.ADDRESS,
            SemanticType.GENDER,
            SemanticType.NATIONALITY,
            SemanticType.GEOMETRY,
            SemanticType.RD_X,
            SemanticType.RD_Y,
            SemanticType.LONGITUDE,
            SemanticType.LATITUDE);
    private static final Set<SemanticType> MOMENTS =
            EnumSet.of(SemanticType.DATE, SemanticType.TIMESTAMP, SemanticType.BIRTH_DATE);
    private static final Pattern NAMELESS =
            Pattern.compile("(?i)(?:column|kolom|col|field|veld|unnamed|naamloos|var|v|c|f)?[\\s_:.-]*\\d*");
    private static final Pattern WORD = Pattern.compile(".*\\p{L}{2}.*");
    private static final double MOSTLY_NUMBERS = 0.8;
    private static final int ENOUGH = 20;

    private final List<TableProfile> tables;

    private ContentMetrics(Profile profile) {
        this.tables = profile.tables();
    }

    static List<Measurement> of(Profile profile) {
        var metrics = new ContentMetrics(profile);
        return List.of(
                metrics.coordinatesAgree(),
                metrics.fitting(Metric.CHECK_DIGITS, CHECK_DIGITS::contains),
                metrics.cellsFilled(),
                metrics.columnsUsed(),
                metrics.fitting(Metric.FORMATS, type -> !FREE_FORM.contains(type) && isChecked(type)),
                metrics.columnsTyped(),
                metrics.rowsUnique(),
                metrics.spelling(),
                metrics.coordinatesPrecise(),
                metrics.datesPrecise(),
                metrics.numbersPlausible(),
                metrics.datesPlausible(),
                metrics.coordinatesPlausible(),
                metrics.rowsIdentifiable(),
                metrics.columnNames());
    }

    private static boolean isChecked(SemanticType type) {
        return switch (type.bearing()) {
            case SPECIAL, CRIMINAL -> false;
            case NOBODY, IN_CONTEXT, PERSON -> true;
        };
    }

    private Measurement coordinatesAgree() {
        var compared = 0L;
        var agreeing = 0L;
        for (var table : tables) {
            CoordinateAgreement agreement = table.coordinates();
            if (agreement != null) {
                compared += agreement.compared();
                agreeing += agreement.agreeing();
            }
        }
        return Measurement.of(Metric.COORDINATES_AGREE, agreeing, compared);
    }

    /** Values that have the form, or the check digit, of what they were recognised as. */
    private Measurement fitting(Metric metric, Predicate<SemanticType> of) {
        var meanings = columns()
                .flatMap(column -> Stream.ofNullable(column.meaning()))
                .filter(meaning -> of.test(meaning.type()))
                .toList();
        return Measurement.of(
                metric,
                meanings.stream()
                        .mapToDouble(meaning -> meaning.share() * meaning.tested())
                        .sum(),
                meanings.stream().mapToDouble(Detection::tested).sum());
    }

    private Measurement cellsFilled() {
        return Measurement.of(
                Metric.CELLS_FILLED,
                sum(column -> column.filled() - column.measures().placeholders()),
                sum(ColumnProfile::rows));
    }

    private Measurement columnsUsed() {
        return Measurement.of(
                Metric.COLUMNS_USED,
                count(column -> column.filled() > column.measures().placeholders()),
                count(column -> column.rows() > 0));
    }

    /** Not so: numbers with a few words among them, and dates that stayed text or number. */
    private Measurement columnsTyped() {
        return Measurement.of(
                Metric.COLUMNS_TYPED,
                count(column -> column.filled() > 0 && !isMixed(column) && !isUntypedMoment(column)),
                count(column -> column.filled() > 0));
    }

    private static boolean isMixed(ColumnProfile column) {
        var numbers = column.measures().numberShare();
        return column.meaning() == null && numbers >= MOSTLY_NUMBERS && numbers < 1;
    }

    private static boolean isUntypedMoment(ColumnProfile column) {
        var meaning = column.meaning();
        return meaning != null
                && MOMENTS.contains(meaning.type())
                && !column.kind().isMoment();
    }

    private Measurement rowsUnique() {
        var rows = tables.stream().mapToLong(TableProfile::rows).sum();
        var duplicates = tables.stream().mapToLong(TableProfile::duplicateRows).sum();
        return Measurement.of(Metric.ROWS_UNIQUE, rows - duplicates, rows);
    }

    private Measurement spelling() {
        Predicate<ColumnProfile> listed = column -> column.kind() == ValueKind.TEXT && column.filled() > 0;
        return Measurement.of(
                Metric.SPELLING,
                sum(listed, column -> column.filled() - column.measures().variants()),
                sum(listed, ColumnProfile::filled));
    }

    private Measurement coordinatesPrecise() {
        return shared(Metric.COORDINATES_PRECISE, column -> column.measures().precise());
    }

    private Measurement coordinatesPlausible() {
        return shared(Metric.COORDINATES_PLAUSIBLE, column -> column.measures().inside());
    }

    private Measurement datesPrecise() {
        return shared(Metric.DATES_PRECISE, column -> {
            var rounded = column.measures().rounded();
            return rounded == null ? null : (Double) (1 - rounded);
        });
    }

    private Measurement shared(Metric metric, Function<ColumnProfile, @Nullable Double> share) {
        var part = 0.0;
        var whole = 0.0;
        for (var column : columns().toList()) {
            var value = share.apply(column);
            if (value != null) {
                part += value * column.filled();
                whole += column.filled();
            }
        }
        return Measurement.of(metric, part, whole);
    }

    private Measurement numbersPlausible() {
        Predicate<ColumnProfile> measured = column -> column.kind().isNumber()
                && column.meaning() == null
                && column.distinct() >= ENOUGH
                && column.distinct() < column.filled();
        return Measurement.of(
                Metric.NUMBERS_PLAUSIBLE,
                sum(measured, column -> column.filled() - column.measures().outliers()),
                sum(measured, ColumnProfile::filled));
    }

    /** A column of which most lies ahead is a plan, and says nothing about mistakes. */
    private Measurement datesPlausible() {
        Predicate<ColumnProfile> past = column -> column.kind().isMoment()
                && column.filled() > 0
                && column.measures().future() * 2 <= column.filled();
        return Measurement.of(
                Metric.DATES_PLAUSIBLE,
                sum(
                        past,
                        column -> column.filled()
                                - column.measures().future()
                                - column.measures().ancient()),
                sum(past, ColumnProfile::filled));
    }

    private Measurement rowsIdentifiable() {
        var filled = tables.stream().filter(table -> table.rows() > 0).toList();
        return Measurement.of(
                Metric.ROWS_IDENTIFIABLE,
                filled.stream().filter(table -> !table.keys().isEmpty()).count(),
                filled.size());
    }

    private Measurement columnNames() {
        return Measurement.of(
                Metric.COLUMN_NAMES,
                count(column -> (WORD.matcher(column.label()).matches() || column.meaning() != null)
                        && !NAMELESS.matcher(column.label()).matches()),
                count(column -> true));
    }

    private Stream<ColumnProfile> columns() {
        return tables.stream().flatMap(table -> table.columns().stream());
    }

    private double count(Predicate<ColumnProfile> which) {
        return columns().filter(which).count();
    }

    private double sum(ToDoubleFunction<ColumnProfile> figure) {
        return columns().mapToDouble(figure).sum();
    }

    private double sum(Predicate<ColumnProfile> which, ToDoubleFunction<ColumnProfile> figure) {
        return columns().filter(which).mapToDouble(figure).sum();
    }
}
