package nl.datakade.quality.score;

import java.util.Locale;

/** What is measured for each dimension, with its weight in it. Names and formulas in words are in {@code metrics.properties}. */
public enum Metric {
    COORDINATES_AGREE(Dimension.ACCURACY, 3),
    CHECK_DIGITS(Dimension.ACCURACY, 2),
    CELLS_FILLED(Dimension.COMPLETENESS, 3),
    COLUMNS_USED(Dimension.COMPLETENESS, 1),
    ROWS_ACCEPTED(Dimension.VALIDITY, 3),
    FORMATS(Dimension.VALIDITY, 2),
    COLUMNS_TYPED(Dimension.VALIDITY, 1),
    READ_CLEANLY(Dimension.VALIDITY, 1),
    ROWS_UNIQUE(Dimension.CONSISTENCY, 2),
    SPELLING(Dimension.CONSISTENCY, 1),
    STRUCTURE_STABLE(Dimension.CONSISTENCY, 1),
    FRESHNESS(Dimension.CURRENCY, 2),
    RHYTHM(Dimension.CURRENCY, 1),
    COORDINATES_PRECISE(Dimension.PRECISION, 1),
    DATES_PRECISE(Dimension.PRECISION, 1),
    NUMBERS_PLAUSIBLE(Dimension.PLAUSIBILITY, 2),
    DATES_PLAUSIBLE(Dimension.PLAUSIBILITY, 2),
    COORDINATES_PLAUSIBLE(Dimension.PLAUSIBILITY, 2),
    OWNER_NAMED(Dimension.TRACEABILITY, 2),
    SOURCE_HOLDER_NAMED(Dimension.TRACEABILITY, 2),
    ROWS_IDENTIFIABLE(Dimension.TRACEABILITY, 2),
    DELIVERY_KEPT(Dimension.TRACEABILITY, 1),
    TITLE(Dimension.UNDERSTANDABILITY, 1),
    DESCRIPTION(Dimension.UNDERSTANDABILITY, 3),
    THEMES(Dimension.UNDERSTANDABILITY, 1),
    KEYWORDS(Dimension.UNDERSTANDABILITY, 1),
    CLASSIFICATION(Dimension.UNDERSTANDABILITY, 1),
    STEWARD_NAMED(Dimension.UNDERSTANDABILITY, 1),
    LICENCE(Dimension.UNDERSTANDABILITY, 1),
    COLUMN_NAMES(Dimension.UNDERSTANDABILITY, 2);

    private final Dimension dimension;
    private final int weight;

    Metric(Dimension dimension, int weight) {
        this.dimension = dimension;
        this.weight = weight;
    }

    public Dimension dimension() {
        return dimension;
    }

    public int weight() {
        return weight;
    }

    /** Whether it counts rows or values, so that a few of them may be somebody's; not columns, tables, papers or days. */
    public boolean isOfRows() {
        return switch (this) {
            case COORDINATES_AGREE,
                    CHECK_DIGITS,
                    CELLS_FILLED,
                    ROWS_ACCEPTED,
                    FORMATS,
                    ROWS_UNIQUE,
                    SPELLING,
                    COORDINATES_PRECISE,
                    DATES_PRECISE,
                    NUMBERS_PLAUSIBLE,
                    DATES_PLAUSIBLE,
                    COORDINATES_PLAUSIBLE -> true;
            case COLUMNS_USED,
                    COLUMNS_TYPED,
                    READ_CLEANLY,
                    STRUCTURE_STABLE,
                    FRESHNESS,
                    RHYTHM,
                    OWNER_NAMED,
                    SOURCE_HOLDER_NAMED,
                    ROWS_IDENTIFIABLE,
                    DELIVERY_KEPT,
                    TITLE,
                    DESCRIPTION,
                    THEMES,
                    KEYWORDS,
                    CLASSIFICATION,
                    STEWARD_NAMED,
                    LICENCE,
                    COLUMN_NAMES -> false;
        };
    }

    /** Kebab-case, as other services know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
