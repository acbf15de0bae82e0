package nl.datakade.quality.assessment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.contracts.ingest.VersionState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The versions as ingest last announced them, and which of them have to be looked at. */
@Component
public class Versions {
    private static final int CANDIDATES = 50;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Versions(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A version to look at.
     *
     * @param requests how often it was asked for when it was picked up
     * @param attempts failed measurements so far
     */
    record Due(UUID datasetId, int version, long requests, int attempts) {}

    public Optional<VersionState> find(UUID datasetId, int version) {
        return jdbc.sql("select state from version where dataset_id = :dataset and version = :version")
                .param("dataset", datasetId)
                .param("version", version)
                .query((row, _) -> json.readValue(row.getString(1), VersionState.class))
                .optional();
    }

    /** The last one that came; of a stream it shows what those before it showed. */
    public Optional<VersionState> newest(UUID datasetId) {
        return jdbc.sql("select state from version where dataset_id = :dataset order by version desc limit 1")
                .param("dataset", datasetId)
                .query((row, _) -> json.readValue(row.getString(1), VersionState.class))
                .optional();
    }

    /** The version released last before this one: the one that people build on. */
    Optional<VersionState> releasedBefore(UUID datasetId, int version) {
        return jdbc.sql("""
                        select v.state from version v join assessment a using (dataset_id, version)
                        where v.dataset_id = :dataset and v.version < :version and a.verdict = 'RELEASED'
                        order by v.version desc limit 1""")
                .param("dataset", datasetId)
                .param("version", version)
                .query((row, _) -> json.readValue(row.getString(1), VersionState.class))
                .optional();
    }

    /** Keeps what is newer than what is known; it is due then. */
    void keep(VersionState version) {
        var newer = jdbc.sql("""
                        insert into version (dataset_id, version, revision, dataset_name, department, state, landed_at)
                        values (:dataset, :version, :revision, :name, :department, cast(:state as jsonb), :landed)
                        on conflict (dataset_id, version) do update
                        set revision = excluded.revision, dataset_name = excluded.dataset_name,
                            department = excluded.department, state = excluded.state, landed_at = excluded.landed_at,
                            due = true, requests = version.requests + 1, attempts = 0, not_before = null
                        where version.revision < excluded.revision""")
                .param("dataset", version.datasetId())
                .param("version", version.version())
                .param("revision", version.revision())
                .param("name", version.dataset())
                .param("department", version.department())
                .param("state", json.writeValueAsString(version))
                .param("landed", Timestamp.from(version.landedAt()))
                .update();
        if (newer == 1) {
            events.publishEvent(new VersionDue());
        }
    }

    /**
     * Has every version of a dataset looked at again, but those that ended or whose profile was let go; of the latter one is
     * when it would be in use again, see {@link #requestReleasedBefore}.
     */
    void requestAll(UUID datasetId) {
        request("""
                update version v set due = true, requests = requests + 1
                where dataset_id = :dataset and version > :version
                  and state ->> 'outcome' not in ('WITHDRAWN', 'REJECTED', 'REMOVED')
                  and not exists (select from profile p
                    where p.dataset_id = v.dataset_id and p.version = v.version and p.profile is null)""", datasetId, 0);
    }

    /** Has those looked at again that are compared with this one: all up to the next one that was released. */
    void requestNext(UUID datasetId, int version) {
        request("""
                update version set due = true, requests = requests + 1
                where dataset_id = :dataset and version > :version and version <= coalesce(
                    (select version from assessment
                     where dataset_id = :dataset and version > :version and verdict = 'RELEASED'
                     order by version limit 1), 2147483647)""", datasetId, version);
    }

    /**
     * Has the version looked at again that is in use now that this one is not: of one whose profile was let go nobody looked
     * whether it may be, by how the dataset is classified now.
     */
    void requestReleasedBefore(UUID datasetId, int version) {
        request("""
                update version set due = true, requests = requests + 1
                where dataset_id = :dataset and version = (
                    select version from assessment
                    where dataset_id = :dataset and version < :version and verdict = 'RELEASED'
                    order by version desc limit 1)""", datasetId, version);
    }

    private void request(String sql, UUID datasetId, int version) {
        var asked = jdbc.sql(sql)
                .param("dataset", datasetId)
                .param("version", version)
                .update();
        if (asked > 0) {
            events.publishEvent(new VersionDue());
        }
    }

    /** In the order of their landing; of one dataset the oldest first, for a version is compared with the one before it. */
    List<Due> due() {
        return jdbc.sql("""
                        select dataset_id, version, requests, attempts from version v
                        where due and (not_before is null or not_before <= :now)
                          and not exists (select 1 from assessment_lease l
                              where l.dataset_id = v.dataset_id and l.expires_at > clock_timestamp())
                          and not exists (select 1 from version earlier
                              where earlier.dataset_id = v.dataset_id and earlier.version < v.version and earlier.due)
                        order by landed_at limit :candidates""")
                .param("now", Timestamp.from(clock.instant()))
                .param("candidates", CANDIDATES)
                .query((row, _) -> new Due(
                        row.getObject("dataset_id", UUID.class),
                        row.getInt("version"),
                        row.getLong("requests"),
                        row.getInt("attempts")))
                .list();
    }

    /** The candidate as it is now; empty when another instance has looked at it since. */
    Optional<Due> stillDue(Due candidate) {
        return jdbc.sql("""
                        select requests, attempts from version
                        where dataset_id = :dataset and version = :version and due""")
                .param("dataset", candidate.datasetId())
                .param("version", candidate.version())
                .query((row, _) -> new Due(
                        candidate.datasetId(), candidate.version(), row.getLong("requests"), row.getInt("attempts")))
                .optional();
    }

    /** It has been looked at; it stays due when somebody asked again meanwhile. */
    void done(Due due) {
        jdbc.sql("""
                        update version set due = false, attempts = 0, not_before = null
                        where dataset_id = :dataset and version = :version and requests = :requests""")
                .param("dataset", due.datasetId())
                .param("version", due.version())
                .param("requests", due.requests())
                .update();
    }

    /** To be tried again after a while. */
    void postpone(Due due, int attempts, Duration delay) {
        jdbc.sql("""
                        update version set attempts = :attempts, not_before = :next
                        where dataset_id = :dataset and version = :version and requests = :requests""")
                .param("dataset", due.datasetId())
                .param("version", due.version())
                .param("requests", due.requests())
                .param("attempts", attempts)
                .param("next", Timestamp.from(clock.instant().plus(delay)))
                .update();
    }
}
