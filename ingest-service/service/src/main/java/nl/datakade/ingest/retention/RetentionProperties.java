package nl.datakade.ingest.retention;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.datakade.ingest.retention.RuleInForce.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rules for datasets that have none of their own. Nothing is removed where there is no rule at all.
 *
 * @param every how often versions that are due are looked for
 * @param grace how long a version that ended, or of which the end was decided, is left alone, so that whoever was at
 *     work on it is gone
 * @param city for departments without a rule
 * @param departments by slug; in the environment its hyphens are left out, for they cannot stand there
 */
@ConfigurationProperties("datakade.retention")
record RetentionProperties(
        @DefaultValue("1h") Duration every,
        @DefaultValue("1h") Duration grace,
        @Nullable Bounds city,
        @DefaultValue Map<String, Bounds> departments) {

    /**
     * A rule.
     *
     * @param versions so many released versions at most
     * @param period for so long at most, such as P5Y
     * @param current whether the period holds for the current version too
     */
    record Bounds(
            @Nullable Integer versions,
            @Nullable String period,
            @DefaultValue("false") boolean current) {

        Optional<Rule> rule() {
            return Rule.of(versions, period, current);
        }
    }

    /** Refuses to start with a rule that cannot be read. */
    RetentionProperties {
        if (city != null) {
            city.rule();
        }
        departments.values().forEach(Bounds::rule);
    }

    Optional<RuleInForce> of(String department) {
        var own = departments.entrySet().stream()
                .filter(entry -> plain(entry.getKey()).equals(plain(department)))
                .flatMap(entry -> entry.getValue().rule().stream())
                .findFirst()
                .map(rule -> new RuleInForce(Source.DEPARTMENT, rule));
        return own.or(
                () -> Optional.ofNullable(city).flatMap(Bounds::rule).map(rule -> new RuleInForce(Source.CITY, rule)));
    }

    private static String plain(String slug) {
        return slug.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
