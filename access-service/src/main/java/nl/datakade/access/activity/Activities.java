package nl.datakade.access.activity;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.access.disclosure.DecisionLog;
import nl.datakade.access.disclosure.Kind;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The register; every change makes a version, none is ever lost. */
@Component
public class Activities {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DecisionLog log;
    private final Clock clock;

    Activities(JdbcClient jdbc, JsonMapper json, DecisionLog log, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.log = log;
        this.clock = clock;
    }

    /** By id or slug. */
    public Optional<Activity> find(String idOrSlug) {
        return jdbc.sql("select * from activity where slug = :key or id::text = :key")
                .param("key", idOrSlug)
                .query((row, _) -> activity(row))
                .optional();
    }

    /** The name to show of a purpose. */
    public String nameOf(UUID id) {
        return find(id.toString()).map(found -> found.body().name()).orElseGet(id::toString);
    }

    /** Those that can be a purpose now. */
    public List<Activity> active() {
        return jdbc.sql("select * from activity where active order by slug")
                .query((row, _) -> activity(row))
                .list();
    }

    Paged<Activity> list(Page page) {
        var items = jdbc.sql("select * from activity order by slug limit :size offset :offset")
                .param("size", page.pageSize())
                .param("offset", page.offset())
                .query((row, _) -> activity(row))
                .list();
        return Paged.of(
                items,
                page,
                jdbc.sql("select count(*) from activity").query(Long.class).single());
    }

    /** One form of an activity, and who gave it that. */
    record Version(Activity activity, String changedBy) {}

    List<Version> versions(UUID id) {
        return jdbc.sql("select * from activity_version where id = :id order by version desc")
                .param("id", id)
                .query((row, _) -> new Version(activity(row), row.getString("changed_by")))
                .list();
    }

    @Transactional
    Activity add(Activity.Body body, String person) {
        var activity = new Activity(UuidCreator.getTimeOrderedEpoch(), 1, true, body, clock.instant());
        try {
            write("""
                    insert into activity (id, slug, version, active, body, changed_by, changed_at)
                    values (:id, :slug, :version, :active, cast(:body as jsonb), :person, :now)""", activity, person);
        } catch (DuplicateKeyException e) {
            throw new ActivityProblem.SlugTaken(body.slug());
        }
        remember(activity, person);
        return activity;
    }

    /**
     * Changes an activity.
     *
     * @param active null to leave it as it is
     * @param seen the version that it replaces, as an entity tag
     */
    @Transactional
    Activity change(
            String idOrSlug, Activity.Body body, @Nullable Boolean active, @Nullable String seen, String person) {
        var before = jdbc.sql("select * from activity where slug = :key or id::text = :key for update")
                .param("key", idOrSlug)
                .query((row, _) -> activity(row))
                .optional()
                .orElseThrow(() -> new ActivityProblem.Unknown(idOrSlug));
        if (seen == null) {
            throw new ActivityProblem.VersionNotGiven();
        }
        if (!seen.equals(before.tag())) {
            throw new ActivityProblem.ChangedMeanwhile();
        }
        if (!before.body().slug().equals(body.slug())) {
            throw new ActivityProblem.SlugFixed(before.body().slug());
        }
        var activity = new Activity(
                before.id(), before.version() + 1, active == null ? before.active() : active, body, clock.instant());
        write("""
                update activity set version = :version, active = :active, body = cast(:body as jsonb),
                    changed_by = :person, changed_at = :now
                where id = :id and slug = :slug""", activity, person);
        remember(activity, person);
        return activity;
    }

    private void remember(Activity activity, String person) {
        log.record(new DecisionLog.Entry(
                Kind.ACTIVITY_CHANGED,
                person,
                activity.id(),
                null,
                Map.of("version", activity.version(), "active", activity.active()),
                null));
        jdbc.sql("""
                        insert into activity_version (id, version, body, active, changed_by, changed_at)
                        values (:id, :version, cast(:body as jsonb), :active, :person, :now)""")
                .param("id", activity.id())
                .param("version", activity.version())
                .param("body", json.writeValueAsString(activity.body()))
                .param("active", activity.active())
                .param("person", person)
                .param("now", Timestamp.from(activity.changedAt()))
                .update();
    }

    private void write(String sql, Activity activity, String person) {
        jdbc.sql(sql)
                .param("id", activity.id())
                .param("slug", activity.body().slug())
                .param("version", activity.version())
                .param("active", activity.active())
                .param("body", json.writeValueAsString(activity.body()))
                .param("person", person)
                .param("now", Timestamp.from(activity.changedAt()))
                .update();
    }

    private Activity activity(ResultSet row) throws SQLException {
        return new Activity(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getBoolean("active"),
                json.readValue(row.getString("body"), Activity.Body.class),
                row.getTimestamp("changed_at").toInstant());
    }
}
