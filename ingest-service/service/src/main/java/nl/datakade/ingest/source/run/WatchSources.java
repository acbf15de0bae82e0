package nl.datakade.ingest.source.run;

import java.time.Clock;
import java.util.UUID;
import nl.datakade.ingest.source.SourceProperties;
import nl.datakade.ingest.source.Sources;
import nl.datakade.ingest.source.credential.CredentialVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says which sources are late, seals credentials with the present key, and forgets old runs. */
@Component
class WatchSources {

    private static final Logger log = LoggerFactory.getLogger(WatchSources.class);

    private final JdbcClient jdbc;
    private final RunRecord record;
    private final RunMetrics metrics;
    private final CredentialVault vault;
    private final SourceProperties properties;
    private final Clock clock;

    WatchSources(
            JdbcClient jdbc,
            RunRecord record,
            RunMetrics metrics,
            CredentialVault vault,
            SourceProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.record = record;
        this.metrics = metrics;
        this.vault = vault;
        this.properties = properties;
        this.clock = clock;
    }

    private record Kept(UUID source, String credentials) {}

    /** The metric is the same on every instance; the log says it once. */
    @Scheduled(fixedDelayString = "${datakade.source.watch-every:30s}")
    void tellLate() {
        metrics.late(jdbc.sql("select count(*) from source s where s.removed_at is null and " + Sources.LATE)
                .query(Long.class)
                .single());
        jdbc.sql("update source s set late_told_at = now() where s.removed_at is null and s.late_told_at is null and "
                        + Sources.LATE + " returning s.name")
                .query((row, _) -> row.getString("name"))
                .list()
                .forEach(name -> log.warn("Source {} is late", name));
    }

    /** After a rotation; then the old key can go. */
    @Scheduled(fixedDelayString = "${datakade.source.tidy-every:1h}")
    void sealAnew() {
        jdbc
                .sql("select id, credentials from source where credentials is not null")
                .query((row, _) -> new Kept(row.getObject("id", UUID.class), row.getString("credentials")))
                .list()
                .stream()
                .filter(kept -> !vault.isCurrent(kept.credentials()))
                .forEach(this::sealAnew);
    }

    private void sealAnew(Kept kept) {
        vault.open(kept.source(), kept.credentials())
                .ifPresentOrElse(
                        credentials -> jdbc.sql("""
                                        update source set credentials = :anew
                                        where id = :id and credentials = :before""")
                                .param("anew", vault.seal(kept.source(), credentials))
                                .param("id", kept.source())
                                .param("before", kept.credentials())
                                .update(),
                        () -> log.warn(
                                "The credentials of source {} were sealed with a key that is gone", kept.source()));
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = java.util.concurrent.TimeUnit.HOURS)
    void forgetOldRuns() {
        record.forget(clock.instant().minus(properties.history()));
    }
}
