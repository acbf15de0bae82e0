package nl.datakade.access.policy;

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

    private Suitability() {}

    /** What would be right instead; null when it is. */
    static @Nullable String problem(Treatment treatment, String sqlType) {
        var type = sqlType.toUpperCase(Locale.ROOT);
        return switch (treatment) {
            case Treatment.Show _, Treatment.Hide _, Treatment.Nullify _, Treatment.Redact _, Treatment.Pseudonym _ ->
                null;
            case Treatment.Partial partial ->
                partial.keep() < 1 || partial.keep() > 100 ? "keep between 1 and 100 characters" : null;
            case Treatment.Truncate _ ->
                type.equals("DATE") || type.startsWith("TIMESTAMP") || type.equals("VARCHAR")
                        ? null
                        : "a column of dates or moments";
            case Treatment.Bucket bucket -> {
                if (bucket.width().signum() <= 0) {
                    yield "a width above 0";
                }
                yield NUMBERS.contains(type) || type.startsWith("DECIMAL") ? null : "a column of numbers";
            }
            case Treatment.Postcode4 _ -> type.equals("VARCHAR") ? null : "a column of text";
        };
    }
}
