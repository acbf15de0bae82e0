package nl.datakade.quality.assessment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets go of profiles that nobody compares with any more; their scores stay. What was let go is not measured again: the
 * tables of a stream's version are gone by then.
 */
@Component
class LetGoProfiles {
    private static final Logger log = LoggerFactory.getLogger(LetGoProfiles.class);

    private final JdbcClient jdbc;
    private final QualityProperties properties;
    private final Clock clock;

    LetGoProfiles(JdbcClient jdbc, QualityProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${datakade.quality.let-go-every:10m}",
            initialDelayString = "${datakade.quality.let-go-every:10m}")
    void look() {
        try {
            for (var dataset : withMore()) {
                log.debug("Let go {} profiles of {}", letGo(dataset), dataset);
            }
        } catch (DataAccessException away) {
            log.warn("Profiles will be let go later: {}", away.getClass().getName());
        }
    }

    private List<UUID> withMore() {
        return jdbc.sql("""
                        select dataset_id from profile where profile is not null
                        group by dataset_id having count(*) > :versions""")
                .param("versions", properties.profileVersions())
                .query((row, _) -> row.getObject("dataset_id", UUID.class))
                .list();
    }

    /** The version's own parts go too: they are all of its state that is large. */
    int letGo(UUID dataset) {
        return jdbc.sql("""
                        with kept as materialized (
                            select p.version, v.revision, v.landed_at,
                                row_number() over (order by p.version desc) as back,
                                row_number() over (partition by date_trunc('day', v.landed_at at time zone 'UTC')
                                    order by p.version desc) as back_that_day
                            from profile p join version v using (dataset_id, version)
                            where p.dataset_id = :dataset and p.profile is not null and not v.due),
                        gone as (
                            update profile p set profile = null, content = '', let_go_at = :now
                            from kept k
                            where p.dataset_id = :dataset and p.version = k.version and k.back > :versions
                              and (k.back_that_day > 1 or k.landed_at < :oldest)
                              and k.version <> coalesce((select version from assessment
                                  where dataset_id = :dataset and verdict = 'RELEASED'
                                  order by version desc limit 1), 0)
                            returning p.version, k.revision)
                        update version v set state = jsonb_set(state, '{tables}', (
                            select coalesce(jsonb_agg(t || '{"parts": []}'), '[]')
                            from jsonb_array_elements(state -> 'tables') t))
                        from gone where v.dataset_id = :dataset and v.version = gone.version
                          and v.revision = gone.revision""")
                .param("dataset", dataset)
                .param("now", Timestamp.from(clock.instant()))
                .param("versions", properties.profileVersions())
                .param("oldest", Timestamp.from(clock.instant().minus(properties.profileDays(), ChronoUnit.DAYS)))
                .update();
    }
}
