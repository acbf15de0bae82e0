package nl.datakade.ingest.dataset;

import java.util.List;
import nl.datakade.contracts.catalog.DepartmentState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The departments of the city, as catalog announced them. */
@Repository
public class Departments {

    private final JdbcClient jdbc;

    Departments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Slugs of the departments that exist now, in alphabetical order. */
    public List<String> active() {
        return jdbc.sql("select slug from department where active order by slug")
                .query((row, _) -> row.getString("slug"))
                .list();
    }

    void announced(DepartmentState state) {
        jdbc.sql("""
                        insert into department as known (slug, active, revision) values (:slug, :active, :revision)
                        on conflict (slug) do update set active = excluded.active, revision = excluded.revision
                        where known.revision < excluded.revision""")
                .param("slug", state.slug())
                .param("active", state.active())
                .param("revision", state.revision())
                .update();
    }
}
