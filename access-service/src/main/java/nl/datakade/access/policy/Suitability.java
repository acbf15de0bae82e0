package nl.datakade.access.policy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which treatments make sense for which types. */
final class Suitability {

    private static final Set<String> NUMBERS = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "FLOAT",
            "DOUBLE");

    /** Of the width of a class, on either side of the point: numbers are compared digit by digit. */
    private static final int DIGITS = 18;

    private Suitability() {}

    /** What would be right instead; null when it is. */
    static @Nullable String problem(Treatment treatment, String sqlType) {
        var type = sqlType.toUpperCase(Locale.ROOT);
        return switch (treatment) {
            case Treatment.Show _, Treatment.Hide _, Treatment.Nullify _, Treatment.Redact _, Treatment.Pseudonym _ ->
                null;
            case Treatment.Partial partial ->
                partial.keep() < 1 || partial.keep() > 100 ? "keep between 1 and 100 characters" : null;
            case Treatment.Truncate truncate when !isGiven(truncate.to()) -> "to YEAR or MONTH";
            case Treatment.Truncate _ ->
                type.equals("DATE") || type.startsWith("TIMESTAMP") || type.equals("VARCHAR")
                        ? null
                        : "a column of dates or moments";
            case Treatment.Bucket bucket -> {
                if (!isModest(bucket.width())) {
                    yield "a width above 0, of at most " + DIGITS + " digits before and after the point";
                }
                yield NUMBERS.contains(type) || type.startsWith("DECIMAL") ? null : "a column of numbers";
            }
            case Treatment.Postcode4 _ -> type.equals("VARCHAR") ? null : "a column of text";
        };
    }

    private static boolean isModest(@Nullable BigDecimal width) {
        return width != null
                && width.signum() > 0
                && width.scale() >= -DIGITS
                && width.scale() <= DIGITS
                && width.precision() - width.scale() <= DIGITS;
    }

    private static boolean isGiven(@Nullable Object setting) {
        return setting != null;
    }
}
