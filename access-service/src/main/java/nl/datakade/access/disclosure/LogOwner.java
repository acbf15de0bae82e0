package nl.datakade.access.disclosure;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start the service when its role in the database could change the log that it is to append to. */
@Component
class LogOwner implements InitializingBean {

    private final JdbcClient jdbc;

    LogOwner(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        boolean could = jdbc.sql("""
                        select pg_has_role(current_user, c.relowner, 'MEMBER')
                            or pg_has_role(current_user, n.nspowner, 'MEMBER')
                            or has_table_privilege(current_user, c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
                            or r.rolsuper or r.rolcreaterole
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace, pg_roles r
                        where c.oid = 'disclosure.record'::regclass and r.rolname = current_user""").query(Boolean.class).single();
        if (could) {
            throw new IllegalStateException(
                    "The service's role in the database may change the disclosure log or become who"
                            + " may: give it the rights that disclosure-log.sql gives, and no others (docs/operating.md)");
        }
    }
}
