package nl.datakade.catalog.department;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.datakade.contracts.catalog.DepartmentState;
import nl.datakade.platform.event.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The departments as they were last seen in Keycloak; what changed is announced. */
@Component
public class Departments {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    Departments(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    List<Department> all() {
        return jdbc.sql("select slug, name, active from department order by name, slug")
                .query((row, _) -> new Department(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    public Optional<Department> find(String slug) {
        return all().stream()
                .filter(department -> department.slug().equals(slug))
                .findFirst();
    }

    /** Fails while the departments have never been fetched from Keycloak. */
    public boolean isActive(String slug) {
        var known = all();
        if (known.isEmpty()) {
            throw new DirectoryUnavailable(null);
        }
        return known.stream()
                .anyMatch(department -> department.active() && department.slug().equals(slug));
    }

    /** Takes over what Keycloak has now. */
    @Transactional
    void replace(List<Department> present) {
        var slugs = present.stream().map(Department::slug).collect(Collectors.toSet());
        present.forEach(this::keep);
        all().stream()
                .filter(known -> !slugs.contains(known.slug()))
                .map(gone -> new Department(gone.slug(), gone.name(), false))
                .forEach(this::keep);
    }

    private void keep(Department department) {
        jdbc.sql("""
                        insert into department (slug, name, active, revision, changed_at)
                        values (:slug, :name, :active, 1, :now)
                        on conflict (slug) do update
                        set name = excluded.name, active = excluded.active,
                            revision = department.revision + 1, changed_at = excluded.changed_at
                        where (department.name, department.active) is distinct from (excluded.name, excluded.active)
                        returning revision, changed_at""")
                .param("slug", department.slug())
                .param("name", department.name())
                .param("active", department.active())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new DepartmentState(
                        department.slug(),
                        row.getLong("revision"),
                        department.name(),
                        department.active(),
                        row.getTimestamp("changed_at").toInstant()))
                .optional()
                .ifPresent(outbox::announce);
    }
}
