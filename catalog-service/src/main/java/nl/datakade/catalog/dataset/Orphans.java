package nl.datakade.catalog.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.security.VisibilityCondition;
import nl.datakade.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Roles whose holder no longer counts, as people were last seen; the same rule as {@link RoleHolders#lacking}. Those of a
 * dataset that the caller does not see are left out, and counted nowhere.
 */
@Component
class Orphans {

    enum Why {
        /** The account is disabled, or gone. */
        INACTIVE,
        /** Not a member of the dataset's department. */
        LEFT_DEPARTMENT,
        /** Without the realm role that the role asks. */
        LOST_REALM_ROLE
    }

    record Orphan(
            UUID dataset,
            String name,
            @Nullable String title,
            String department,
            Role role,
            String person,
            @Nullable String personName,
            Why why) {}

    record Count(String value, long count) {}

    /** What a list is narrowed to; null for all. */
    record Filter(
            @Nullable String person,
            @Nullable Role role,
            @Nullable String department) {}

    private static final String FROM = """
            from (select r.dataset_id, d.name, d.title, d.department, r.role, r.person, p.name as person_name,
                         case when not p.active then 'INACTIVE'
                              when r.role in ('DATA_OWNER', 'SOURCE_HOLDER', 'DATA_STEWARD', 'ACCESS_GRANTOR')
                                   and not d.department = any (p.departments) then 'LEFT_DEPARTMENT'
                              when r.role = 'DATA_OWNER' and not 'owner' = any (p.roles)
                                   or r.role = 'ACCESS_GRANTOR' and not 'grantor' = any (p.roles)
                                   or r.role = 'PRIVACY_OFFICER' and not 'privacy' = any (p.roles)
                                   then 'LOST_REALM_ROLE' end as why
                  from dataset_role r
                  join dataset d on d.id = r.dataset_id
                  join person p on p.subject = r.person and p.seen_at is not null
                  where d.status <> 'WITHDRAWN' and
            """ + DatasetVisibility.SQL.visible() + """
            ) o
            where o.why is not null
              and (:everywhere or o.department = any (:departments))
              and (:person::text is null or o.person = :person)
              and (:role::text is null or o.role = :role)
              and (:department::text is null or o.department = :department)
            """;

    private final JdbcClient jdbc;

    Orphans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Orphan> list(Caller caller, boolean everywhere, Filter filter, Page page) {
        var parameters = parameters(caller, everywhere, filter);
        parameters.put("limit", page.pageSize());
        parameters.put("offset", page.offset());
        return jdbc.sql("select * " + FROM + " order by o.person, o.role, o.name limit :limit offset :offset")
                .params(parameters)
                .query((row, _) -> new Orphan(
                        row.getObject("dataset_id", UUID.class),
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("department"),
                        Role.valueOf(row.getString("role")),
                        row.getString("person"),
                        row.getString("person_name"),
                        Why.valueOf(row.getString("why"))))
                .list();
    }

    /** How many there are: {@code total}, and by {@code role}, {@code department} and {@code person}. */
    Map<String, List<Count>> counts(Caller caller, boolean everywhere, Filter filter) {
        var counts = new HashMap<String, List<Count>>();
        jdbc.sql(
                        "select o.role, o.department, o.person, count(*) as number, grouping(o.role, o.department, o.person) as by "
                                + FROM + " group by grouping sets ((), (o.role), (o.department), (o.person))"
                                + " order by number desc, o.role, o.department, o.person")
                .params(parameters(caller, everywhere, filter))
                .query(row -> {
                    var by = by(row.getInt("by"));
                    var value = by.equals("total") ? "" : row.getString(by);
                    counts.computeIfAbsent(by, _ -> new ArrayList<>()).add(new Count(value, row.getLong("number")));
                });
        return counts;
    }

    /** By which column was grouped: a bit is set for each that was not. */
    private static String by(int grouping) {
        return switch (grouping) {
            case 0b011 -> "role";
            case 0b101 -> "department";
            case 0b110 -> "person";
            default -> "total";
        };
    }

    private static Map<String, @Nullable Object> parameters(Caller caller, boolean everywhere, Filter filter) {
        var parameters = new HashMap<String, @Nullable Object>(VisibilityCondition.parameters(caller));
        parameters.put("everywhere", everywhere);
        parameters.put("departments", caller.departments().toArray(String[]::new));
        parameters.put("person", filter.person());
        parameters.put("role", filter.role() == null ? null : filter.role().name());
        parameters.put("department", filter.department());
        return parameters;
    }
}
