package nl.datakade.ingest;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Whether nothing is left to do. A test that kills a process at a point waits for that before it ends: the process of the
 * next test would otherwise do what was left, and die of it before its own work began.
 */
public final class AtRest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String LEFT = """
            select (select count(*) from outbox where published_at is null)
                 + (select count(*) from version where state in ('LANDED', 'READING'))
                 + (select count(*) from source where holder is not null or asked_run is not null)""";

    private AtRest() {}

    /** Waits until a living instance has read, announced and fetched everything. */
    public static void await() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> jdbc().sql(LEFT).query(Long.class).single() == 0);
    }

    /** The database as ingest sees it. */
    public static JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(
                Bucket.setting("DATAKADE_POSTGRES_URL"),
                Bucket.setting("DATAKADE_POSTGRES_USER"),
                Bucket.setting("DATAKADE_POSTGRES_PASSWORD")));
    }
}
