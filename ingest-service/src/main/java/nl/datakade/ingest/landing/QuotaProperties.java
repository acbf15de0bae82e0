package nl.datakade.ingest.landing;

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
 * @param departments by slug, where it is another amount
 */
@ConfigurationProperties("datakade.landing.quota")
record QuotaProperties(
        @DefaultValue("1TB") DataSize perDay,
        @DefaultValue("20TB") DataSize stored,
        @DefaultValue Map<String, Amount> departments) {

    record Amount(@Nullable DataSize perDay, @Nullable DataSize stored) {}

    record Limits(DataSize perDay, DataSize stored) {}

    Limits of(String department) {
        var own = departments.get(department);
        return new Limits(
                own == null || own.perDay() == null ? perDay : own.perDay(),
                own == null || own.stored() == null ? stored : own.stored());
    }
}
