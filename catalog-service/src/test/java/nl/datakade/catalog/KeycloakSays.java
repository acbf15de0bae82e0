package nl.datakade.catalog;

import java.util.UUID;
import nl.datakade.testkit.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was last seen of people in Keycloak, set for a test: Keycloak itself is left as it is, other tests need its people. */
@Component
public class KeycloakSays {

    private final JdbcClient jdbc;
    private final CatalogApi api;

    KeycloakSays(JdbcClient jdbc, CatalogApi api) {
        this.jdbc = jdbc;
        this.api = api;
    }

    /** Holds until {@link #asItIs}: nobody looks again meanwhile. */
    public String person(String username, boolean active, String roles, String departments) {
        var subject = api.person(username);
        api.get("/catalog/v1/people?subject=" + subject, Tokens.of("admin"));
        jdbc.sql("""
                        update person set active = :active, roles = :roles::text[], departments = :departments::text[],
                            changed = true, seen_at = now(), next_look = 'infinity' where subject = :subject""")
                .param("active", active)
                .param("roles", roles)
                .param("departments", departments)
                .param("subject", subject)
                .update();
        return subject;
    }

    /** Somebody whom no other test knows, until {@link #asItIs}. */
    public String newPerson(String roles, String departments) {
        var subject = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into person (subject, name, active, roles, departments, seen_at, next_look)
                        values (:subject, 'Iemand', true, :roles::text[], :departments::text[], now(), 'infinity')""")
                .param("subject", subject)
                .param("roles", roles)
                .param("departments", departments)
                .update();
        return subject;
    }

    public void leaves(String subject) {
        jdbc.sql("update person set active = false, changed = true, seen_at = now() where subject = :subject")
                .param("subject", subject)
                .update();
    }

    public void asItIs() {
        jdbc.sql("delete from person where next_look = 'infinity'").update();
    }
}
