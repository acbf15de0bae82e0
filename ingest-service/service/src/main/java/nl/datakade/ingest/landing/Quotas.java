package nl.datakade.ingest.landing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import nl.datakade.platform.city.City;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How much a department may hand over in a day, and have stored in all. Counted from the deliveries, and the
 * uploads that are to become some, every so often and, in between, by what this instance takes in: a push need not wait
 * for a sum.
 */
@Component
class Quotas {

    private final JdbcClient jdbc;
    private final QuotaProperties properties;
    private final City city;
    private final Clock clock;
    private volatile Counted counted = new Counted(Instant.EPOCH, Map.of(), Map.of());
    private final Map<String, AtomicLong> since = new ConcurrentHashMap<>();

    private record Counted(Instant day, Map<String, Long> today, Map<String, Long> stored) {}

    Quotas(JdbcClient jdbc, QuotaProperties properties, City city, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.city = city;
        this.clock = clock;
    }

    /**
     * Lets a file of this length in.
     *
     * @param length in bytes; less than zero when it is not known
     */
    void require(String department, long length) {
        var now = clock.instant();
        var limits = properties.of(department);
        var known = counted;
        long more = Math.max(1, length) + since(department);
        long today = known.day().equals(day(now)) ? known.today().getOrDefault(department, 0L) : 0;
        if (today + more > limits.perDay().toBytes()) {
            var tomorrow = Duration.between(now, city.today(clock).plusDays(1).atStartOfDay(city.zone()));
            throw new LandingProblem.DayQuota(limits.perDay(), (int) Math.max(1, tomorrow.toSeconds()));
        }
        if (known.stored().getOrDefault(department, 0L) + more > limits.stored().toBytes()) {
            throw new LandingProblem.StoreQuota(limits.stored());
        }
    }

    void took(String department, long bytes) {
        since.computeIfAbsent(department, _ -> new AtomicLong()).addAndGet(bytes);
    }

    private long since(String department) {
        var bytes = since.get(department);
        return bytes == null ? 0 : bytes.get();
    }

    @Scheduled(
            fixedDelayString = "${datakade.landing.quota.count-every:1m}",
            initialDelayString = "${datakade.landing.quota.count-first:5s}")
    void count() {
        var day = day(clock.instant());
        var today = new HashMap<String, Long>();
        var stored = new HashMap<String, Long>();
        var before = new HashMap<String, Long>();
        since.forEach((department, bytes) -> before.put(department, bytes.get()));
        jdbc.sql("""
                        select department,
                            coalesce(sum(size) filter (where came_at >= :day), 0) as today,
                            coalesce(sum(size) filter (where present), 0) as stored
                        from (select department, size, received_at as came_at, state <> 'REMOVED' as present
                                from delivery join version on delivery_id = id
                            union all select department, length, created_at, true
                                from upload where state in ('OPEN', 'RECEIVED')) taken
                        group by department""").param("day", Timestamp.from(day)).query(row -> {
            today.put(row.getString("department"), row.getLong("today"));
            stored.put(row.getString("department"), row.getLong("stored"));
        });
        counted = new Counted(day, today, stored);
        before.forEach((department, bytes) -> took(department, -bytes));
    }

    /** When the city's day began. */
    private Instant day(Instant now) {
        return now.atZone(city.zone()).toLocalDate().atStartOfDay(city.zone()).toInstant();
    }
}
