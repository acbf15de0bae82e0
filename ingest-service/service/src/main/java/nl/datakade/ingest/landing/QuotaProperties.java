package nl.datakade.ingest.landing;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a department may hand over.
 *
 * @param perDay from midnight to midnight in UTC
 * @param stored in all that stands in storage
 * @param departments by slug, where it is another amount; in the environment its hyphens are left out, for they cannot
 *     stand there
 */
@ConfigurationProperties("datakade.landing.quota")
record QuotaProperties(
        @DefaultValue("1TB") DataSize perDay,
        @DefaultValue("20TB") DataSize stored,
        @DefaultValue Map<String, Amount> departments) {

    record Amount(@Nullable DataSize perDay, @Nullable DataSize stored) {}

    record Limits(DataSize perDay, DataSize stored) {}

    Limits of(String department) {
        var own = departments.entrySet().stream()
                .filter(entry -> plain(entry.getKey()).equals(plain(department)))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(null);
        return new Limits(
                own == null || own.perDay() == null ? perDay : own.perDay(),
                own == null || own.stored() == null ? stored : own.stored());
    }

    private static String plain(String slug) {
        return slug.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
