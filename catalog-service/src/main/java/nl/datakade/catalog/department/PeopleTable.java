package nl.datakade.catalog.department;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People as they were last seen in Keycloak. */
@Component
class PeopleTable {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration refreshed;

    PeopleTable(JdbcClient jdbc, Clock clock, DirectoryProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.refreshed = properties.peopleRefreshed();
    }

    /**
     * A person and when that was true.
     *
     * @param at null while nobody has looked
     */
    record Seen(Person person, @Nullable Instant at) {}

    /** Those who have a row, by subject. */
    Map<String, Seen> of(Collection<String> subjects) {
        return subjects.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select subject, name, active, roles, departments, seen_at from person"
                                + " where subject = any (:subjects)")
                        .param("subjects", subjects.toArray(String[]::new))
                        .query((row, _) -> seen(row))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(seen -> seen.person().id(), Function.identity()));
    }

    /** Stores what Keycloak has now; a difference is remembered until {@link #takeChanged} hands it out. */
    void keep(Person person) {
        var now = clock.instant();
        jdbc.sql("""
                        insert into person (subject, name, active, roles, departments, seen_at, next_look)
                        values (:subject, :name, :active, :roles, :departments, :now, :next)
                        on conflict (subject) do update
                        set name = excluded.name, active = excluded.active, roles = excluded.roles,
                            departments = excluded.departments, seen_at = excluded.seen_at,
                            next_look = excluded.next_look,
                            changed = person.changed or (person.active, person.roles, person.departments)
                                is distinct from (excluded.active, excluded.roles, excluded.departments)""")
                .param("subject", person.id())
                .param("name", person.name())
                .param("active", person.active())
                .param("roles", person.roles().stream().sorted().toArray(String[]::new))
                .param("departments", person.departments().stream().sorted().toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("next", Timestamp.from(now.plus(refreshed)))
                .update();
    }

    /** Some whom it is time to look at again; another instance does not get them. */
    List<String> due(int most) {
        var now = clock.instant();
        return jdbc.sql("""
                        update person set next_look = :next
                        where subject in (select subject from person where next_look <= :now
                                          order by next_look limit :most for update skip locked)
                        returning subject""")
                .param("now", Timestamp.from(now))
                .param("next", Timestamp.from(now.plus(refreshed)))
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Those who were found different since the last call. */
    Set<String> takeChanged() {
        return Set.copyOf(jdbc.sql("update person set changed = false where changed returning subject")
                .query((row, _) -> row.getString(1))
                .list());
    }

    private static Seen seen(ResultSet row) throws SQLException {
        var at = row.getTimestamp("seen_at");
        return new Seen(
                new Person(
                        row.getString("subject"),
                        row.getString("name"),
                        row.getBoolean("active"),
                        strings(row.getArray("roles")),
                        strings(row.getArray("departments"))),
                at == null ? null : at.toInstant());
    }

    private static Set<String> strings(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
