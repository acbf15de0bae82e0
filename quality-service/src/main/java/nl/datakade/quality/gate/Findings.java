package nl.datakade.quality.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.security.VisibilityCondition;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import nl.datakade.quality.rule.Breach;
import nl.datakade.quality.rule.Court;
import nl.datakade.quality.rule.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The work lists: findings with the dataset they are about. */
@Component
class Findings {
    private static final VisibilityCondition VISIBILITY = new VisibilityCondition(
            "coalesce(d.state ->> 'department', v.department)",
            "coalesce(d.state -> 'roles' @> jsonb_build_array(jsonb_build_object('person', :viewer::text)), false)",
            "d.state -> 'classification' ->> 'confidentiality'",
            "coalesce(d.state ->> 'status', 'DRAFT')");

    private static final String FROM = """
            from finding f
            join assessment a using (dataset_id, version)
            join version v using (dataset_id, version)
            left join dataset d using (dataset_id)
            where (:verdict::text is null or a.verdict = :verdict)
              and (:court::text is null or f.court = :court)
              and (:dataset::text is null or coalesce(d.name, v.dataset_name) = :dataset)
              and (:department::text is null or coalesce(d.state ->> 'department', v.department) = :department)
              and (:dataset::text is not null or :verdict::text is not null or not exists (
                    select 1 from version newer where newer.dataset_id = f.dataset_id and newer.version > f.version))
              and $VISIBLE
              and (:all
                   or coalesce(d.state ->> 'department', v.department) = any (:viewerDepartments)
                   or d.state -> 'roles' @> jsonb_build_array(jsonb_build_object('person', :viewer::text)))
            """.replace("$VISIBLE", VISIBILITY.visible());

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Filter(
            @Nullable Verdict verdict,
            @Nullable Court court,
            @Nullable String dataset,
            @Nullable String department) {}

    record Item(String dataset, String department, int version, Verdict verdict, Breach breach, Instant since) {}

    Paged<Item> visibleTo(Caller caller, Filter filter, Page page) {
        var items = asked(
                        """
                        select coalesce(d.name, v.dataset_name) as name,
                            coalesce(d.state ->> 'department', v.department) as department, a.verdict, f.*
                        """ + FROM + "order by f.blocking desc, f.since, f.dataset_id, f.version, f.position"
                                + " limit :size offset :offset",
                        caller,
                        filter)
                .param("size", page.pageSize())
                .param("offset", page.offset())
                .query((row, _) -> item(row))
                .list();
        var total = asked("select count(*) " + FROM, caller, filter)
                .query(Long.class)
                .single();
        return Paged.of(items, page, total);
    }

    private JdbcClient.StatementSpec asked(String sql, Caller caller, Filter filter) {
        return jdbc.sql(sql)
                .param(
                        "verdict",
                        filter.verdict() == null ? null : filter.verdict().name())
                .param("court", filter.court() == null ? null : filter.court().name())
                .param("dataset", filter.dataset())
                .param("department", filter.department())
                .param("all", caller.is("privacy") || caller.is("fg") || caller.is("admin"))
                .params(VisibilityCondition.parameters(caller));
    }

    private static Item item(ResultSet row) throws SQLException {
        var arguments = List.of((String[]) row.getArray("arguments").getArray());
        return new Item(
                row.getString("name"),
                row.getString("department"),
                row.getInt("version"),
                Verdict.valueOf(row.getString("verdict")),
                new Breach(
                        Rule.valueOf(row.getString("rule")),
                        row.getString("table_name"),
                        row.getString("column_name"),
                        arguments),
                row.getTimestamp("since").toInstant());
    }
}
