package nl.datakade.catalog.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.datakade.catalog.search.SearchFilter.Facet;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState.NoScore;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.security.VisibilityCondition;
import nl.datakade.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds datasets; where no dataset has the words, it finds those that have something much like them. */
@Component
@Transactional(readOnly = true)
class DatasetSearch {

    enum Order {
        RELEVANCE("m.rank desc, lower(coalesce(m.title, m.name)), m.id"),
        TITLE("lower(coalesce(m.title, m.name)), m.id"),
        UPDATED("m.updated_at desc, m.id"),
        SCORE("m.score desc nulls last, lower(coalesce(m.title, m.name)), m.id");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    record Result(Matching matching, List<Hit> hits, long total, Map<Facet, Map<String, Long>> facets) {}

    /**
     * A found dataset.
     *
     * @param visible false when the caller may know its name only
     * @param titleMarked HTML
     * @param descriptionMarked HTML, the part in which the words are
     * @param newest null when a version was released, or none ever landed
     */
    record Hit(
            UUID id,
            String name,
            boolean visible,
            @Nullable String title,
            @Nullable String description,
            String titleMarked,
            String descriptionMarked,
            String department,
            @Nullable String departmentName,
            String status,
            List<String> themes,
            List<String> keywords,
            @Nullable Classification classification,
            @Nullable Integer currentVersion,
            @Nullable Double score,
            boolean releasedByException,
            SearchController.@Nullable Newest newest,
            Instant updatedAt) {}

    private final JdbcClient jdbc;

    DatasetSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Result find(SearchWords words, SearchFilter filter, Caller caller, Order order, Page page) {
        var parameters = new HashMap<String, Object>(Matching.parameters(words));
        parameters.putAll(filter.parameters());
        parameters.putAll(VisibilityCondition.parameters(caller));
        parameters.put("limit", page.pageSize());
        parameters.put("offset", page.offset());
        var exact = counts(Matching.EXACT, words, filter, parameters);
        if (exact.found() > 0 || words.isEmpty()) {
            return result(Matching.EXACT, exact, words, filter, order, parameters);
        }
        var similar = counts(Matching.SIMILAR, words, filter, parameters);
        return result(Matching.SIMILAR, similar, words, filter, order, parameters);
    }

    private Result result(
            Matching matching,
            Counts counts,
            SearchWords words,
            SearchFilter filter,
            Order order,
            Map<String, Object> parameters) {
        var sql = matching.with(words, filter) + hits(filter, order);
        var hits = jdbc.sql(sql).params(parameters).query((row, _) -> hit(row)).list();
        return new Result(matching, hits, counts.total(), counts.facets());
    }

    private static String hits(SearchFilter filter, Order order) {
        return """
            select m.*, p.name as department_name, left(m.description, 400) as beginning,
                   newest.version as newest_version, newest.outcome as newest_outcome,
                   newest.verdict as newest_verdict, newest.score as newest_score,
                   newest.no_score as newest_no_score,
                   ts_headline('dutch_words', coalesce(m.title, m.name), coalesce(m.highlighted, ''::tsquery),
                               'HighlightAll=true, %1$s') as title_marked,
                   ts_headline('dutch_words', coalesce(m.description, ''), coalesce(m.highlighted, ''::tsquery),
                               'MaxWords=40, MinWords=20, %1$s') as description_marked
            from (select * from matched m where %2$s order by %3$s limit :limit offset :offset) m
            left join department p on p.slug = m.department
            left join lateral (
                select v.version, v.outcome, s.verdict, s.score, s.no_score
                from dataset_version v
                left join version_score s using (dataset_id, version, reading)
                where m.visible and m.current_version is null and v.dataset_id = m.id
                order by v.version desc limit 1) newest on true
            order by %3$s""".formatted(Marks.OPTIONS, filter.condition(), order.sql);
    }

    /**
     * How many there are.
     *
     * @param found by the words alone
     * @param total by the words and the filter
     */
    private record Counts(long found, long total, Map<Facet, Map<String, Long>> facets) {}

    private Counts counts(Matching matching, SearchWords words, SearchFilter filter, Map<String, Object> parameters) {
        var selects = new ArrayList<String>();
        selects.add("select '' as facet, 'found' as value, count(*) as number from matched m");
        selects.add("select '', 'total', count(*) from matched m where " + filter.condition());
        for (var facet : Facet.values()) {
            selects.add(
                    "select '%s', value, count(*) from (select %s as value from matched m where %s) v where value is not null group by value"
                            .formatted(facet, facet.value(), filter.condition(facet)));
        }
        var sql = matching.with(words, filter) + String.join(" union all ", selects) + " order by number desc, value";
        var facets = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        Arrays.stream(Facet.values()).forEach(facet -> facets.put(facet, new LinkedHashMap<>()));
        var totals = new HashMap<String, Long>();
        jdbc.sql(sql).params(parameters).query(row -> {
            var facet = row.getString("facet");
            var into = facet.isEmpty() ? totals : facets.getOrDefault(Facet.valueOf(facet), totals);
            into.put(row.getString("value"), row.getLong("number"));
        });
        return new Counts(totals.getOrDefault("found", 0L), totals.getOrDefault("total", 0L), facets);
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getBoolean("visible"),
                row.getString("title"),
                row.getString("beginning"),
                Marks.html(row.getString("title_marked")),
                Marks.html(row.getString("description_marked")),
                row.getString("department"),
                row.getString("department_name"),
                row.getString("status"),
                List.of((String[]) row.getArray("themes").getArray()),
                List.of((String[]) row.getArray("keywords").getArray()),
                classification(row.getString("confidentiality"), row.getString("personal_data")),
                row.getObject("current_version", Integer.class),
                row.getObject("score", Double.class),
                row.getBoolean("released_by_exception"),
                newest(row),
                row.getTimestamp("updated_at").toInstant());
    }

    private static SearchController.@Nullable Newest newest(ResultSet row) throws SQLException {
        var version = row.getObject("newest_version", Integer.class);
        var outcome = row.getString("newest_outcome");
        var verdict = row.getString("newest_verdict");
        var noScore = row.getString("newest_no_score");
        return version == null
                ? null
                : new SearchController.Newest(
                        version,
                        outcome == null ? null : VersionState.Outcome.valueOf(outcome),
                        verdict == null ? null : Verdict.valueOf(verdict),
                        row.getObject("newest_score", Double.class),
                        noScore == null ? null : NoScore.valueOf(noScore));
    }

    private static @Nullable Classification classification(
            @Nullable String confidentiality, @Nullable String personalData) {
        return confidentiality == null || personalData == null
                ? null
                : new Classification(Confidentiality.valueOf(confidentiality), PersonalData.valueOf(personalData));
    }
}
